// The vault: what it tells the shell, where the shell leads, and that nothing else passes between them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { AI_FAKE, answerAll, begin, MUTUAL, openGuide, press, SEXTORTION, view } from "./support.mjs";
import { inVault } from "./vault.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** What a sheet of A4 has room for between its margins, at 96 pixels an inch. */
const SHEET = { width: 718, height: 1000 };

const VIEWS = ["start", "questions", "outcome", "guidance", "cleared", "covered"];

/** All that may be told, by its name. @type {Record<string, (...told: any[]) => boolean>} */
const MAY_TELL = {
  view: (view, step) => VIEWS.includes(view) && Number.isInteger(step) && step < 20,
  height: (height) => Number.isInteger(height),
  error: (...nothing) => nothing.length === 0,
  open: (address) => /^(https|tel):/.test(address),
};

/** @param {Page} page */
const listen = (page) =>
  page.addInitScript(() => {
    const told = /** @type {any[]} */ ([]);
    if (parent === self) addEventListener("message", ({ data }) => told.push(data));
    Object.assign(globalThis, { told });
  });

/** @param {Page} page @returns {Promise<any[][]>} */
const toldIn = (page) => page.mainFrame().evaluate(() => /** @type {any} */ (globalThis).told);

/** @param {Page} page */
const openSources = (page) => page.locator("summary", { hasText: "Sources" }).last().click();

for (const [name, story] of Object.entries({ MUTUAL, SEXTORTION, AI_FAKE })) {
  test(`the vault tells where it stands and never what was answered: ${name}`, async (t) => {
    const page = await openGuide(t, {}, listen);
    await begin(page);
    await page.locator("#app button[type=submit]").click();
    await answerAll(page, story);
    await press(page, "Hide and clear");
    const all = await toldIn(page);
    for (const [what, ...told] of all) assert.ok(MAY_TELL[what]?.(...told), `it told ${what}: ${told}`);
    for (const what of ["view", "height", "error"])
      assert.ok(
        all.some(([said]) => said === what),
        `no ${what} was told`,
      );
  });
}

test("two stories with the same screens tell the same", async (t) => {
  const placesOf = async (/** @type {import("./hands.mjs").Story} */ story) => {
    const page = await openGuide(t, {}, listen);
    await begin(page);
    await answerAll(page, story);
    return (await toldIn(page)).filter(([what]) => what === "view");
  };
  const other = { ...SEXTORTION, coerced: "unsure", "device-held": "no" };
  assert.deepEqual(await placesOf(SEXTORTION), await placesOf(other));
});

test("a citation opens beside the guide, which cannot be reached from there", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await answerAll(page, SEXTORTION);
  await openSources(page);
  const cited = page.locator(".sources a").first();
  const context = page.context();
  const opening = [context.waitForEvent("page"), context.waitForEvent("request")];
  await cited.click();
  const [beside, request] = /** @type {[Page, import("playwright-core").Request]} */ (await Promise.all(opening));
  assert.equal(request.url(), await cited.getAttribute("href"));
  assert.equal(request.headers().referer, undefined);
  assert.equal(await beside.evaluate(() => opener), null);
  assert.equal(await view(page), "outcome");
});

test("the shell leads nowhere but where the written guidance does, and to the numbers that are right everywhere", async (t) => {
  const page = await openGuide(t, {}, listen);
  await page.context().route("**/*", (route) => route.fulfill({ body: "elsewhere" }));
  const address = page.url();
  const all = [
    "https://example.org/",
    "https://example.org/?answers",
    "javascript:alert(1)",
    "tel:+442079460000",
    "elsewhere.html",
    // The history would keep which part it was, and its host be asked for the other page.
    new URL("#recording", address).href,
    new URL("guide-nowasm.html", address).href,
  ];
  for (const away of all) await page.evaluate((away) => parent.postMessage(["open", away], "*"), away);
  await page.waitForFunction(() => true);
  await page.waitForTimeout(300);
  assert.equal((await toldIn(page)).filter(([what]) => what === "open").length, all.length);
  assert.equal(page.context().pages().length, 1);
  assert.equal(page.url(), address);
});

