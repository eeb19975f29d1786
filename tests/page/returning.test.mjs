// Nothing jumps away, and whoever changes an answer comes back to where they were.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  answerAll,
  answerUpTo,
  begin,
  focusIsVisible,
  headingOf,
  MUTUAL,
  openGuide,
  press,
  SEXTORTION,
  tabTo,
  view,
} from "./support.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @param {string} question @param {string} answer */
const choose = (page, question, answer) => page.check(`input[name="${question}"][value="${answer}"]`);

/** @param {Page} page */
const standing = (page) => page.locator("fieldset:visible").evaluateAll(($all) => $all.map(($one) => $one.id));

/** Changes an answer from the list of answers, by keyboard. @param {Page} page @param {string} question @param {string} key */
async function change(page, question, key) {
  await tabTo(page, (at) => at.text.startsWith("Your answers"));
  await page.keyboard.press("Enter");
  const asks = await page.locator(`[data-answer="${question}"] dt`).textContent();
  await tabTo(page, (at) => at.text.replace("\n", "") === `Change: ${asks}`);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.activeElement).name), question);
  await page.keyboard.press(key);
  await tabTo(page, (at) => at.sends);
  await page.keyboard.press("Enter");
}

test("a question that is needed no more stays until the screen is left, and may stay unanswered", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await answerUpTo(page, "adult-involved", { "risk-of-harm": "unsure" });
  const before = await standing(page);
  assert.ok(before.includes("unverified-contact"));
  await choose(page, "adult-involved", "yes");
  const after = await standing(page);
  assert.deepEqual(
    before.filter((id) => !after.includes(id)),
    [],
  );
  assert.ok(after.includes("staff-involved"), "what an answer opens appears at once");
  const left = await headingOf(page);
  for (const question of after.slice(1)) if (question !== "unverified-contact") await choose(page, question, "no");
  await page.click("button[type=submit]");
  assert.notEqual(await headingOf(page), left);
  await page.click(".back");
  await page.locator("#adult-involved").waitFor();
  assert.ok(!(await standing(page)).includes("unverified-contact"), "it goes with the screen");
});

test("an answer changed from the list leads back to the screen that was left", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await answerUpTo(page, "adult-involved", MUTUAL);
  const left = await headingOf(page);
  for (const question of await standing(page)) await choose(page, question, "no");
  await change(page, "asked", "ArrowDown");
  assert.equal(await headingOf(page), left);
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
});

test("an answer changed from an outcome that is already clear leads back to it", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await answerUpTo(page, "adult-involved", SEXTORTION);
  await press(page, "See what to do now");
  assert.equal(await view(page), "outcome");
  await change(page, "asked", "ArrowDown");
  assert.equal(await view(page), "outcome");
});

for (const [name, story] of Object.entries({ MUTUAL, SEXTORTION })) {
  test(`the focus is always in sight on a small screen: ${name}`, async (t) => {
    const page = await openGuide(t, { viewport: { width: 320, height: 640 } });
    await begin(page);
    const walk = async (/** @type {string} */ key) => {
      for (let presses = 0; presses < 25; presses += 1) {
        await page.keyboard.press(key);
        const at = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 90));
        if (at?.startsWith("<body")) break;
        assert.ok(await focusIsVisible(page), `${key} leads out of sight to ${at}`);
      }
    };
    await answerAll(page, story, async () => {
      await walk("Tab");
      await walk("Shift+Tab");
      await page.locator("#app h1").focus();
    });
    await walk("Tab");
    await walk("Shift+Tab");
  });
}

test("at 320 pixels the bar is one line high", async (t) => {
  const page = await openGuide(t, { viewport: { width: 320, height: 640 } });
  const height = () => page.locator("#top").evaluate(($bar) => $bar.getBoundingClientRect().height);
  assert.ok((await height()) <= 64, `${await height()} pixels`);
  await page.click('button:text-is("Read the whole guidance without questions")');
  assert.ok((await height()) <= 72, `${await height()} pixels`);
});
