// How far an edition may be trusted, by the date of the device.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answerAll, begin, MUTUAL, openGuide } from "./support.mjs";

const STALE = /past the date when it should have been reviewed/;

/** The last day on which the edition is up to date. */
async function reviewBy(/** @type {import("playwright-core").Page} */ page) {
  const words = await page.locator("#words").textContent();
  return JSON.parse(words ?? "").edition.reviewBy;
}

/** Whether the start and the outcome warn on a day, each. @param {import("node:test").TestContext} t @param {string} day */
async function warnings(t, day) {
  const page = await openGuide(t, {}, (fresh) => fresh.clock.setFixedTime(`${day}T12:00:00Z`));
  const start = await page.locator("#app").innerText();
  assert.match(start, /This edition is a draft/);
  await begin(page);
  await answerAll(page, MUTUAL);
  const outcome = await page.locator(".conclusion").innerText();
  return [start, outcome].map((text) => STALE.test(text));
}

test("until its review an edition is quiet, and after it the start and the outcome warn", async (t) => {
  const day = await reviewBy(await openGuide(t));
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  assert.deepEqual(await warnings(t, day), [false, false]);
  assert.deepEqual(await warnings(t, next), [true, true]);
});

test("a clock that is years behind makes nothing stale", async (t) => {
  assert.deepEqual(await warnings(t, "1999-01-01"), [false, false]);
});
