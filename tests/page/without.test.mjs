// When something the page stands on is missing, the written guidance stands, and says so calmly.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, begin, GUIDE_URL, openGuide } from "./support.mjs";

/** @param {import("playwright-core").Page} page */
async function assertGuidanceStands(page) {
  assert.ok(await page.locator("#guidance").isVisible());
  assert.ok(await page.locator("#app").isHidden());
  const text = await page.locator("#guidance").innerText();
  for (const part of [/999/, /danger/i, /never/i]) assert.match(text, part);
  assert.ok(text.length > 5_000, "the guidance is too short to be the whole");
}

test("without script the whole guidance is there", async (t) => {
  const page = await openGuide(t, { javaScriptEnabled: false });
  await assertGuidanceStands(page);
});

test("without WebAssembly a calm panel stands over the whole guidance", async (t) => {
  const page = await openGuide(t, { bypassCSP: true }, (fresh) =>
    fresh.addInitScript(() => {
      Reflect.deleteProperty(globalThis, "WebAssembly");
    }),
  );
  await assertGuidanceStands(page);
  assert.ok(await page.locator("#core-failed").isVisible());
  assert.match(await page.locator("#core-failed").innerText(), /could not start/);
  await assertAccessible(page);
});

test("a core that fails while someone answers ends in the calm panel, with nothing of the answers", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new Error("broken") })));
  await page.mainFrame().locator("#core-failed").waitFor();
  await assertGuidanceStands(page);
  assert.equal(await page.mainFrame().locator("#app").textContent(), "");
  assert.equal(page.frames().length, 1, "the vault is gone, and all in it");
});

test("where the written guidance lacks one text, or has it empty, the questions do not begin", async (t) => {
  const served = await (await fetch(GUIDE_URL)).text();
  const text = /(<p data-says="why">)(.*?)<\/p>/;
  for (const without of [served.replace(text, ""), served.replace(text, "$1</p>")]) {
    assert.ok(without.length < served.length);
    const page = await openGuide(t, {}, (fresh) =>
      fresh.route(GUIDE_URL, (route) => route.fulfill({ body: without, contentType: "text/html; charset=utf-8" })),
    );
    await page.mainFrame().locator("#core-failed").waitFor();
    await assertGuidanceStands(page);
  }
});
