// The outcome: what to do now, the call that can be read out, a card for each person, and the rest under how much it is.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  answerAll,
  assertAccessible,
  begin,
  callsOf,
  catchCalls,
  MUTUAL,
  openForAxe,
  openGuide,
  SEXTORTION,
} from "./support.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @param {import("node:test").TestContext} t @param {import("./support.mjs").Story} story @param {string} [nation] */
async function outcomeOf(t, story, nation) {
  const page = await openForAxe(t);
  await begin(page, nation);
  await answerAll(page, story);
  return page;
}

/** The card of a person. @param {Page} page @param {string} who */
const cardOf = (page, who) => page.locator(`details:has(> summary [data-person="${who}"])`);

test("the call can be read out, with what is known and what is not", async (t) => {
  const page = await outcomeOf(t, { ...SEXTORTION, "sexual-assault": "unsure", "under-13": "unsure" });
  const [report = "", known = "", unknown = "", ...children] = await page.locator(".call > p").allInnerTexts();
  assert.equal(report, "I ring from a school to refer a child. A child's nude or part-nude image is reported.");
  assert.match(known, /^Reported: [A-Z][^.;]+(; [a-z][^.;]+){3}; and \d+ more answers\.$/);
  assert.doesNotMatch(known, /threat to share/, "a demand says that there is a threat");
  assert.match(unknown, /^Not known: (if|how) [^.;]+(; if [^.;]+)+; and \d+ more answers?\.$/);
  assert.ok(children.length > 1 && children.every((text) => /: ?$/.test(text)), children.join("\n"));
  assert.equal(await page.locator(".call .line").count(), children.length);
  const asks = await page.locator(".call li").allInnerTexts();
  assert.match(asks.at(-1) ?? "", /What is the reference\?$/);
});

test("what nobody has answered is not called not known", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await page.check('input[name="immediate-danger"][value="yes"]');
  await page.locator(".actions").getByRole("button", { name: "See what to do now" }).click();
  const call = await page.locator(".call").innerText();
  assert.match(call, /Reported: A child may be in danger or missing\.\n/);
  assert.doesNotMatch(call, /Not known/);
});

test("where there is no call to make none is shown", async (t) => {
  const page = await outcomeOf(t, MUTUAL);
  assert.equal(await page.locator(".call").count(), 0);
});

test("a person's card opens and says its parts, and who may not be there is marked", async (t) => {
  const page = await outcomeOf(t, { ...SEXTORTION, "child-responsible": "unsure" });
  const $child = cardOf(page, "child-in-it");
  assert.equal(await $child.locator("summary").first().innerText(), "The child in it");
  assert.ok(await $child.locator("h4").first().isHidden());
  await $child.locator("summary").first().click();
  assert.deepEqual((await $child.locator("h4").allInnerTexts()).slice(0, 2), ["Say", "Do"]);
  assert.match(await $child.locator("ul").first().innerText(), /It is not your fault/);
  const $other = cardOf(page, "child-who-did-it");
  assert.match(await $other.locator("summary").first().innerText(), /\(if there is one\)$/);
  await assertAccessible(page);
});

test("on paper each person has a letter and a line for the name, and every card is open", async (t) => {
  const page = await outcomeOf(t, SEXTORTION);
  await page.emulateMedia({ media: "print" });
  const names = await page.locator("[data-person]").allInnerTexts();
  assert.ok(names.length > 2);
  for (const [at, name] of names.entries()) assert.equal(name[0], "ABCDEFGHIJ"[at], name);
  for (const $line of await page.locator("[data-person] .line").all()) {
    assert.ok(((await $line.boundingBox())?.width ?? 0) > 60);
  }
  assert.ok(await cardOf(page, "child-in-it").locator("li").first().isVisible());
});

/** One answer to whatever is asked, which brings as much as can be. @param {string} answer */
const always = (answer) => new Proxy({}, { get: () => answer });

for (const nation of ["england", "wales", "scotland", "northern-ireland"]) {
  test(`there are never more than seven steps to do now: ${nation}`, async (t) => {
    for (const story of [always("yes"), always("unsure")]) {
      const page = await outcomeOf(t, story, nation);
      const now = await page.locator(".timing--now + .steps > li").count();
      assert.ok(now <= 7, `${now} steps`);
      assert.equal(await page.locator(".steps:visible > li").count(), now, "the others are folded");
    }
  });
}

test("what comes later is folded under how much it is", async (t) => {
  const page = await outcomeOf(t, SEXTORTION);
  const $today = page.locator("details:has(> summary .timing--today)");
  const $steps = $today.locator("[data-step]");
  assert.equal(await $today.locator("summary").first().innerText(), `Do today (${await $steps.count()})`);
  assert.ok(await $steps.first().isHidden());
  await $today.locator("summary").first().click();
  assert.ok(await $steps.first().isVisible());
});

test("of what nobody may do four stand open, and the rest under how many they are", async (t) => {
  const page = await outcomeOf(t, SEXTORTION);
  const $all = page.locator(".never .crossed > li");
  const all = await $all.count();
  assert.equal(await page.locator(".never .crossed > li:visible").count(), 4);
  await page.locator(".never summary", { hasText: `${all - 4} more` }).click();
  assert.equal(await page.locator(".never .crossed > li:visible").count(), all);
});

test("another route stands above what to do now, and below danger", async (t) => {
  const top = async (/** @type {Page} */ page, /** @type {string} */ what) =>
    (await page.locator(what).first().boundingBox())?.y ?? Number.NaN;
  const cruel = await outcomeOf(t, { "meant-to-harm": "yes", "serious-impact": "yes" });
  assert.ok((await top(cruel, "[data-route]")) > (await top(cruel, "#app h1")));
  assert.ok((await top(cruel, "[data-route]")) < (await top(cruel, ".timing--now")));
  const danger = await outcomeOf(t, { "meant-to-harm": "yes", "risk-of-harm": "yes" });
  assert.ok((await top(danger, "[data-route]")) > (await top(danger, ".timing--now")));
});

test("the numbers that are right everywhere can be pressed in a text, and are called by the shell", async (t) => {
  const page = await openGuide(t, {}, catchCalls);
  await begin(page);
  await answerAll(page, SEXTORTION);
  const $step = page.locator('[data-step="stay-with-the-child"]');
  for (const number of ["999", "0800 1111"]) await $step.getByRole("link", { name: number }).click();
  await page.locator('[data-step="refer-now"]').getByRole("link", { name: "101" }).first().click();
  assert.deepEqual(await callsOf(page, 3), ["tel:999", "tel:08001111", "tel:101"]);
});
