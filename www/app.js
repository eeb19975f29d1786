// The start of the page: the questions replace the written guidance only once the core has shown that it works.

import { startCore } from "./core.js";
import { byId, el, para, paras } from "./dom.js";
import { Guide } from "./guide.js";
import { watchIdle } from "./idle.js";
import { label } from "./labels.js";
import { followWithin } from "./view/follow.js";
import { openForPrint } from "./view/print.js";
import { topBar } from "./view/top.js";
import { notice } from "./words.js";

const $app = byId("app");
const $guidance = byId("guidance");

/** WebAssembly in hexadecimal digits; empty on the page that does without. */
const core = byId("core").textContent;

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
  guide = undefined;
}

/** Even the words may be what failed. */
function failurePanel() {
  const says = guide ? notice(guide.words, "core-failed") : [label("failed")];
  const $other = guide && core && para(el("a", { href: "guide-nowasm.html" }, notice(guide.words, "other-page")));
  return el("section", { class: "page panel", id: "core-failed", role: "status" }, paras(says), $other);
}

function start() {
  guide = new Guide(byId("words").textContent ?? "");
  const nations = Object.keys(guide.words.nations);
  startCore(core ?? "", /** @type {import("./core.js").Nation[]} */ (nations));
  topBar(guide);
  watchIdle(guide);
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
