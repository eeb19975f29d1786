// What the tests ask of any browser: one window, a keyboard, and eyes.

/** @typedef {"back" | "forward" | "refresh"} Way */

/**
 * One window of one browser.
 * @typedef {object} Window
 * @property {import("../hands.mjs").Hands} hands what they find out is of the vault, while there is one
 * @property {import("../hands.mjs").Hands["evaluate"]} outside finds something out of the page around the vault
 * @property {(address: string) => Promise<unknown>} goTo
 * @property {(way: Way) => Promise<unknown>} move as by the browser's own buttons; the page may not be there yet
 * @property {() => Promise<Uint8Array>} screenshot as PNG
 * @property {() => Promise<Buffer>} [paper] what has just been printed, as PDF, in a browser that prints without asking
 * @property {() => Promise<Window>} beside another window of the same browser and profile
 * @property {() => Promise<void>} close the whole browser, as its user would; a window beside another closes alone
 */

/**
 * Waits until something can be said of the page.
 * @template T
 * @param {() => Promise<T | false | undefined>} said
 * @param {number} [within] milliseconds
 * @returns {Promise<T>}
 */
export async function until(said, within = 15_000) {
  for (const end = Date.now() + within; Date.now() < end; await pause(50)) {
    // While the browser is between two pages there is none to ask.
    const answer = await said().catch(() => undefined);
    if (answer) return answer;
  }
  throw new Error(`it never came about: ${said}`);
}

/** @param {number} milliseconds */
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Whether a page has its vault before it, or has none. It runs in the page. */
export const isUp = () => !document.getElementById("vault") || document.body.className === "up";

/** Moves by script, from outside of what the page is doing. @param {import("../hands.mjs").Hands} page @param {Way} way */
export const moveByScript = (page, way) =>
  page.evaluate((way) => {
    setTimeout(() => (way === "refresh" ? location.reload() : history[way]()));
  }, way);
