// The record as plain text.

import assert from "node:assert/strict";
import { test } from "node:test";
import { AI_FAKE, answerAll, assertAccessible, begin, openGuide, press } from "./support.mjs";

/** @param {import("node:test").TestContext} t @param {import("playwright-core").BrowserContextOptions} options @param {(page: import("playwright-core").Page) => Promise<unknown>} [before] */
async function outcome(t, options, before) {
  const page = await openGuide(t, { bypassCSP: true, ...options }, before);
  await begin(page);
  await answerAll(page, AI_FAKE);
  return page;
}

/** Everything a record must say. @param {import("playwright-core").Page} page @param {string} text */
async function assertWholeRecord(page, text) {
  const lines = text.split("\n");
  const has = (/** @type {string} */ line) => assert.ok(lines.includes(line), `no line "${line}" in\n${text}`);
  const oneLine = (/** @type {string} */ said) => said.replace(/\s+/g, " ").trim();
  has(oneLine(await page.locator("#app h1").innerText()));
  for (const step of await page.locator("[data-step] > p:first-child").allTextContents()) has(`- ${oneLine(step)}`);
  for (const $row of await page.locator("[data-answer]").all()) {
    has((await $row.locator("dt, dd:not(.change)").allTextContents()).join(" – "));
  }
  for (const $open of await page.locator("section:has(h2:text-is('What is not known')) li").all()) {
    has(`- ${oneLine((await $open.locator("p").first().textContent()) ?? "")}`);
  }
  for (const reason of await page.locator(".reasons .strong").allTextContents()) has(`- ${reason}`);
  assert.match(text, /Edition \S+, draft\./);
  assert.match(text, /Policy [0-9a-f]{64}/);
  assert.ok(text.includes(`Case code: ${await page.locator("#app b.code").innerText()}`));
  for (const word of ["Confidential", "I have decided otherwise because", "Not taken"])
    assert.ok(text.includes(word), word);
  assert.doesNotMatch(text, /\bChange\b|Print this record|undefined|\[object/);
}

test("the whole record is copied, and that is said to those who listen", async (t) => {
  const page = await outcome(t, { permissions: ["clipboard-read", "clipboard-write"] });
  const $told = page.locator('#app [role="status"]');
  assert.equal(await $told.textContent(), "");
  await press(page, "Copy as plain text");
  await $told.locator("p").waitFor();
  assert.match(await $told.innerText(), /^Copied/);
  await assertWholeRecord(page, await page.mainFrame().evaluate(() => navigator.clipboard.readText()));
  await assertAccessible(page);
});

test("where the page may not copy, the text stands selected to be copied by hand", async (t) => {
  const page = await outcome(t, {}, (fresh) =>
    fresh.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "clipboard")),
  );
  await press(page, "Copy as plain text");
  await page.locator("pre").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "PRE");
  const selected = await page.evaluate(() => String(getSelection()));
  await assertWholeRecord(page, selected);
  await assertAccessible(page);
  await press(page, "Copy as plain text");
  assert.equal(
    await page.locator("pre").textContent(),
    `${selected.trimEnd()}\n`,
    "a second copy does not hold the first",
  );
});
