// On paper nothing can be opened, so whatever is on demand is opened for the print and closed again after it.

/** The keys that print would print the window around the vault. */
export function printWithin() {
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "p") {
      event.preventDefault();
      print();
    }
  });
}

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
