// The guide in a frame of another page, in Chromium.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openChromium, windowOf } from "./engines/chromium.mjs";
import { lastHeight, show, testEmbed, toOutcome } from "./engines/embed.mjs";
import { freshProfile, remove } from "./engines/profile.mjs";
import { pause } from "./engines/window.mjs";
import { BUILDER, frameOf } from "./intranet.mjs";
import { AI_FAKE, GUIDE_URL, MUTUAL, openBrowser, SEXTORTION } from "./support.mjs";
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
