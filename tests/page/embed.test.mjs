// The guide in a frame of another page, from another origin, as intranets and learning platforms show it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { AI_FAKE, answerAll, begin, GUIDE_URL, MUTUAL, openBrowser, press, SEXTORTION, view } from "./support.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("node:test").TestContext} TestContext */

const GUIDE = new URL(GUIDE_URL);

/** The attributes of the frame, as whoever embeds the guide is told to write them. */
const SNIPPET = /<iframe[^>]*>/.exec(readFileSync("www/embedding.md", "utf8"))?.[0] ?? "";
const frame = `${SNIPPET.replace(/src="[^"]*"/, `src="${GUIDE_URL}"`)}</iframe>`;
const script = '<script src="/embed.js" defer></script>';

/** What an intranet builder makes of an embed block: its own sandboxed frame around the guide's, of a fixed height, and no script of ours. */
const block = `<iframe sandbox="allow-scripts allow-same-origin allow-popups allow-forms" style="width:600px;height:700px" src="/block"></iframe>`;

/** Pages that show the guide: what they hold and the content policy they are sent with. @type {Record<string, { body: string, policy?: string }>} */
const HOSTS = {
  "without a policy": { body: frame + script },
  "whose scripts come from itself alone": {
    body: frame + script,
    policy: `script-src 'self'; frame-src ${GUIDE.origin}`,
  },
  "with Trusted Types": { body: frame + script, policy: "require-trusted-types-for 'script'; trusted-types 'none'" },
  "that may frame the guide and nothing else": {
    body: frame + script,
    policy: `default-src 'self'; style-src 'unsafe-inline'; frame-src ${GUIDE_URL}`,
  },
};

const REFUSING = { body: frame + script, policy: "frame-src 'none'" };
const BUILDER = { body: block };

