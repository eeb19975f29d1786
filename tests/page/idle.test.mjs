// Answers that nobody attends to: a warning first, then nothing is left.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  answerAll,
  answerScreen,
  assertAccessible,
  begin,
  MUTUAL,
  openGuide,
  press,
  SEXTORTION,
  view,
} from "./support.mjs";

/** @typedef {import("playwright-core").Page} Page */

const MINUTE = 60_000;

/** The guide with a clock that only the test moves on. @param {import("node:test").TestContext} t */
const openWithClock = (t) => openGuide(t, { bypassCSP: true }, (page) => page.clock.install());

/** @param {Page} page */
const warns = (page) => page.locator("#idle").isVisible();

/**
 * Waits until the page has been painted. A scroll is a sign of somebody, and it is told of just before the next frame: on a busy
 * machine that would otherwise be after the clock was moved on. A size is told of in the same frame, and later.
 * @param {Page} page
 */
const painted = (page) =>
  page.evaluate(
    () =>
      new Promise((tell) => {
        const sizes = new ResizeObserver(() => {
          sizes.disconnect();
          tell(undefined);
        });
        sizes.observe(document.documentElement);
      }),
  );

/** Lets time pass in steps, so that what looks at the clock does so. @param {Page} page @param {number} minutes */
async function pass(page, minutes) {
  await painted(page);
  await page.clock.runFor(minutes * MINUTE);
}

test("after a quarter of an hour without a sign a warning takes the focus, and five minutes later all is cleared", async (t) => {
  const page = await openWithClock(t);
  await begin(page);
  await answerScreen(page, {});
  await pass(page, 14);
  assert.equal(await warns(page), false);
  await pass(page, 1.2);
  assert.ok(await warns(page));
  assert.equal(await page.evaluate(() => document.activeElement?.id), "stay");
  await assertAccessible(page);
  await pass(page, 4);
  assert.ok(await warns(page));
  await pass(page, 1);
  assert.equal(await warns(page), false);
  assert.equal(await view(page), "cleared");
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("#app")?.getAttribute("data-view") === "start");
  assert.equal(await page.locator("input:checked").count(), 0);
});

for (const key of ["Enter", "Escape"]) {
  test(`whoever is still there keeps every answer, and the focus goes back to where it was: ${key}`, async (t) => {
    const page = await openWithClock(t);
    await begin(page);
    await answerAll(page, MUTUAL);
    await page.locator("#app h1").focus();
    await pass(page, 16);
    assert.ok(await warns(page));
    await page.keyboard.press(key);
    assert.equal(await warns(page), false);
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
    await pass(page, 14);
    assert.equal(await view(page), "outcome");
    assert.equal(await warns(page), false);
    await pass(page, 2);
    assert.ok(await warns(page), "the warning comes again");
  });
}

test("a device that slept past the time shows nothing when it wakes", async (t) => {
  const page = await openWithClock(t);
  await begin(page);
  await answerScreen(page, {});
  await page.clock.fastForward(60 * MINUTE);
  assert.equal(await view(page), "cleared");
});

test("any sign of somebody puts the warning off, and without answers there is none", async (t) => {
  const page = await openWithClock(t);
  await pass(page, 40);
  assert.equal(await warns(page), false);
  await begin(page);
  await answerScreen(page, {});
  await pass(page, 14);
  await page.mouse.move(200, 200);
  await pass(page, 14);
  assert.equal(await warns(page), false);
  assert.equal(await view(page), "questions");
});

test("a clock that is set back keeps no answer longer", async (t) => {
  const page = await openWithClock(t);
  await begin(page);
  await answerScreen(page, {});
  await page.clock.setSystemTime(new Date(Date.now() - 24 * 60 * MINUTE));
  await pass(page, 21);
  assert.equal(await view(page), "cleared");
});

test("while somebody makes a call the guide is covered, and keeps the answers for an hour", async (t) => {
  const page = await openWithClock(t);
  await begin(page);
  await answerAll(page, SEXTORTION);
  const steps = await page.locator("[data-step]").allTextContents();
  await press(page, "I am making a call");
  assert.equal(await view(page), "covered");
  assert.equal(await page.locator("[data-step], .conclusion, .call").count(), 0);
  await assertAccessible(page);
  await pass(page, 54);
  assert.equal(await warns(page), false);
  await press(page, "Go on");
  await page.waitForFunction(() => document.querySelector("#app")?.getAttribute("data-view") === "outcome");
  assert.deepEqual(await page.locator("[data-step]").allTextContents(), steps);
  await press(page, "I am making a call");
  await pass(page, 56);
  assert.ok(await warns(page));
  await pass(page, 5);
  assert.equal(await view(page), "cleared");
});
