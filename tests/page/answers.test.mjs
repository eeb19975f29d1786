// Answering, changing one's mind and going back: nothing is lost and nothing is assumed.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  answerAll,
  answerScreen,
  answerUpTo,
  assertAccessible,
  begin,
  headingOf,
  MUTUAL,
  openForAxe,
  openGuide,
  press,
  SEXTORTION,
  tabTo,
  view,
} from "./support.mjs";

/** @param {import("playwright-core").Page} page @param {string} question */
const answerOf = (page, question) => page.locator(`[data-answer="${question}"] dd`).first().textContent();

/** @param {import("playwright-core").Page} page @param {string} question @param {string} answer */
const choose = (page, question, answer) => page.check(`input[name="${question}"][value="${answer}"]`);

test("nothing is chosen beforehand, on the start screen or after it", async (t) => {
  const page = await openGuide(t);
  assert.equal(await page.locator("input:checked").count(), 0);
  await begin(page);
  assert.equal(await page.locator("input:checked").count(), 0);
});

test("danger stands alone on the first screen", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  assert.deepEqual(await page.locator("fieldset:visible").evaluateAll(($all) => $all.map(($one) => $one.id)), [
    "immediate-danger",
  ]);
});

test("each new screen has the focus on its heading", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await answerAll(page, MUTUAL, async () => {
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
    assert.equal(await page.evaluate(() => scrollY), 0);
  });
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
});

test("continuing without an answer leads to what is missing and loses nothing", async (t) => {
  const page = await openForAxe(t);
  await begin(page);
  await answerUpTo(page, "child-imagery", {});
  await choose(page, "asked", "yes");
  await page.click("button[type=submit]");
  const $summary = page.locator(".summary");
  assert.ok(await $summary.evaluate(($el) => $el === document.activeElement));
  assert.equal(await $summary.locator("a").count(), 2);
  assert.match(await page.title(), /^Error: Step \d – Response guide$/);
  assert.ok(await page.isChecked('input[name="asked"][value="yes"]'));
  await assertAccessible(page);
  await tabTo(page, () => true);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.activeElement).name), "child-imagery");
});

test("starting without a nation says what is missing", async (t) => {
  const page = await openForAxe(t);
  await page.click("button[type=submit]");
  assert.equal(await view(page), "start");
  assert.equal(await page.locator(".summary:visible a").count(), 1);
  await assertAccessible(page);
});

test("a question appears under its parent as soon as an answer opens it", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await answerUpTo(page, "child-imagery", {});
  assert.ok(await page.locator("#shared").isHidden());
  await choose(page, "child-imagery", "unsure");
  assert.ok(await page.locator("#shared").isVisible());
  await choose(page, "child-imagery", "no");
  assert.ok(await page.locator("#shared").isHidden());
});

test("an answer that would leave no kind of incident says so", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await choose(page, "immediate-danger", "yes");
  await page.locator(".actions").getByRole("button", { name: "See what to do now" }).click();
  const lines = await page.locator("details p", { hasText: "Kind of incident: " }).allTextContents();
  assert.ok(
    lines.some((line) => /^If no: .*Kind of incident: none\.$/.test(line)),
    lines.join("\n"),
  );
});

test("a question that appears is announced once, politely, and the focus stays where it is", async (t) => {
  const page = await openForAxe(t);
  await begin(page);
  await answerUpTo(page, "child-imagery", {});
  await page.evaluate(() => {
    const said = /** @type {string[]} */ ([]);
    for (const $status of document.querySelectorAll('[role="status"]')) {
      new MutationObserver(() => $status.textContent && said.push($status.textContent)).observe($status, {
        childList: true,
      });
    }
    Object.assign(globalThis, { said });
  });
  const said = () => page.evaluate(() => /** @type {any} */ (globalThis).said.splice(0));
  const asks = await page.locator("#shared legend").textContent();
  const $yes = page.locator('input[name="child-imagery"][value="yes"]');
  await $yes.focus();
  await page.keyboard.press("Space");
  assert.deepEqual(await said(), [`Now also asked: ${asks}`]);
  assert.ok(await $yes.evaluate(($el) => $el === document.activeElement));
  await assertAccessible(page);
  await choose(page, "shared", "no");
  await choose(page, "child-imagery", "no");
  assert.deepEqual(await said(), [], "what stood before, or goes, is not announced");
  await choose(page, "child-imagery", "unsure");
  assert.deepEqual(await said(), [`Now also asked: ${asks}`]);
  await answerScreen(page, {});
  assert.deepEqual(await said(), [], "a new screen has its heading read, and nothing else");
  assert.equal(await page.locator("#appeared").textContent(), "");
});

test("what appeared is gone once everything is cleared", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await answerUpTo(page, "child-imagery", {});
  await choose(page, "child-imagery", "yes");
  await press(page, "Hide and clear");
  assert.equal(await page.locator("#appeared").textContent(), "");
});

test("what to do while something is not known is said under the answer", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  const $told = page.locator("#immediate-danger .told");
  assert.equal(await $told.innerText(), "");
  await choose(page, "immediate-danger", "unsure");
  assert.notEqual(await $told.innerText(), "");
});

test("every screen of questions says that nobody looks to find an answer, and every question what to do without one", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await answerAll(page, MUTUAL, async () => {
    assert.match(await page.locator("#app form").innerText(), /nobody looks at the image/i);
    for (const $question of await page.locator("fieldset:visible").all()) {
      assert.match((await $question.locator("details").textContent()) ?? "", /If it is not known yet: \S/);
    }
  });
});

