// The window that the guide is open in, seen as whoever uses it sees it: what is looked at and touched is in the vault.

/** @typedef {import("playwright-core").Page} Page */

/** What is done in the vault while there is one, and otherwise in the page itself. */
const WITHIN = ["locator", "evaluate", "click", "check", "isChecked", "waitForFunction"];

/** The buttons of the browser, which wait for nothing: within the vault no page is loaded. */
const BUTTONS = /** @type {Record<string, string>} */ ({ goBack: "back", goForward: "forward" });

/** @param {Page} page @returns {Page} */
export const inVault = (page) =>
  new Proxy(page, {
    get(_, name) {
      const button = BUTTONS[String(name)];
      if (button) return () => page.evaluate((way) => /** @type {any} */ (history)[way](), button);
      if (name === "goto") return (/** @type {string} */ address) => open(page, address);
      const there = /** @type {any} */ ((WITHIN.includes(String(name)) && page.frame("vault")) || page);
      return typeof there[name] === "function" ? there[name].bind(there) : there[name];
    },
  });

/** Loads a page, and waits for its vault to show itself, if it has one. @param {Page} page @param {string} address */
async function open(page, address) {
  await page.goto(address);
  await page.waitForFunction(() => !document.getElementById("vault") || document.body.className === "up");
  // What is gone from the page is still told of for a moment.
  const main = page.mainFrame();
  if ((await page.locator("#vault").count()) > 0) return;
  while (page.frame("vault")?.parentFrame() === main) await page.waitForTimeout(10);
}
