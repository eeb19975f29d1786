// Three incidents from the first screen to the outcome, by keyboard alone, with axe on every screen.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  AI_FAKE,
  answerAll,
  assertAccessible,
  begin,
  headingOf,
  MUTUAL,
  openForAxe,
  openGuide,
  SEXTORTION,
  stepsOf,
  view,
} from "./support.mjs";

/** @param {import("node:test").TestContext} t @param {import("./support.mjs").Story} story */
async function walk(t, story) {
  const page = await openForAxe(t);
  await assertAccessible(page);
  await begin(page);
  let screens = 0;
  await answerAll(page, story, async () => {
    screens += 1;
    await assertAccessible(page);
  });
  assert.equal(await view(page), "outcome");
  await assertAccessible(page);
  t.diagnostic(`${screens} screens of questions`);
  return page;
}

/** @param {import("playwright-core").Page} page @param {string} axis */
const shown = (page, axis) =>
  page
    .locator(`[data-${axis}]`)
    .evaluateAll(($all, name) => $all.map(($one) => $one.getAttribute(name)), `data-${axis}`);

test("a mutual exchange with nothing against it is one that the school may lead on", async (t) => {
  const page = await walk(t, MUTUAL);
  assert.deepEqual(await shown(page, "response"), ["school-led"]);
  assert.deepEqual(await shown(page, "recording"), ["non-aggravated"]);
  assert.match((await page.locator("#app").textContent()) ?? "", /person involved/);
});

test("sextortion by an unverified contact is referred now, and an adult is not ruled out", async (t) => {
  const page = await walk(t, SEXTORTION);
  assert.deepEqual(await shown(page, "response"), ["refer-now"]);
  assert.ok((await stepsOf(page)).length > 5);
  assert.match((await page.locator("#app").textContent()) ?? "", /Our judgement/);
});

test("a fake passed round two schools is at least for advice and could be for referral", async (t) => {
  const page = await walk(t, AI_FAKE);
  assert.deepEqual(await shown(page, "response"), ["seek-advice"]);
  assert.match(await headingOf(page), /^At least: /);
  assert.match(await page.locator("#app").innerText(), /It could still be: /);
  assert.deepEqual(await shown(page, "recording"), ["outside-sgii"]);
});

test("in Scotland nothing is said of police recording or of kinds of incident", async (t) => {
  const page = await openGuide(t);
  await begin(page, "scotland");
  await answerAll(page, AI_FAKE);
  assert.deepEqual(await shown(page, "response"), ["refer-now"]);
  assert.deepEqual(await shown(page, "recording"), []);
  const text = (await page.locator("#app").textContent()) ?? "";
  assert.match(text, /child protection coordinator/);
  assert.doesNotMatch(text, /outcome 2[0-2]|person involved|What kind of incident/);
});

test("without an image, a request or a threat the other route is named", async (t) => {
  const page = await openForAxe(t);
  await begin(page);
  await answerAll(page, {});
  assert.equal(await view(page), "outcome");
  assert.deepEqual(await shown(page, "recording"), []);
  assert.match(await page.locator(".conclusion").innerText(), /Another route/);
  await assertAccessible(page);
});

test("only where no answer could decide it is it said that the published summary does not", async (t) => {
  const complete = /no further answer would change that/;
  for (const [coerced, expected] of /** @type {const} */ ([
    ["yes", true],
    ["unsure", false],
  ])) {
    const page = await openGuide(t);
    await begin(page);
    await answerAll(page, { ...MUTUAL, coerced, "police-before": "yes" });
    assert.equal((await shown(page, "recording")).length > 1, true, `coerced: ${coerced}`);
    assert.equal(complete.test((await page.locator("#app").textContent()) ?? ""), expected, `coerced: ${coerced}`);
  }
});
