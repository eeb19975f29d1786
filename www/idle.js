// Answers that nobody attends to are cleared, because the next person at a shared screen must not find them. A warning comes
// first, and long before the end, because whoever answers may be on the telephone about this very case.

import { byId } from "./dom.js";

const MINUTE = 60_000;

/** How long nothing may happen before the warning, and before everything is cleared, in milliseconds. The page says the rest. */
const WARNS_AFTER = 15 * MINUTE;
const CLEARS_AFTER = 20 * MINUTE;

/** How often the clock is read. One timer for the whole time would stand still while the device sleeps. */
const READS_EVERY = 5000;

/** What shows that someone is there. */
const SIGNS = ["pointerdown", "pointermove", "keydown", "scroll", "touchstart"];

/** @param {import("./guide.js").Guide} guide */
export function watchIdle(guide) {
  const $warning = /** @type {HTMLDialogElement} */ (byId("idle"));
  let seen = Date.now();
  const see = () => {
    if (!$warning.open) seen = Date.now();
  };
  const look = () => {
    const idle = Date.now() - seen;
    if (Object.keys(guide.answers).length === 0) see();
    else if (idle >= CLEARS_AFTER) {
      $warning.close();
      guide.clearTo("cleared");
    } else if (idle >= WARNS_AFTER && !$warning.open) $warning.showModal();
  };
  for (const sign of SIGNS) addEventListener(sign, see, true);
  // By the button or by Escape: someone is there again.
  $warning.addEventListener("close", see);
  byId("stay").addEventListener("click", () => $warning.close());
  document.addEventListener("visibilitychange", look);
  setInterval(look, READS_EVERY);
}
