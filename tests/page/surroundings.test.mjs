// What hosts, and pages around the guide, do to it without meaning to.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answerAll, begin, GUIDE_URL, openGuide, SEXTORTION, view } from "./support.mjs";

/** @typedef {import("playwright-core").Page} Page */

const PLAIN_URL = new URL("guide-nowasm.html", GUIDE_URL).href;
const AROUND_URL = new URL("around.html", GUIDE_URL).href;

/** Has a page come with headers of its host. @param {string} address @param {Record<string, string>} headers */
const sentWith = (address, headers) => async (/** @type {Page} */ page) => {
  const body = Buffer.from(await (await fetch(address)).arrayBuffer());
  await page.route(address, (route) =>
    route.fulfill({ body, headers: { "content-type": "text/html; charset=utf-8", ...headers } }),
  );
};

/** Has a page around the guide come, with a frame that has these attributes. @param {string} attributes */
const around = (attributes) => (/** @type {Page} */ page) =>
  page.route(AROUND_URL, (route) =>
    route.fulfill({
      body: `<!doctype html><title>Around</title><iframe src="${GUIDE_URL}" width="900" height="700" ${attributes}></iframe>`,
      contentType: "text/html; charset=utf-8",
    }),
  );

/** @param {Page} page */
async function assertWalks(page) {
  await begin(page);
  await answerAll(page, SEXTORTION);
  assert.equal(await view(page), "outcome");
}

/** @param {import("playwright-core").Page | import("playwright-core").Frame} page */
async function assertSaysSo(page) {
  const panel = page.locator("#core-failed");
  await panel.getByText("could not start").waitFor({ timeout: 5_000 });
  assert.ok(await panel.isVisible());
  assert.match(await page.locator("#guidance").innerText(), /999/);
}

for (const [charset, address] of Object.entries({ "iso-8859-1": GUIDE_URL, "windows-1252": PLAIN_URL })) {
  test(`a host that names ${charset} breaks nothing: ${new URL(address).pathname}`, async (t) => {
    const named = { "content-type": `text/html; charset=${charset}` };
    const page = await openGuide(t, {}, sentWith(address, named), address);
    assert.equal(await page.mainFrame().evaluate(() => document.characterSet), "UTF-8");
    assert.match((await page.evaluate(() => document.body.textContent)) ?? "", /“not known yet”/);
    await assertWalks(page);
  });
}

test("a host that lets scripts alone run, in a page without an origin, has the guide run", async (t) => {
  const page = await openGuide(t, {}, sentWith(GUIDE_URL, { "content-security-policy": "sandbox allow-scripts" }));
  await assertWalks(page);
});

test("within a frame that lets scripts alone run, every button works", async (t) => {
  const page = await openGuide(t, {}, around('sandbox="allow-scripts"'), AROUND_URL);
  await page.frameLocator("iframe").locator("#vault").waitFor();
  await assertWalks(page);
});

for (const [what, policy] of Object.entries({
  "no script and no style of the page's own": "default-src 'self'",
  "styles but no script of the page's own": "script-src 'self'; style-src 'unsafe-inline'",
})) {
  test(`where a host's policy allows ${what}, the page says that the questions could not start`, async (t) => {
    await assertSaysSo(await openGuide(t, {}, sentWith(GUIDE_URL, { "content-security-policy": policy })));
  });
}

test("within a frame that lets nothing run, the page says that the questions could not start", async (t) => {
  const page = await openGuide(t, {}, around('sandbox=""'), AROUND_URL);
  const frame = page.frames().find((frame) => frame.url() === GUIDE_URL);
  await assertSaysSo(/** @type {import("playwright-core").Frame} */ (frame));
});

test("while the questions are on their way nobody is told that they could not start", async (t) => {
  const page = await openGuide(t, {}, sentWith(GUIDE_URL, { "content-security-policy": "script-src 'self'" }));
  const panel = page.locator("#core-failed");
  assert.equal(await panel.isVisible(), false);
  await page.waitForTimeout(3_500);
  assert.equal(await panel.isVisible(), true);
});

/** What a browser may lack, by how it is taken away before the guide's own scripts. */
const LACKS = {
  "ranges in words": () => Reflect.deleteProperty(Intl.PluralRules.prototype, "selectRange"),
  dialogs: () => ["showModal", "close"].map((name) => Reflect.deleteProperty(HTMLDialogElement.prototype, name)),
  "copies of values": () => Reflect.deleteProperty(globalThis, "structuredClone"),
  "places from the end": () => Reflect.deleteProperty(Array.prototype, "at"),
  "children replaced": () => Reflect.deleteProperty(Element.prototype, "replaceChildren"),
  "texts replaced throughout": () => Reflect.deleteProperty(String.prototype, "replaceAll"),
};

for (const [what, takeAway] of Object.entries(LACKS)) {
  test(`a browser without ${what} walks a whole incident`, async (t) => {
    const page = await openGuide(t, {}, (fresh) => fresh.addInitScript(takeAway), PLAIN_URL);
    await assertWalks(page);
  });
}

test("what a screen needs and a browser lacks is missed before anything can be pressed", async (t) => {
  const page = await openGuide(t, {}, (fresh) =>
    fresh.addInitScript(() => Reflect.deleteProperty(Intl.PluralRules.prototype, "select")),
  );
  await assertSaysSo(page);
  assert.equal(await page.locator("#vault").count(), 0);
});
