// A browser on the guide that is being served.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after } from "node:test";
import { openBrowser } from "./hands.mjs";
import { inVault } from "./vault.mjs";

export * from "./hands.mjs";

/** Contacts as an IT technician would put them into the page. */
export const CONTACTS = JSON.parse(readFileSync("www/contacts.example.json", "utf8"));

export const GUIDE_URL = process.env.GUIDE_URL ?? "http://127.0.0.1:8080/";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @type {Promise<import("playwright-core").Browser> | undefined} One for all the tests of a file. */
let browser;
after(async () => (await browser)?.close());

/**
 * The guide in a fresh context, closed when the test ends.
 * @param {import("node:test").TestContext} t
 * @param {import("playwright-core").BrowserContextOptions} [options]
 * @param {(page: import("playwright-core").Page) => Promise<unknown>} [before] what is done before the page loads
 * @param {string} [address] of another page, or of a place in this one
 */
export async function openGuide(t, options = {}, before = async () => {}, address = GUIDE_URL) {
  browser ??= openBrowser();
  // A worker that keeps the guide would answer in place of what a test has put into it.
  const settings = /** @type {const} */ ({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block" });
  const context = await (await browser).newContext({ ...settings, ...options });
  t.after(() => context.close());
  const page = inVault(await context.newPage());
  page.setDefaultTimeout(10_000);
  await before(page);
  await page.goto(new URL(address, GUIDE_URL).href);
  return page;
}

/** Has the guide come with these contacts in it, once it is loaded. @param {import("playwright-core").Page} page @param {object} contacts */
export async function putContacts(page, contacts) {
  const served = await (await fetch(GUIDE_URL)).text();
  const filled = served.replace(/(id="contacts">)[^<]*/, (_, open) => open + JSON.stringify(contacts));
  await page.route(GUIDE_URL, (route) => route.fulfill({ body: filled, contentType: "text/html; charset=utf-8" }));
}

/** Has the shell note which numbers it is to call, and call none. @param {import("playwright-core").Page} page */
export const catchCalls = (page) =>
  page.addInitScript(() => {
    const called = /** @type {string[]} */ ([]);
    const call = (/** @type {Event} */ event) => {
      const $link = /** @type {Element} */ (event.target).closest("a[href^='tel:']");
      if (parent !== self || !$link) return;
      event.preventDefault();
      called.push($link.getAttribute("href") ?? "");
    };
    addEventListener("click", call, true);
    Object.assign(globalThis, { called });
  });

/** The numbers that the shell was to call, once there are so many. @param {import("playwright-core").Page} page @param {number} many */
export async function callsOf(page, many) {
  await page.mainFrame().waitForFunction((many) => /** @type {any} */ (globalThis).called.length === many, many);
  return page.mainFrame().evaluate(() => /** @type {any} */ (globalThis).called);
}

/** The guide in a context in which axe may run; nothing else about the page changes. @param {import("node:test").TestContext} t */
export const openForAxe = (t) => openGuide(t, { bypassCSP: true });

/** @param {import("playwright-core").Page} page */
export async function assertAccessible(page) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const found = await /** @type {any} */ (globalThis).axe.run();
    return found.violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes[0].html}`);
  });
  assert.deepEqual(violations, [], `on "${await headingOf(page)}"`);
}

/** @param {import("playwright-core").Page} page */
export const headingOf = (page) => page.locator("main:visible h1").innerText();
