// Each page in the oldest real Chromium that it is promised to run in, or the nearest one that npm keeps.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openOld, programOf } from "./engines/old.mjs";
import { freshProfile, remove } from "./engines/profile.mjs";
import { answerAll, begin, GUIDE_URL, openGuide, SEXTORTION, view } from "./support.mjs";

/** @typedef {import("./hands.mjs").Hands} Hands */

/** What stands in the lock file of `tests/old`, and the release that each is. */
const NEAR_97 = { from: "@sparticuz/chromium/bin/chromium.br", release: 103 };
const LEAST = { from: "chrome-aws-lambda/bin/chromium-72.0.3617.0.br", release: 72 };

const PAGES = { "guide.html": NEAR_97, "guide-nowasm.html": LEAST };

/** @param {import("node:test").TestContext} t @param {{ from: string, release: number }} old */
async function open(t, { from, release }) {
  const profile = freshProfile();
  const window = await openOld(programOf(from), profile);
  t.after(async () => {
    await window.close();
    remove(profile);
  });
  assert.match(window.version, new RegExp(`/${release}\\.`));
  return window;
}

/** What an outcome comes to. @param {Hands} page */
const comesTo = (page) =>
  page.evaluate(() => ({
    response: document.querySelector("[data-response]")?.getAttribute("data-response"),
    steps: [...document.querySelectorAll("[data-step]")].map(($step) => $step.textContent),
    code: document.querySelector("#app b.code")?.textContent,
  }));

/** @param {Hands} page */
async function walk(page) {
  await begin(page);
  await answerAll(page, SEXTORTION);
  assert.equal(await view(page), "outcome");
  return comesTo(page);
}

for (const [name, old] of Object.entries(PAGES)) {
  test(`Chromium ${old.release}: ${name} walks a whole incident, by keyboard, to the outcome of a new one`, async (t) => {
    const window = await open(t, old);
    await window.goTo(new URL(name, GUIDE_URL).href);
    assert.deepEqual(await walk(window.hands), await walk(await openGuide(t)));
    const { height, whole } = await window.outside(() => ({
      height: document.getElementById("vault")?.clientHeight ?? 0,
      whole: innerHeight,
    }));
    assert.ok(height > whole * 0.9, `the vault is ${height} of ${whole} pixels tall`);
  });
}

test(`Chromium ${LEAST.release}: guide.html cannot compile its core, and leads on to the page that can do without`, async (t) => {
  const window = await open(t, LEAST);
  await window.goTo(GUIDE_URL);
  const offered = await window.outside(() => {
    const $panel = /** @type {HTMLElement} */ (document.getElementById("core-failed"));
    return [$panel.offsetHeight > 0, $panel.querySelector("a")?.getAttribute("href")];
  });
  assert.deepEqual(offered, [true, "guide-nowasm.html"]);
});
