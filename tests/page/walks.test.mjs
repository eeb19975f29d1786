// What is asked on which screen, walked by keyboard.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answerScreen, begin, openGuide, view } from "./support.mjs";
import { answersOf, WALKS } from "./walks.mjs";

for (const walk of WALKS) {
  test(`each screen asks what it should: ${walk.story}`, { timeout: 60_000 }, async (t) => {
    const page = await openGuide(t);
    await begin(page, walk.nation);
    const asked = [];
    /** @type {Awaited<ReturnType<typeof toCome>>[]} */
    const told = [];
    while ((await view(page)) === "questions") {
      asked.push(await answerScreen(page, answersOf(walk), async () => void told.push(await toCome(page))));
    }
    assert.equal(await view(page), "outcome");
    assert.deepEqual(asked, walk.screens);
    for (const [place, { text, least, most }] of told.entries()) {
      const followed = asked.length - place - 1;
      assert.ok(least <= followed && followed <= most, `${followed} followed "${text}"`);
    }
    assert.ok(told.some(({ least }) => least > 0) && told.some(({ most }) => most < walk.screens.length));
  });
}

/** How many screens a screen says are still to come. @param {import("playwright-core").Page} page */
async function toCome(page) {
  const text = await page.locator("form > .hint").first().innerText();
  const [least, most] = (/· (.*)/.exec(text)?.[1]?.match(/\d+/g) ?? ["0"]).map(Number);
  if (least === undefined) throw new Error(text);
  assert.doesNotMatch(text, /\b1 more screens/);
  return { text, least: text.includes("at most") ? 0 : least, most: most ?? least };
}
