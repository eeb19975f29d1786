// The guide in a frame of another page, in Chromium.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { openChromium, windowOf } from "./engines/chromium.mjs";
import { lastHeight, show, testEmbed, toldIn, toOutcome } from "./engines/embed.mjs";
import { freshProfile, remove } from "./engines/profile.mjs";
import { pause } from "./engines/window.mjs";
import { BUILDER, frameOf } from "./intranet.mjs";
import { AI_FAKE, GUIDE_URL, LAUNCH, MUTUAL, openBrowser, SEXTORTION } from "./support.mjs";
import { inVault } from "./vault.mjs";

const profile = freshProfile();
testEmbed("Chromium", () => openChromium(profile));

const browser = openBrowser();
after(async () => {
  await (await browser).close();
  remove(profile);
});

test("what an outcome is cannot be told from its height", async (t) => {
  const page = await (await browser).newPage();
  t.after(() => page.close());
  const window = windowOf(page);
  const heights = [];
  for (const story of [MUTUAL, SEXTORTION, AI_FAKE]) {
    await show(t, window, { body: frameOf(GUIDE_URL) });
    await toOutcome(window, story);
    await pause(300);
    heights.push(await lastHeight(window));
  }
  assert.equal(new Set(heights).size, 1, String(heights));
});

test("a page around the guide is told the same of two incidents with as many screens, message for message", async (t) => {
  // A screen that is taller than any page of questions would show each question that an answer brings.
  const tall = await chromium.launch({ ...LAUNCH, args: [...LAUNCH.args, "--screen-info={1600x4000}"] });
  t.after(() => tall.close());
  const told = [];
  for (const story of [SEXTORTION, { "child-imagery": "yes", threatened: "yes", "advice-outstanding": "yes" }]) {
    const window = windowOf(await tall.newPage());
    await show(t, window, { body: frameOf(GUIDE_URL) });
    await toOutcome(window, story);
    told.push((await toldIn(window)).slice(1));
  }
  assert.deepEqual(told[0], told[1]);
});

test("from within an intranet builder's block a source opens beside the page", async (t) => {
  const context = await (await browser).newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const window = windowOf(page);
  await show(t, window, BUILDER);
  await toOutcome(window, SEXTORTION);
  const opening = context.waitForEvent("page");
  await inVault(page).locator("summary", { hasText: "Sources" }).last().click();
  await inVault(page).locator(".sources a").first().click();
  await opening;
});
