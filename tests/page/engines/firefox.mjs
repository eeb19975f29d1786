// Firefox, by Puppeteer over WebDriver BiDi, which needs no driver of its own.

import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { printedTo } from "./paper.mjs";
import { isUp, moveByScript, until } from "./window.mjs";

/** @typedef {import("./window.mjs").Window} Window */

/** As for a person: Puppeteer's own settings keep Firefox from remembering what it has open. */
const REMEMBERING = {
  "browser.sessionstore.interval": 1_000,
  "browser.sessionstore.resume_from_crash": true,
  "browser.startup.page": 3,
};

/** Prints without asking, on A4, into this file. @param {string} file */
const printingTo = (file) => ({
  "print.always_print_silent": true,
  print_printer: "Mozilla Save to PDF",
  "print.printer_Mozilla_Save_to_PDF.print_to_file": true,
  "print.printer_Mozilla_Save_to_PDF.print_to_filename": file,
  "print.printer_Mozilla_Save_to_PDF.print_paper_id": "iso_a4",
});

/** A window on a profile's folder. @param {string} profile @param {Record<string, unknown>} [preferences] @returns {Promise<Window>} */
export async function openFirefox(profile, preferences = {}) {
  const paper = join(profile, "paper.pdf");
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    userDataDir: profile,
    extraPrefsFirefox: { ...REMEMBERING, ...printingTo(paper), ...preferences },
  });
  return openWindow(browser, paper, () => browser.close());
}

/**
 * The window that it starts with does not have the focus; another one has.
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} paper the file that it prints into
 * @param {() => Promise<void>} [close]
 * @returns {Promise<Window>}
 */
async function openWindow(browser, paper, close) {
  const page = await browser.newPage({ type: "window" });
  await page.bringToFront();
  await until(() => page.evaluate(() => document.hasFocus()));
  const outside = page.evaluate.bind(page);
  return {
    hands: {
      keyboard: { press: (key) => page.keyboard.press(/** @type {any} */ (key === "Space" ? " " : key)) },
      evaluate: within(page),
    },
    outside,
    async goTo(address) {
      // A window that the page has opened would have the keys.
      await sessionOf(page).send("browsingContext.activate", { context: contextOf(page).id });
      await sessionOf(page).send("browsingContext.navigate", {
        context: contextOf(page).id,
        url: address,
        wait: "complete",
      });
      await until(() => outside(isUp));
    },
    move: (way) => moveByScript(/** @type {any} */ (page), way),
    screenshot: () => page.screenshot(),
    paper: () => printedTo(paper),
    beside: () => openWindow(browser, paper),
    close: close ?? (() => page.close()),
  };
}

// Firefox is asked itself, because Puppeteer loses sight of a page that was brought back, and of what is in it.

/** @typedef {import("puppeteer-core").Page} Page */

/** @param {Page} page */
const contextOf = (page) => /** @type {any} */ (page.mainFrame()).browsingContext;

/** @param {Page} page */
const sessionOf = (page) => contextOf(page).userContext.browser.session;

/** The context of the vault in a page or in what it shows. @param {any} tree @returns {string | undefined} */
const vaultIn = ({ context, url, children }) =>
  url === "about:srcdoc" ? context : children.map(vaultIn).find((/** @type {string | undefined} */ found) => found);

/** Finds something out in the vault, or where there is none in the page. @param {Page} page @returns {any} */
function within(page) {
  const session = sessionOf(page);
  return async (/** @type {Function} */ script, /** @type {any} */ given = null) => {
    const { result: tree } = await session.send("browsingContext.getTree", { root: contextOf(page).id });
    const [shown] = tree.contexts;
    const { result: answer } = await session.send("script.callFunction", {
      functionDeclaration: `async (given) => JSON.stringify({ said: await (${script})(JSON.parse(given)) })`,
      target: { context: vaultIn(shown) ?? shown.context },
      arguments: [{ type: "string", value: JSON.stringify(given) }],
      awaitPromise: true,
    });
    if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
    return JSON.parse(answer.result.value).said;
  };
}
