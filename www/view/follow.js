// Where links lead from within the vault.

import { tell } from "../tell.js";

/**
 * A link within the guide moves the focus, so that the address stays the same and the history learns nothing; for any other the
 * shell is asked, which knows every place that the guide may lead to.
 */
export function followLinks() {
  document.addEventListener("click", (event) => {
    const $link = event.target instanceof Element && event.target.closest("a");
    if (!$link) return;
    event.preventDefault();
    const [, id] = ($link.getAttribute("href") ?? "").split("#");
    if (id) goTo(document.getElementById(id));
    else tell("open", $link.href);
  });
}

/** @param {HTMLElement | null} $to */
export function goTo($to) {
  if (!$to) return;
  if ($to.tabIndex < 0) $to.tabIndex = -1;
  $to.focus();
  $to.scrollIntoView();
}
