// A browser without WebAssembly: the guide leads on to its second page, and that asks and answers as the first does.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import {
  AI_FAKE,
  answerAll,
  begin,
  GUIDE_URL,
  LAUNCH,
  MUTUAL,
  openGuide,
  SEXTORTION,
  tabTo,
  view,
} from "./support.mjs";
import { inVault } from "./vault.mjs";

/** @typedef {import("playwright-core").Page} Page */

const PLAIN_URL = new URL("guide-nowasm.html", GUIDE_URL).href;
const PLACES = { "over http": GUIDE_URL, "as a file": pathToFileURL("dist/guide.html").href };
const STORIES = { MUTUAL, SEXTORTION, AI_FAKE };

/** @param {Page} page */
const takeAway = (page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));

/** @param {Page} page */
const hasWebAssembly = (page) => page.evaluate(() => "WebAssembly" in globalThis);

/** @param {Page} page @param {import("./hands.mjs").Story} story */
async function outcomeOf(page, story) {
  await begin(page);
  await answerAll(page, story);
  assert.equal(await view(page), "outcome");
  return page.locator("#app").innerText();
}

/** By keyboard. @param {Page} page */
async function followToOtherPage(page) {
  const offered = page.locator("#core-failed a");
  const text = await offered.innerText();
  await tabTo(page, (at) => at.text === text);
  await page.keyboard.press("Enter");
  await page.waitForURL(/guide-nowasm\.html$/);
}

for (const [name, story] of Object.entries(STORIES)) {
  test(`without WebAssembly the second page says of ${name} what the first says with it`, async (t) => {
    /** @type {string[]} */
    const heard = [];
    const listen = (/** @type {Page} */ fresh) => fresh.on("console", (message) => heard.push(message.text()));
    // A worker that is blocked is complained of.
    const page = await openGuide(t, { serviceWorkers: "allow" }, (fresh) => takeAway(listen(fresh)), PLAIN_URL);
    assert.equal(await hasWebAssembly(page), false);
    assert.equal(await outcomeOf(page, story), await outcomeOf(await openGuide(t), story));
    assert.deepEqual(heard, []);
  });
}

for (const [place, address] of Object.entries(PLACES)) {
  test(`without WebAssembly the guide leads on to its second page, ${place}`, async (t) => {
    const page = await openGuide(t, {}, takeAway, address);
    assert.ok(await page.locator("#core-failed").isVisible());
    await followToOtherPage(page);
    assert.match(await outcomeOf(page, SEXTORTION), /refer/i);
  });
}

test("in a Chromium that may not compile, as managed ones are told, the guide leads on to its second page", async (t) => {
  const browser = await chromium.launch({ ...LAUNCH, args: [...LAUNCH.args, "--js-flags=--jitless"] });
  t.after(() => browser.close());
  const page = inVault(await browser.newPage());
  await page.goto(GUIDE_URL);
  assert.equal(await hasWebAssembly(page), false);
  await followToOtherPage(page);
  assert.match(await outcomeOf(page, SEXTORTION), /refer/i);
});

test("the second page may compile nothing, and does not offer itself where it fails", async (t) => {
  const page = await openGuide(t, {}, undefined, PLAIN_URL);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  assert.match(policy ?? "", /script-src( 'sha256-[^ ]+'){3};/);
  await begin(page);
  await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new Error("broken") })));
  await page.mainFrame().locator("#core-failed").waitFor();
  assert.equal(await page.mainFrame().locator("#core-failed a").count(), 0);
});
