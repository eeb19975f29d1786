// What is asked on which screen, walked by keyboard. `tests/counts.rs` holds the counts of `policy/counts.md` to the same walks.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answerScreen, begin, openGuide, view } from "./support.mjs";
import { answersOf, WALKS } from "./walks.mjs";

for (const walk of WALKS) {
  test(`each screen asks what it should: ${walk.story}`, { timeout: 60_000 }, async (t) => {
    const page = await openGuide(t);
    await begin(page, walk.nation);
    const asked = [];
    while ((await view(page)) === "questions") asked.push(await answerScreen(page, answersOf(walk)));
    assert.equal(await view(page), "outcome");
    assert.deepEqual(asked, walk.screens);
  });
}
