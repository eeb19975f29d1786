// Firefox, by Puppeteer over WebDriver BiDi, which needs no driver of its own.

import puppeteer from "puppeteer-core";
import { moveByScript, until } from "./window.mjs";

/** @typedef {import("./window.mjs").Window} Window */

/** As for a person: Puppeteer's own settings keep Firefox from remembering what it has open. */
const REMEMBERING = {
  "browser.sessionstore.interval": 1_000,
  "browser.sessionstore.resume_from_crash": true,
  "browser.startup.page": 3,
};

/** A window on a profile's folder. @param {string} profile @returns {Promise<Window>} */
export async function openFirefox(profile) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    userDataDir: profile,
    extraPrefsFirefox: REMEMBERING,
  });
  // The one that it starts with does not have the focus.
  const page = await browser.newPage();
  const focus = async () => {
    await page.bringToFront();
    await until(() => page.evaluate(() => document.hasFocus()));
  };
  await focus();
  return {
    hands: {
      keyboard: { press: (key) => page.keyboard.press(/** @type {any} */ (key === "Space" ? " " : key)) },
      evaluate: page.evaluate.bind(page),
    },
    goTo: (address) => page.goto(address),
    move: (way) => moveByScript(/** @type {any} */ (page), way),
    screenshot: () => page.screenshot(),
    async paper() {
      const sheets = await page.pdf({ format: "a4" });
      await focus();
      return sheets;
    },
    close: () => browser.close(),
  };
}
