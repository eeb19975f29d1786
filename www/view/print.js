// On paper nothing can be opened, so whatever is on demand is opened for the print and closed again after it.

export function openForPrint() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details")].filter(($details) => !$details.open);
    for (const $details of opened) $details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const $details of opened) $details.open = false;
  });
}
