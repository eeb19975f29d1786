// The vital flow, by keyboard alone, in whatever browser: it must come to what Chromium comes to, and leave nothing behind.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { after, before, beforeEach, test } from "node:test";
import {
  AI_FAKE,
  answerAll,
  answerUpTo,
  begin,
  MUTUAL,
  openBrowser,
  press,
  SEXTORTION,
  tabTo,
  view,
} from "../hands.mjs";
import { GUIDE_URL } from "../support.mjs";
import { inVault } from "../vault.mjs";
import { assertRecord } from "./paper.mjs";
import { isUp, until } from "./window.mjs";

/** @typedef {import("../hands.mjs").Hands} Hands */

const STORIES = { MUTUAL, SEXTORTION, AI_FAKE };

/** Where pictures are left for whoever wants to see how a browser draws the page. */
const PICTURES = "target/page/engines";

/** @param {Hands} page @param {string} selector */
const textOf = (page, selector) =>
  page.evaluate((selector) => document.querySelector(selector)?.textContent?.trim() ?? "", selector);

/** @param {Hands} page */
const chosen = (page) => page.evaluate(() => document.querySelectorAll("input:checked").length);

/** @param {Hands} page @param {import("../hands.mjs").Story} story */
async function outcomeOf(page, story) {
  await begin(page);
  await answerAll(page, story);
  assert.equal(await view(page), "outcome");
  return textOf(page, "#app");
}

/** The test's name for a browser, and its window. @param {string} name @param {() => Promise<import("./window.mjs").Window>} open */
export function testVitalFlow(name, open) {
  /** @type {import("./window.mjs").Window} */
  let window;
  /** @type {Hands} */
  let page;
  before(async () => {
    window = await open();
    page = window.hands;
  });
  after(() => window?.close());
  // A browser that is driven may leave the focus outside a page that it has just opened.
  beforeEach(async () => {
    await window.goTo(GUIDE_URL);
    await page.evaluate(() => document.getElementById("skip")?.focus());
  });

  test(`${name}: a forced referral, announced, with two ways on, and an answer changed`, async () => {
    await begin(page);
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
    await answerUpTo(page, "adult-involved", SEXTORTION);
    assert.match(await textOf(page, '[role="status"]'), /^Already clear: /);
    assert.notEqual(await textOf(page, ".banner"), "");
    await press(page, "See what to do now");
    assert.equal(await view(page), "outcome");
    await press(page, "Go on with the questions");
    assert.equal(await view(page), "questions");
    await answerAll(page, SEXTORTION);
    assert.equal(await textOf(page, '[data-answer="device-held"] dd'), "Yes");
    await change(page, "device-held");
    assert.equal(await view(page), "outcome");
    assert.equal(await textOf(page, '[data-answer="device-held"] dd'), "No");
  });

  test(`${name}: the record, and hide and clear with nothing to go back to`, async (t) => {
    await outcomeOf(page, SEXTORTION);
    await leavePicture(`${name}-outcome`, await window.screenshot());
    if (window.paper) {
      await press(page, "Print this record");
      t.diagnostic(`${name}: ${assertRecord(await window.paper())} sheets`);
    } else t.diagnostic(`${name} prints only when asked by hand`);
    // Firefox, when it is driven, does not come round from the end of a page to its beginning.
    await page.evaluate(() => document.getElementById("skip")?.focus());
    await press(page, "Hide and clear");
    await assertForgotten("cleared");
    await window.outside(() => history.back());
    await until(async () => (await view(page)) === "start");
    await assertForgotten("start");
  });

  test(`${name}: neither back, forward nor reload brings anything back`, async (t) => {
    await outcomeOf(page, SEXTORTION);
    await window.outside(() => Object.assign(globalThis, { stayed: true }) && undefined);
    await window.goTo(ELSEWHERE);
    await move("back", GUIDE_URL);
    const stayed = await window.outside(() => "stayed" in globalThis);
    t.diagnostic(`${name} ${stayed ? "brought the same page back" : "loaded the page again"}`);
    await assertForgotten(stayed ? "cleared" : "start");
    await move("forward", ELSEWHERE);
    await move("back", GUIDE_URL);
    await assertForgotten(stayed ? "cleared" : "start");
    await window.goTo(GUIDE_URL);
    await begin(page);
    await page.keyboard.press("Tab");
    await window.outside(() => Object.assign(globalThis, { old: true }) && undefined);
    await window.move("refresh");
    await until(() => window.outside(() => !("old" in globalThis) && document.readyState === "complete"));
    await until(() => window.outside(isUp));
    await assertForgotten("start");
  });

  for (const [of, story] of Object.entries(STORIES)) {
    test(`${name}: the outcome is Chromium's, word for word, until the page is left: ${of}`, async () => {
      assert.equal(await outcomeOf(page, story), (await chromiumsOutcomes)[of]);
      await page.evaluate(() => {
        dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
      });
      await assertForgotten("cleared");
    });
  }

  /** @param {string} expected the view */
  async function assertForgotten(expected) {
    assert.equal(await view(page), expected);
    assert.equal(await chosen(page), 0);
    assert.doesNotMatch(await textOf(page, "#app"), /refer now|threat/i);
    assert.equal(await textOf(page, '[role="status"]'), "");
  }

  /** @param {"back" | "forward"} way @param {string} to */
  async function move(way, to) {
    await window.move(way);
    await until(() => window.outside((to) => location.href === to && document.readyState === "complete", to));
    await until(() => window.outside(isUp));
  }
}

const ELSEWHERE = new URL("/elsewhere", GUIDE_URL).href;

/** Makes an answer no from the list of answers. @param {Hands} page @param {string} question */
async function change(page, question) {
  await tabTo(page, (at) => at.text.startsWith("Your answers"));
  await page.keyboard.press("Enter");
  const asks = await textOf(page, `[data-answer="${question}"] dt`);
  await tabTo(page, (at) => at.text.replace("\n", "") === `Change: ${asks}`);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.activeElement).name), question);
  await page.keyboard.press("ArrowDown");
  await tabTo(page, (at) => at.sends);
  await page.keyboard.press("Enter");
}

const chromiumsOutcomes = outcomesInChromium();

/** @returns {Promise<Record<string, string>>} */
async function outcomesInChromium() {
  const browser = await openBrowser();
  const page = inVault(await browser.newPage());
  /** @type {Record<string, string>} */
  const outcomes = {};
  for (const [of, story] of Object.entries(STORIES)) {
    await page.goto(GUIDE_URL);
    outcomes[of] = await outcomeOf(page, story);
  }
  await browser.close();
  return outcomes;
}

/** @param {string} name @param {Uint8Array} picture */
function leavePicture(name, picture) {
  mkdirSync(PICTURES, { recursive: true });
  writeFileSync(`${PICTURES}/${name}.png`, picture);
  assert.ok(picture.length > 10_000, `${picture.length} bytes: an empty picture?`);
}
