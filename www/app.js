// The start of the questions, within the vault: the shell shows them only once the core has shown that it works.

import { startCore } from "./core.js";
import { byId } from "./dom.js";
import { Guide } from "./guide.js";
import { watchIdle } from "./idle.js";
import { rehearse } from "./rehearsal.js";
import { tell, tellHeight } from "./tell.js";
import { followLinks } from "./view/follow.js";
import { openForPrint, printWithin } from "./view/print.js";
import { topBar } from "./view/top.js";
import { wholeWords } from "./words.js";

/** @type {Guide | undefined} */
let guide;

/** Leaves everything to the shell, which has the written guidance. @param {unknown} reason */
function fail(reason) {
  console.error("The questions cannot run:", reason);
  guide = undefined;
  tell("failed");
}

/** Starts in parts, for in a single one a slow device would hear nothing for a fifth of a second. */
async function start() {
  const made = new Guide(wholeWords(byId("words").textContent ?? "", byId("guidance")));
  const nations = /** @type {import("./core.js").Nation[]} */ (Object.keys(made.words.nation));
  await new Promise((goOn) => setTimeout(goOn));
  // WebAssembly as text; nothing on the page that does without.
  await startCore(byId("core").textContent ?? "", nations);
  await new Promise((goOn) => setTimeout(goOn));
  rehearse(made, nations);
  await new Promise((goOn) => setTimeout(goOn));
  guide = made;
  topBar(guide);
  watchIdle(guide);
  guide.open();
  tellHeight();
}

followLinks();
addEventListener("pagehide", () => guide?.wipe());
openForPrint();
printWithin();

start().catch(fail);
