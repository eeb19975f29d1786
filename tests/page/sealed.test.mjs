// The very bytes that are served: they run, ask for nothing more and leave nothing behind.

import assert from "node:assert/strict";
import { test } from "node:test";
import { KEPT } from "./host.mjs";
import { answerAll, begin, GUIDE_URL, openGuide, SEXTORTION, view } from "./support.mjs";

/** Without the byte order mark, of which the browser's tools say nothing. @param {Buffer} bytes */
const unmarked = (bytes) => bytes.subarray(bytes.indexOf("<"));

test("the served bytes run as they are, without a complaint or another request", async (t) => {
  const served = Buffer.from(await (await fetch(GUIDE_URL)).arrayBuffer());
  /** @type {string[]} */
  const heard = [];
  /** @type {import("playwright-core").Request[]} */
  const requests = [];
  const page = await openGuide(t, { serviceWorkers: "allow" }, async (fresh) => {
    fresh.on("console", (message) => heard.push(message.text()));
    fresh.on("pageerror", (error) => heard.push(error.message));
    fresh.on("request", (request) => requests.push(request));
  });
  await begin(page);
  await answerAll(page, SEXTORTION);
  assert.equal(await view(page), "outcome");
  assert.deepEqual(heard, []);
  const asked = requests.filter((request) => !request.url().startsWith("data:"));
  assert.deepEqual(
    asked.map((request) => request.url()),
    [GUIDE_URL],
  );
  const received = await (await asked[0]?.response())?.body();
  assert.ok(received && unmarked(received).equals(unmarked(served)), "the browser received other bytes");
});

test("the address never changes and the title tells nothing", async (t) => {
  const page = await openGuide(t);
  const address = page.url();
  const titles = new Set([await page.title()]);
  await begin(page);
  await answerAll(page, SEXTORTION, async () => {
    titles.add(await page.title());
    assert.equal(page.url(), address);
  });
  titles.add(await page.title());
  assert.equal(page.url(), address);
  for (const title of titles) assert.match(title, /^((Step \d+|Next steps) – )?Response guide$/);
});

test("nothing is stored but the guide itself, and the history is told an index only", async (t) => {
  const page = await openGuide(t, { serviceWorkers: "allow" });
  await begin(page);
  await answerAll(page, SEXTORTION);
  const kept = await page.mainFrame().evaluate(async () => {
    await navigator.serviceWorker.ready;
    const [name = "", ...others] = await caches.keys();
    const files = await (await caches.open(name)).keys();
    return { others, files: files.map(({ url }) => new URL(url).pathname.slice(1)).sort() };
  });
  assert.deepEqual(kept, { others: [], files: KEPT });
  const left = await page.mainFrame().evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    state: history.state,
  }));
  assert.deepEqual(left, {
    local: 0,
    session: 0,
    cookies: "",
    databases: 0,
    state: null,
  });
  const told = await page.evaluate(() =>
    Object.entries(history.state).map(([name, value]) => `${name}: ${typeof value}`),
  );
  assert.deepEqual(told, ["at: number"]);
  for (const store of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
    const open = (/** @type {string} */ name) => /** @type {any} */ (globalThis)[name].open?.("it");
    await assert.rejects(page.evaluate(open, store), /SecurityError/, `the vault has ${store}`);
  }
});

test("leaving the page wipes every answer", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await answerAll(page, SEXTORTION);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  assert.equal(await view(page), "cleared");
  assert.doesNotMatch(await page.locator("#app").innerText(), /refer/i);
});

test("between the start and the outcome there is no place to type anything", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  const typed = "textarea, select, [contenteditable], input:not([type=radio])";
  await answerAll(page, SEXTORTION, async () => assert.equal(await page.locator(typed).count(), 0));
  assert.equal(await page.locator(typed).count(), 0);
});
