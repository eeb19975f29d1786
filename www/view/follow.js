// Links within the page move the focus, so that the address stays the same and the history learns nothing.

export function followWithin() {
  document.addEventListener("click", (event) => {
    const $link = event.target instanceof Element && event.target.closest('a[href^="#"]');
    const $to = $link && document.getElementById(/** @type {string} */ ($link.getAttribute("href")).slice(1));
    if (!$to) return;
    event.preventDefault();
    if ($to.tabIndex < 0) $to.tabIndex = -1;
    $to.focus();
    $to.scrollIntoView();
  });
}
