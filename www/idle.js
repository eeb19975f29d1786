// Answers that nobody attends to are cleared, because the next person at a shared screen must not find them. A warning comes
// first, and long before the end, because whoever answers may be on the telephone about this very case.

import { byId } from "./dom.js";

const MINUTE = 60_000;

/** How long nothing may happen before the warning, and before everything is cleared, in milliseconds. The page says the rest. */
const WARNS_AFTER = 15 * MINUTE;
const CLEARS_AFTER = 20 * MINUTE;

/** How much longer it may be while somebody makes a call, in milliseconds. */
const FOR_A_CALL = 40 * MINUTE;

/** How often the clock is read. One timer for the whole time would stand still while the device sleeps. */
const READS_EVERY = 5000;

/** What shows that someone is there. */
const SIGNS = ["pointerdown", "pointermove", "keydown", "scroll", "touchstart"];

/** @param {import("./guide.js").Guide} guide */
export function watchIdle(guide) {
  const $warning = /** @type {HTMLDialogElement} */ (byId("idle"));
  const isOpen = () => $warning.hasAttribute("open");
  let seen = Date.now();
  const see = () => {
    if (!isOpen()) seen = Date.now();
  };
  const close = () => {
    if ($warning.close) $warning.close();
    else $warning.removeAttribute("open");
    see();
  };
  const look = () => {
    // A clock that was set back would count on from a time that is yet to come.
    seen = Math.min(seen, Date.now());
    const idle = Date.now() - seen - (guide.isCovered ? FOR_A_CALL : 0);
    if (Object.keys(guide.answers).length === 0) see();
    else if (idle >= CLEARS_AFTER) {
      close();
      guide.clearTo("cleared");
    } else if (idle >= WARNS_AFTER && !isOpen()) warn($warning);
  };
  for (const sign of SIGNS) addEventListener(sign, see, true);
  // By Escape: someone is there again.
  $warning.addEventListener("close", see);
  byId("stay").addEventListener("click", close);
  document.addEventListener("visibilitychange", look);
  setInterval(look, READS_EVERY);
}

/** Safari before 15.4 has no dialogs: there the warning lies over the page, and the button has the focus. @param {HTMLDialogElement} $warning */
function warn($warning) {
  if ($warning.showModal) return $warning.showModal();
  $warning.setAttribute("open", "");
  byId("stay").focus();
}