/** @param {{ body: string, policy?: string }} host @param {string} path */
function answerTo({ body, policy }, path) {
  if (path === "/embed.js") return { type: "text/javascript", text: readFileSync("dist/embed.js") };
  const within = path === "/block" ? `<iframe src="${GUIDE_URL}" style="width:100%;height:600px"></iframe>` : body;
  return { type: "text/html", text: `<!doctype html><title>Intranet</title><p>Above</p>${within}<p>Below</p>`, policy };
}

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** Shows the guide in a page, and keeps everything that the page is told. @param {TestContext} t @param {{ body: string, policy?: string }} host */
async function show(t, host) {
  const server = createServer(({ url }, response) => {
    const { type, text, policy } = answerTo(host, url ?? "/");
    response.writeHead(200, { "content-type": type, ...(policy && { "content-security-policy": policy }) });
    response.end(text);
  });
  const port = await new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve(/** @type {any} */ (server.address()).port)),
  );
  const context = await browser.newContext({ viewport: { width: 900, height: 600 } });
  t.after(async () => {
    await context.close();
    server.close();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.addInitScript(() => {
    const told = /** @type {any[]} */ ([]);
    if (top === self) addEventListener("message", ({ data }) => told.push(data));
    Object.assign(globalThis, { told });
  });
  await page.goto(`http://localhost:${port}/`);
  return page;
}

/** Hands in the vault, once it is there. @param {Page} page @returns {Promise<import("./hands.mjs").Hands & { frame: import("playwright-core").Frame }>} */
async function inside(page) {
  for (let waits = 0; waits < 200 && !page.frame("vault"); waits += 1) await page.waitForTimeout(50);
  const vault = page.frame("vault");
  assert.ok(vault, "the guide is not there");
  await vault.waitForFunction(() => document.getElementById("app")?.dataset.view === "start");
  await vault.locator("#skip").focus();
  return { keyboard: page.keyboard, evaluate: vault.evaluate.bind(vault), frame: vault };
}

/** @param {Page} page @returns {Promise<any[]>} */
const toldIn = (page) => page.evaluate(() => /** @type {any} */ (globalThis).told);

/** @param {Page} page */
const heightOf = (page) =>
  page
    .locator("iframe")
    .first()
    .evaluate(($frame) => $frame.clientHeight);

/** @param {Page} page */
async function assertToldNothingElse(page) {
  for (const told of await toldIn(page)) {
    const { sgii, ...said } = told;
    assert.equal(sgii, 1);
    const [[what, value] = [], ...more] = Object.entries(said);
    assert.ok(what === "height" || what === "step", `it told ${what}`);
    assert.ok(Number.isInteger(value) && more.length === 0, JSON.stringify(told));
  }
}

for (const [name, host] of Object.entries(HOSTS))
  test(`in a page ${name} it runs to an outcome, as tall as it is, and tells nothing else`, async (t) => {
    const page = await show(t, host);
    const hands = await inside(page);
    await begin(hands);
    await answerAll(hands, SEXTORTION);
    assert.equal(await view(hands), "outcome");
    await page.waitForFunction(() => document.querySelector("iframe")?.clientHeight === innerHeight);
    await press(hands, "Hide and clear");
    assert.equal(await view(hands), "cleared");
    await page.waitForFunction(() => Number(document.querySelector("iframe")?.clientHeight) < 600);
    assert.ok((await heightOf(page)) >= 300);
    await assertToldNothingElse(page);
    assert.ok((await toldIn(page)).some(({ step }) => step > 1));
  });

test("what an outcome is cannot be told from its height", async (t) => {
  const heights = [];
  for (const story of [MUTUAL, SEXTORTION, AI_FAKE]) {
    const page = await show(t, { body: frame });
    const hands = await inside(page);
    await begin(hands);
    await answerAll(hands, story);
    await page.waitForTimeout(300);
    heights.push((await toldIn(page)).filter(({ height }) => height).at(-1).height);
  }
  assert.equal(new Set(heights).size, 1, String(heights));
});

test("the frame hears its guide and no other window", async (t) => {
  const page = await show(t, { body: `${frame}<iframe id="other" srcdoc="<p>Other</p>"></iframe>${script}` });
  await inside(page);
  const height = await heightOf(page);
  await page.evaluate(() => postMessage({ sgii: 1, height: 700 }, "*"));
  await page
    .frames()
    .at(-1)
    ?.evaluate(() => 0);
  for (const other of page.frames().filter((it) => it.url() === "about:srcdoc" && it.name() !== "vault"))
    await other.evaluate(() => parent.postMessage({ sgii: 1, height: 700 }, "*"));
  await page.waitForTimeout(300);
  assert.equal(await heightOf(page), height);
  assert.equal(await page.locator("#other").evaluate(($other) => $other.clientHeight), 150);
});

test("what is told is kept within bounds, and what is no number is not heard", async (t) => {
  const page = await show(t, { body: frame + script });
  await inside(page);
  const tell = async (/** @type {any} */ told) => {
    await page.frames()[1]?.evaluate((told) => parent.postMessage(told, "*"), told);
    await page.waitForTimeout(100);
    return heightOf(page);
  };
  assert.equal(await tell({ sgii: 1, height: 1e9 }), 600);
  assert.equal(await tell({ sgii: 1, height: 1 }), 300);
  for (const told of [
    { sgii: 1, height: "700" },
    { height: 700 },
    { sgii: 2, height: 700 },
    null,
    "700",
    { sgii: 1, height: Number.NaN },
  ])
    assert.equal(await tell(told), 300, JSON.stringify(told));
});

test("in an intranet builder's block of a fixed height the guide scrolls within, and its bar stays", async (t) => {
  const page = await show(t, BUILDER);
  const hands = await inside(page);
  await begin(hands);
  await answerAll(hands, SEXTORTION);
  assert.equal(await view(hands), "outcome");
  await hands.frame.evaluate(() => scrollTo(0, 1500));
  assert.ok(await hands.frame.evaluate(() => scrollY > 1000));
  assert.equal(await hands.frame.locator("#top").evaluate(($top) => $top.getBoundingClientRect().top), 0);
  const opening = page.context().waitForEvent("page");
  await hands.frame.locator("summary", { hasText: "Sources" }).last().click();
  await hands.frame.locator(".sources a").first().click();
  await opening;
  await hands.frame.getByText("Hide and clear").click();
  assert.equal(await view(hands), "cleared");
});

test("a page that may frame nothing shows no guide, and its console names the policy", async (t) => {
  /** @type {string[]} */
  const heard = [];
  const context = await browser.newContext();
  t.after(() => context.close());
  const page = await show(t, REFUSING);
  page.on("console", (message) => heard.push(message.text()));
  await page.reload();
  await page.waitForTimeout(500);
  assert.equal(page.frame("vault"), null);
  assert.match(heard.join("\n"), /frame-src/);
});
