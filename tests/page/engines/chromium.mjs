// Chromium, by Playwright.

import { chromium } from "playwright-core";
import { LAUNCH } from "../hands.mjs";
import { inVault } from "../vault.mjs";
import { moveByScript } from "./window.mjs";

/** @typedef {import("./window.mjs").Window} Window */

/** A window on a profile's folder. @param {string} profile @param {import("playwright-core").LaunchOptions} [launch] @returns {Promise<Window>} */
export async function openChromium(profile, launch = LAUNCH) {
  const context = await chromium.launchPersistentContext(profile, launch);
  const page = context.pages()[0] ?? (await context.newPage());
  return windowOf(page, () => context.close());
}

/** @param {import("playwright-core").Page} page @param {() => Promise<void>} [close] @returns {Window} */
export const windowOf = (page, close = () => page.close()) => ({
  hands: inVault(page),
  outside: page.evaluate.bind(page),
  goTo: (address) => inVault(page).goto(address),
  move: (way) => moveByScript(/** @type {any} */ (page), way),
  screenshot: () => page.screenshot(),
  beside: async () => windowOf(await page.context().newPage()),
  close,
});
