// A browser on the guide that is being served, and hands that touch nothing but the keyboard.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after } from "node:test";
import { chromium } from "playwright-core";

export const GUIDE_URL = process.env.GUIDE_URL ?? "http://127.0.0.1:8080/";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
after(() => browser.close());

/**
 * The guide in a fresh context, closed when the test ends.
 * @param {import("node:test").TestContext} t
 * @param {import("playwright-core").BrowserContextOptions} [options]
 * @param {(page: import("playwright-core").Page) => Promise<unknown>} [before] what is done before the page loads
 */
export async function openGuide(t, options = {}, before = async () => {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await before(page);
  await page.goto(GUIDE_URL);
  return page;
}

/** The guide in a context in which axe may run; nothing else about the page changes. @param {import("node:test").TestContext} t */
export const openForAxe = (t) => openGuide(t, { bypassCSP: true });

/** @param {import("playwright-core").Page} page */
export async function assertAccessible(page) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const found = await /** @type {any} */ (globalThis).axe.run();
    return found.violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes[0].html}`);
  });
  assert.deepEqual(violations, [], `on "${await headingOf(page)}"`);
}

/** @param {import("playwright-core").Page} page */
export const headingOf = (page) => page.locator("main:visible h1").innerText();

/** @typedef {Record<string, string>} Story answers by question; whatever it does not tell is no */

/** The key that makes a choice in a group of radios with nothing chosen, when its first radio has the focus. */
const KEYS = /** @type {Record<string, string>} */ ({ yes: "Space", no: "ArrowDown", unsure: "ArrowUp" });

/** Where the nations stand among their radios. */
const NATIONS = ["england", "wales", "scotland", "northern-ireland"];

/** Chooses a nation and starts, by keyboard. @param {import("playwright-core").Page} page @param {string} nation */
export async function begin(page, nation = "england") {
  await tabTo(page, (at) => at.name === "nation");
  await page.keyboard.press("Space");
  for (let step = 0; step < NATIONS.indexOf(nation); step += 1) await page.keyboard.press("ArrowDown");
  await tabTo(page, (at) => at.sends);
  await page.keyboard.press("Enter");
}

/** Answers every open question of the screen and continues, by keyboard. @param {import("playwright-core").Page} page @param {Story} story */
export async function answerScreen(page, story) {
  for (;;) {
    const at = await tabTo(page, ({ sends, name, chosen }) => sends || (name !== "" && !chosen));
    if (at.sends) return page.keyboard.press("Enter");
    await page.keyboard.press(KEYS[story[at.name] ?? "no"] ?? "Tab");
  }
}

/**
 * Answers until the outcome, by keyboard.
 * @param {import("playwright-core").Page} page
 * @param {Story} story
 * @param {() => Promise<void>} [onScreen] called on each screen before it is answered
 */
export async function answerAll(page, story, onScreen = async () => {}) {
  for (let screens = 0; (await view(page)) === "questions"; screens += 1) {
    assert.ok(screens < 20, "the questions do not come to an end");
    await onScreen();
    await answerScreen(page, story);
  }
}

/** Answers screens until the one on which a question stands. @param {import("playwright-core").Page} page @param {string} question @param {Story} story */
export async function answerUpTo(page, question, story) {
  while (!(await page.locator(`#${question}`).isVisible())) await answerScreen(page, story);
}

/** Which view the app shows. @param {import("playwright-core").Page} page */
export const view = (page) => page.locator("#app").getAttribute("data-view");

/** @typedef {{ name: string, chosen: boolean, sends: boolean, text: string }} Focused */

/** Presses Tab until the focus is where it is wanted. @param {import("playwright-core").Page} page @param {(at: Focused) => boolean} wanted */
export async function tabTo(page, wanted) {
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (wanted(at)) return at;
  }
  throw new Error("the focus never came to what was wanted");
}

/** Presses the button that says this, by keyboard. @param {import("playwright-core").Page} page @param {string} text */
export async function press(page, text) {
  await tabTo(page, (at) => at.text === text);
  await page.keyboard.press("Enter");
}

/** @param {import("playwright-core").Page} page @returns {Promise<Focused>} */
const focused = (page) =>
  page.evaluate(() => {
    const $at = /** @type {any} */ (document.activeElement);
    const radio = $at.type === "radio";
    return {
      name: radio ? $at.name : "",
      chosen: radio && document.querySelector(`input[name="${$at.name}"]:checked`) !== null,
      sends: $at.type === "submit",
      text: $at.innerText ?? "",
    };
  });

/** The step ids shown, in order. @param {import("playwright-core").Page} page */
export const stepsOf = (page) =>
  page.locator("[data-step]").evaluateAll(($steps) => $steps.map(($step) => $step.getAttribute("data-step")));

/** Children of one age who sent each other images, freely. */
export const MUTUAL = { "child-imagery": "yes", shared: "yes", asked: "yes", "imagery-seen": "yes" };

/** A stranger online who wants money. */
export const SEXTORTION = {
  "risk-of-harm": "unsure",
  "child-imagery": "yes",
  shared: "yes",
  asked: "yes",
  threatened: "yes",
  "unverified-contact": "yes",
  coerced: "yes",
  blackmail: "yes",
  "device-held": "yes",
  "advice-outstanding": "yes",
};

/** A fake made of a pupil and passed round two schools; nobody knows yet whether it was meant to hurt, or how the child is. */
export const AI_FAKE = {
  "child-imagery": "yes",
  shared: "yes",
  "made-by-someone-else": "yes",
  "made-without-agreement": "yes",
  "ai-or-edited": "yes",
  "passed-on": "yes",
  "online-or-spreading": "yes",
  "meant-to-harm": "unsure",
  "serious-impact": "unsure",
  "other-setting": "yes",
  "advice-outstanding": "yes",
};
