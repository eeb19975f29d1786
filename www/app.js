// The start of the page: the questions replace the written guidance only once the core has shown that it works.

import { startCore } from "./core.js";
import { byId, el, paras } from "./dom.js";
import { Guide } from "./guide.js";
import { label } from "./labels.js";
import { followWithin } from "./view/follow.js";
import { openForPrint } from "./view/print.js";
import { topBar } from "./view/top.js";
import { notice, wordsFor } from "./words.js";

const $app = byId("app");
const $guidance = byId("guidance");

/** @type {Guide | undefined} */
let guide;

/** Leaves the written guidance standing, and says calmly that the questions cannot run. @param {unknown} reason */
function fallBack(reason) {
  console.warn("The questions cannot run:", reason);
  $app.replaceChildren();
  $app.hidden = true;
  $guidance.hidden = false;
  byId("top").dataset.view = "failed";
  if (!document.getElementById("core-failed")) $guidance.before(failurePanel());
}

function failurePanel() {
  return el("section", { class: "page panel", id: "core-failed", role: "status" }, paras(failureWords()));
}

/** Even the words may be what failed. */
function failureWords() {
  try {
    return notice(wordsFor(byId("words").textContent ?? ""), "core-failed");
  } catch {
    return [label("failed")];
  }
}

function start() {
  const block = byId("words").textContent ?? "";
  const nations = /** @type {import("./core.js").Nation[]} */ (Object.keys(wordsFor(block).nations));
  startCore(byId("core").textContent ?? "", nations);
  guide = new Guide(block);
  topBar(guide);
  guide.open();
}

followWithin();
addEventListener("error", (event) => fallBack(event.error));
addEventListener("pagehide", () => guide?.wipe());
openForPrint();

try {
  start();
} catch (reason) {
  fallBack(reason);
}
