// Hands that open a browser, touch nothing but the keyboard, and know a few stories.

import assert from "node:assert/strict";
import { chromium } from "playwright-core";

/** How Chromium is started: as root too, and with nothing to say to anyone. */
export const LAUNCH = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // A frame in a process of its own runs its first script before Playwright can put anything into it, such as a clock.
    "--disable-features=IsolateSandboxedIframes",
  ],
};

export const openBrowser = () => chromium.launch(LAUNCH);

/**
 * All that hands need of a page, in whatever browser it is open.
 * @typedef {object} Hands
 * @property {{ press: (key: string) => Promise<unknown> }} keyboard
 * @property {import("playwright-core").Page["evaluate"]} evaluate
 */

/** @typedef {Record<string, string>} Story answers by question; whatever it does not tell is no */

/**
 * The keys that make a choice in a group of radios with nothing chosen, when its first radio has the focus. Up would lead
 * round to the last one in some browsers only.
 */
const KEYS = /** @type {Record<string, string[]>} */ ({
  yes: ["Space"],
  no: ["ArrowDown"],
  unsure: ["ArrowDown", "ArrowDown"],
});

/** Where the nations stand among their radios. */
const NATIONS = ["england", "wales", "scotland", "northern-ireland"];

/** Chooses a nation and starts, by keyboard. @param {Hands} page @param {string} nation */
export async function begin(page, nation = "england") {
  await tabTo(page, (at) => at.name === "nation");
  await page.keyboard.press("Space");
  for (let step = 0; step < NATIONS.indexOf(nation); step += 1) await page.keyboard.press("ArrowDown");
  await tabTo(page, (at) => at.sends);
  await page.keyboard.press("Enter");
}

/**
 * Answers every open question of the screen and continues, by keyboard.
 * @param {Hands} page
 * @param {Story} story
 * @param {() => Promise<void>} [onAnswered] called before the screen is left
 * @returns {Promise<string[]>} the questions answered, in order
 */
export async function answerScreen(page, story, onAnswered = async () => {}) {
  const answered = [];
  for (;;) {
    const at = await tabTo(page, ({ sends, name, chosen }) => sends || (name !== "" && !chosen));
    if (at.sends) break;
    for (const key of KEYS[story[at.name] ?? "no"] ?? []) await page.keyboard.press(key);
    answered.push(at.name);
  }
  await onAnswered();
  await page.keyboard.press("Enter");
  return answered;
}

/**
 * Answers until the outcome, by keyboard.
 * @param {Hands} page
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

/** Answers screens until the one on which a question stands. @param {Hands} page @param {string} question @param {Story} story */
export async function answerUpTo(page, question, story) {
  const stands = (/** @type {string} */ id) => document.getElementById(id)?.checkVisibility() ?? false;
  while (!(await page.evaluate(stands, question))) await answerScreen(page, story);
}

/** Which view the app shows. @param {Hands} page */
export const view = (page) => page.evaluate(() => document.getElementById("app")?.dataset.view);

/** @typedef {{ name: string, chosen: boolean, sends: boolean, text: string }} Focused */

/** Presses Tab until the focus is where it is wanted. @param {Hands} page @param {(at: Focused) => boolean} wanted */
export async function tabTo(page, wanted) {
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (wanted(at)) return at;
  }
  throw new Error("the focus never came to what was wanted");
}

/** Presses the button that says this, by keyboard. @param {Hands} page @param {string} text */
export async function press(page, text) {
  await tabTo(page, (at) => at.text === text);
  await page.keyboard.press("Enter");
}

/** @param {Hands} page @returns {Promise<Focused>} */
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

/** Whether what has the focus is in sight and not under the bar. @param {import("playwright-core").Page} page */
export const focusIsVisible = (page) =>
  page.evaluate(() => {
    const $at = /** @type {Element} */ (document.activeElement);
    const $shown = $at.closest("label") ?? $at;
    const { top, bottom, width } = $shown.getBoundingClientRect();
    const $bar = /** @type {Element} */ (document.querySelector("#top"));
    const from = $bar.contains($at) || $at.id === "skip" ? 0 : $bar.getBoundingClientRect().bottom;
    return width > 0 && bottom > from && top < innerHeight;
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
