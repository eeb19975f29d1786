// The kinds of screen that the guide has.

import assert from "node:assert/strict";
import { answerAll, answerUpTo, begin, CONTACTS, press, putContacts, SEXTORTION, view } from "./support.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** The kind of screen that stands over another, and holds the focus until it is answered. */
export const WARNING = "the warning before all is cleared";

/**
 * Goes through the kinds of screen there are, in the order in which one incident leads to them.
 * @param {Page} page
 * @param {(kind: string) => Promise<void>} look
 */
export async function onEveryKind(page, look) {
  await look("start");
  await page.locator("#app button[type=submit]").first().click();
  await look("start, with something missing");
  await page.locator("summary", { hasText: "Open a case again" }).click();
  await page.locator("#code-first").fill("4F7K");
  await page.keyboard.press("Enter");
  assert.ok(await page.locator("#code-error").isVisible());
  await look("start, with a wrong code");
  await begin(page);
  await look("danger");
  await answerUpTo(page, "threatened", SEXTORTION);
  await look("questions");
  await page.locator("#app button[type=submit]").first().click();
  await look("questions, with something missing");
  await answerUpTo(page, "adult-involved", SEXTORTION);
  assert.ok(await page.locator(".banner").isVisible());
  await look("questions, with the banner");
  await answerAll(page, SEXTORTION);
  await look("outcome");
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.click('button:text-is("Copy as plain text")');
  await page.locator("pre").waitFor();
  await look("outcome, with its text to copy by hand");
  await page.evaluate(() => /** @type {HTMLDialogElement} */ (document.querySelector("#idle")).showModal());
  await look(WARNING);
  await page.locator("#stay").press("Escape");
  await press(page, "Hide and clear");
  assert.equal(await view(page), "cleared");
  await look("cleared");
  await putContacts(page, CONTACTS);
  await page.clock.setFixedTime("2099-01-01T12:00:00Z");
  await page.goto(page.url());
  await begin(page);
  await answerAll(page, SEXTORTION);
  assert.ok(await page.locator('.contact a[href^="tel:"]').first().isVisible());
  assert.match(await page.locator(".conclusion").innerText(), /past the date/);
  await look("outcome, past its review, with local contacts");
  await page.goto(page.url());
  await page.click('button:text-is("Read the whole guidance without questions")');
  await look("guidance");
}
