// Small screens, large type, other colours, and paper.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answerAll, assertAccessible, begin, openGuide, SEXTORTION } from "./support.mjs";

/** @param {import("playwright-core").Page} page */
async function assertNoSidewaysScroll(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${over} pixels too wide on "${await page.title()}"`);
}

test("at 320 pixels nothing scrolls sideways, and what is pressed is large enough", async (t) => {
  const page = await openGuide(t, { viewport: { width: 320, height: 640 }, hasTouch: true });
  await assertNoSidewaysScroll(page);
  await begin(page);
  await answerAll(page, SEXTORTION, async () => {
    await assertNoSidewaysScroll(page);
    const heights = await page
      .locator("label:visible, .button:visible")
      .evaluateAll(($all) => $all.map(($one) => $one.getBoundingClientRect().height));
    assert.ok(Math.min(...heights) >= 44, `${Math.min(...heights)} pixels high`);
  });
  await assertNoSidewaysScroll(page);
});

test("the bar never covers what has the focus", async (t) => {
  const page = await openGuide(t, { viewport: { width: 320, height: 640 } });
  await begin(page);
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press("Shift+Tab");
    const covered = await page.evaluate(() => {
      const $at = /** @type {Element} */ (document.activeElement);
      const bar = /** @type {Element} */ (document.querySelector("#top"));
      const inBar = bar.contains($at) || $at.id === "skip" || $at === document.body;
      return !inBar && $at.getBoundingClientRect().bottom <= bar.getBoundingClientRect().bottom;
    });
    assert.equal(covered, false);
  }
});

test("forced colours and reduced motion change nothing that matters", async (t) => {
  const page = await openGuide(t, { bypassCSP: true, forcedColors: "active", reducedMotion: "reduce" });
  await assertAccessible(page);
  await begin(page);
  await page.check('input[value="yes"]');
  assert.ok(await page.isChecked('input[value="yes"]'));
  await assertAccessible(page);
});

test("on paper everything is open, the answers are there, and there are lines to fill in by hand", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await answerAll(page, SEXTORTION);
  assert.ok(await page.locator(".paper").first().isHidden());
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".confidential").isVisible());
  assert.ok(await page.locator(".top").isHidden());
  const lines = await page.locator(".blank").evaluateAll(($all) => $all.map(($one) => $one.textContent));
  for (const line of ["Reference", "Names", "Who decided", "I have decided otherwise because"]) {
    assert.ok(
      lines.some((text) => text?.startsWith(line)),
      `no line for "${line}"`,
    );
  }
  for (const $open of ['[data-answer="threatened"]', "[data-step] .cite", ".reasons .cite", ".option", ".sources li"]) {
    const height = await page
      .locator($open)
      .first()
      .evaluate(($el) => $el.getBoundingClientRect().height);
    assert.ok(height > 0, `${$open} is closed`);
  }
  for (const $hidden of [".screen", ".actions", "[data-step] summary"]) {
    assert.ok(await page.locator($hidden).first().isHidden(), `${$hidden} is on paper`);
  }
});

test("the first thing on an outcome is what to do now", async (t) => {
  const page = await openGuide(t, { viewport: { width: 320, height: 640 } });
  await begin(page);
  await answerAll(page, SEXTORTION);
  const top = async (/** @type {string} */ what) => (await page.locator(what).first().boundingBox())?.y ?? 0;
  assert.ok((await top("[data-step]")) < 640, "no step in the first view");
  assert.ok((await top('button:text-is("Print this record")')) > (await top("[data-step]")));
  assert.ok(
    (await top(".inset")) > (await top(".timing >> nth=3")),
    "the notice of the edition comes before the actions",
  );
});