test("the shell opens nothing before something is pressed", async (t) => {
  const page = await openGuide(t, {}, listen);
  await page.context().route("**/*", (route) => route.fulfill({ body: "elsewhere" }));
  const cited = await page.mainFrame().evaluate(() => {
    Object.defineProperty(navigator, "userActivation", { value: { isActive: false } });
    return document.querySelector("#guidance a[href^=https]")?.getAttribute("href");
  });
  await page.evaluate((cited) => parent.postMessage(["open", cited], "*"), cited);
  await page.waitForTimeout(300);
  assert.deepEqual((await toldIn(page)).at(-1), ["open", cited]);
  assert.equal(page.context().pages().length, 1);
});

test("no number that is not a step's comes into the title", async (t) => {
  const page = await openGuide(t);
  const title = await page.title();
  for (const step of [20, 314_159_265, -1, 1.5, Number.NaN, "5", [5]])
    await page.evaluate((step) => parent.postMessage(["view", "questions", step], "*"), step);
  await page.waitForTimeout(300);
  assert.equal(await page.title(), title);
});

test("whoever has opened the guide can neither be told anything from the vault nor count its frames", async (t) => {
  const page = await openGuide(t);
  const opener = await page.context().newPage();
  await opener.goto(new URL("guide.webmanifest", page.url().replace("127.0.0.1", "localhost")).href);
  const opening = page.context().waitForEvent("page");
  await opener.evaluate((url) => {
    Object.assign(globalThis, { guide: open(url) });
  }, page.url());
  const guide = inVault(await opening);
  await guide.mainFrame().waitForFunction(() => document.body.className === "up");
  await guide.evaluate(() => {
    Object.assign(globalThis, { heard: 0 });
    addEventListener("message", () => Object.assign(globalThis, { heard: 1 }));
  });
  await opener.evaluate(() => /** @type {any} */ (globalThis).guide[0].postMessage("Tell me", "*"));
  await guide.waitForTimeout(300);
  assert.equal(await guide.evaluate(() => /** @type {any} */ (globalThis).heard), 0);
  assert.equal(await guide.evaluate(() => /** @type {Window} */ (top).opener), null);
  await assert.rejects(guide.evaluate(() => document.body.append(document.createElement("iframe"))));
  assert.equal(await opener.evaluate(() => /** @type {any} */ (globalThis).guide[0].length), 0);
});

test("the vault leads back through its own screens alone, however often it tries", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await page.evaluate(() => {
    for (let tries = 0; tries < 5; tries += 1) {
      history.back();
      dispatchEvent(new PopStateEvent("popstate"));
    }
  });
  await page.waitForFunction(() => document.querySelector("#app")?.getAttribute("data-view") === "start");
  await page.evaluate(() => history.back());
  await page.waitForTimeout(300);
  assert.equal(await view(page), "start");
  for (const way of ["go", "forward", "replaceState"])
    assert.equal(await page.evaluate((way) => way in history, way), false);
});

test("the shell hears the vault and no other window", async (t) => {
  const page = await openGuide(t);
  await page.mainFrame().evaluate(() => postMessage(["failed"], "*"));
  await page.waitForTimeout(300);
  assert.equal(await view(page), "start");
  assert.ok(await page.mainFrame().locator("#core-failed").isHidden());
});

test("an address that names a part of the written guidance opens there, and the questions are a step away", async (t) => {
  const page = await openGuide(t, {}, undefined, "guide.html#recording");
  assert.equal(await view(page), "guidance");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "recording");
  await press(page, "Back to the questions");
  await page.waitForFunction(() => document.querySelector("#app")?.getAttribute("data-view") === "start");
});

test("a print of the window around the vault has room for the whole record", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await answerAll(page, SEXTORTION);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(SHEET);
  const height = await page
    .mainFrame()
    .locator("#vault")
    .evaluate(($vault) => $vault.clientHeight);
  assert.ok(height >= (await page.evaluate(() => document.body.offsetHeight)));
  assert.ok(height > 5 * SHEET.height);
});

test("the keys that print print what is in the vault", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await page.evaluate(() => Object.assign(globalThis, { print: () => (document.title = "printed") }));
  await page.keyboard.press("Control+p");
  assert.equal(await page.evaluate(() => document.title), "printed");
});