test("a changed answer keeps the later ones, and what no longer applies is set aside", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await answerAll(page, { ...MUTUAL, "online-or-spreading": "unsure", "police-before": "unsure" });
  await page.locator("summary", { hasText: "Your answers" }).click();
  await page.click('[data-answer="shared"] button');
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.activeElement).name), "shared");
  await choose(page, "shared", "no");
  await page.locator("summary", { hasText: "Your answers" }).click();
  assert.match((await page.locator(".aside").textContent()) ?? "", /Not known yet/);
  assert.equal(await answerOf(page, "police-before"), "Not known yet");
  await choose(page, "shared", "yes");
  assert.equal(await page.locator(".aside").count(), 0);
  assert.equal(await answerOf(page, "online-or-spreading"), "Not known yet");
});

test("an answer that is read as something else is told", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await answerUpTo(page, "adult-involved", {});
  await choose(page, "adult-involved", "no");
  assert.equal(await page.locator("#adult-involved .told").innerText(), "");
  await choose(page, "unverified-contact", "yes");
  assert.notEqual(await page.locator("#adult-involved .told").innerText(), "");
});

test("a forced referral raises a banner, announced once, with two ways on", async (t) => {
  const page = await openForAxe(t);
  await begin(page);
  await answerUpTo(page, "threatened", SEXTORTION);
  assert.equal(await page.locator(".banner").count(), 0);
  await choose(page, "child-imagery", "yes");
  await choose(page, "threatened", "yes");
  const announced = await page.locator("#announcer").textContent();
  assert.match(announced ?? "", /^Already clear: /);
  await page.evaluate(() => {
    const $announcer = /** @type {HTMLElement} */ (document.querySelector("#announcer"));
    new MutationObserver(() => $announcer.setAttribute("data-again", "")).observe($announcer, { childList: true });
  });
  await choose(page, "shared", "yes");
  await choose(page, "shared", "unsure");
  assert.equal(await page.locator("#announcer[data-again]").count(), 0);
  await assertAccessible(page);
  await page.locator(".banner button").click();
  assert.equal(await view(page), "outcome");
  await page.click('button:text-is("Go on with the questions")');
  assert.equal(await view(page), "questions");
});

test("going back, by the page or by the browser, keeps every answer", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await answerScreen(page, { "immediate-danger": "unsure" });
  const second = await headingOf(page);
  await answerScreen(page, {});
  await page.goBack();
  await page.waitForFunction(
    (text) => document.querySelector("#app h1")?.textContent === text,
    second.replace("\n", ""),
  );
  assert.ok(await page.isChecked('input[name="risk-of-harm"][value="no"]'));
  await page.click(".back");
  await page.locator("#immediate-danger").waitFor();
  assert.ok(await page.isChecked('input[name="immediate-danger"][value="unsure"]'));
  await page.goForward();
  await page.locator("#risk-of-harm").waitFor();
});

test("hide and clear leaves nothing to see and nothing to go back to", async (t) => {
  const page = await openForAxe(t);
  await begin(page);
  await answerUpTo(page, "adult-involved", SEXTORTION);
  await press(page, "Hide and clear");
  assert.equal(await view(page), "cleared");
  assert.equal(await headingOf(page), "Response guide");
  assert.equal(await page.locator("#announcer").textContent(), "");
  await assertAccessible(page);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("#app")?.getAttribute("data-view") === "start");
  assert.equal(await page.locator("input:checked").count(), 0);
});

test("the whole guidance can be read without questions, and left again", async (t) => {
  const page = await openForAxe(t);
  await page.click('button:text-is("Read the whole guidance without questions")');
  assert.ok(await page.locator("#guidance").isVisible());
  assert.ok(await page.locator("#app").isHidden());
  await assertAccessible(page);
  const address = page.url();
  await page.locator('#guidance nav a[href="#sources"]').click();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "sources");
  assert.equal(page.url(), address);
  assert.ok(await page.locator("#guidance").isVisible());
  await page.click('button:text-is("Back to the questions")');
  await page.locator("#app").waitFor();
});

test("an answer that takes another's place says what it changed, under it, aloud and in the outcome", async (t) => {
  const page = await openForAxe(t);
  await begin(page);
  await answerAll(page, MUTUAL);
  assert.doesNotMatch(await page.locator(".conclusion").innerText(), /Changed from/);
  const before = await headingOf(page);
  await page.locator("summary", { hasText: "Your answers" }).click();
  await page.locator('[data-answer="under-13"] button').click();
  await choose(page, "under-13", "yes");
  const said = /Changed from “(.*?)” to “(.*?)” by a new answer to: .*under 13\?/;
  const [, from, to] = said.exec(await page.locator("#under-13 .told").innerText()) ?? [];
  assert.equal(from, before);
  assert.match(await page.locator("#appeared").innerText(), said);
  await press(page, "Continue");
  await answerAll(page, MUTUAL);
  assert.equal(await headingOf(page), to);
  assert.match(await page.locator(".conclusion").innerText(), said);
  await assertAccessible(page);
  await page.locator("summary", { hasText: "Your answers" }).click();
  await page.locator('[data-answer="under-13"] button').click();
  await choose(page, "under-13", "no");
  assert.match(await page.locator("#under-13 .told").innerText(), said);
});
