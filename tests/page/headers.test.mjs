// The headers made for hosts: the guide runs under them as it does without, and they close what they are there to close.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createTrap } from "node:net";
import { extname } from "node:path";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { answerAll, begin, GUIDE_URL, LAUNCH, openBrowser, openGuide, press, SEXTORTION, view } from "./support.mjs";
import { inVault } from "./vault.mjs";

/** @typedef {import("node:test").TestContext} TestContext */
/** @typedef {Record<string, string>} Headers */

/** Whoever may frame the page is filled in by whoever hosts it. */
const TO_FILL_IN = "https://intranet.example";

/** What a file is, as any host knows. @type {Record<string, string>} */
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript" };

/** @param {import("node:net").Server} server @returns {Promise<string>} */
const listening = (server) =>
  new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      resolve(`127.0.0.1:${port}`);
    }),
  );

/** Reads the file as Netlify does. @param {string} text @returns {[string, Headers][]} */
function rulesOf(text) {
  return text.split("\n\n").map((block) => {
    const [path = "", ...lines] = block.trim().split("\n");
    return [path, Object.fromEntries(lines.map((line) => line.trim().split(/: (.*)/)))];
  });
}

/** @param {string} set @param {string} path @returns {Headers} */
function headersFor(set, path) {
  const rules = rulesOf(readFileSync(`dist/headers/${set}/_headers`, "utf8"));
  return Object.assign({}, ...rules.filter(([rule]) => rule === "/*" || rule === path).map(([, headers]) => headers));
}

/** A host that sends what the set says. @param {TestContext} t @param {string} set @param {string} [around] who may frame it */
async function host(t, set, around = TO_FILL_IN) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://host").pathname;
    const filled = Object.entries(headersFor(set, path)).map(([name, value]) => [
      name,
      value.replace(TO_FILL_IN, around),
    ]);
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    response.writeHead(200, { ...Object.fromEntries(filled), "content-type": type });
    response.end(readFileSync(`dist${path}`));
  });
  t.after(() => server.close());
  return `http://${await listening(server)}`;
}

/** A page elsewhere with the guide in a frame. @param {TestContext} t @param {() => string} guide */
async function intranet(t, guide) {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end(`<!doctype html><title>Intranet</title><iframe src="${guide()}"></iframe>`);
  });
  t.after(() => server.close());
  return `http://${await listening(server)}`;
}

for (const set of ["strict", "embedded"])
  for (const name of ["guide.html", "guide-nowasm.html"])
    test(`under the ${set} headers ${name} runs to an outcome, is kept by its worker and copies its record, without a complaint`, async (t) => {
      /** @type {string[]} */
      const heard = [];
      const page = await openGuide(
        t,
        { serviceWorkers: "allow", permissions: ["clipboard-read", "clipboard-write"] },
        async (fresh) => {
          fresh.on("console", (message) => heard.push(message.text()));
          fresh.on("pageerror", (error) => heard.push(error.message));
        },
        `${await host(t, set)}/${name}`,
      );
      await begin(page);
      await answerAll(page, SEXTORTION);
      assert.equal(await view(page), "outcome");
      await page.mainFrame().evaluate(() => navigator.serviceWorker.ready.then(() => true));
      assert.deepEqual(heard, []);
      await press(page, "Copy as plain text");
      assert.match(await page.locator('#app [role="status"] p').innerText(), /^Copied/);
    });

/** Whether the guide shows in a page of this origin. @param {TestContext} t @param {string} set @param {boolean} named whether the origin is named */
async function isFramed(t, set, named) {
  let guide = "";
  const around = await intranet(t, () => `${guide}/guide.html`);
  guide = await host(t, set, named ? around : TO_FILL_IN);
  const browser = await openBrowser();
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.addInitScript(() => {
    addEventListener("message", () => Object.assign(globalThis, { heard: true }));
  });
  await page.goto(around);
  // A guide that shows tells the page around it how tall it is. Nothing can be asked of a frame that was refused.
  const heard = page.waitForFunction(() => "heard" in globalThis, undefined, { timeout: 2_000 });
  return heard.then(
    () => true,
    () => false,
  );
}

test("a page elsewhere may not frame the guide, unless the host has named it", async (t) => {
  assert.equal(await isFramed(t, "strict", true), false);
  assert.equal(await isFramed(t, "embedded", false), false);
  assert.equal(await isFramed(t, "embedded", true), true);
});

test("a worker may fetch from beside itself, and a page from nowhere", () => {
  for (const set of ["strict", "embedded"]) {
    assert.equal(headersFor(set, "/worker.js")["Content-Security-Policy"], "default-src 'none'; connect-src 'self'");
    assert.match(headersFor(set, "/guide.html")["Content-Security-Policy"] ?? "", /connect-src 'none'/);
  }
});

/** Every other host is here, and none understands what it is told: it only counts who asks. @param {TestContext} t */
async function trapOthers(t) {
  /** @type {string[]} */
  const reached = [];
  const trap = createTrap((socket) => {
    socket.on("error", () => {});
    socket.once("data", (hello) => {
      // The name of the host stands readable in the first message of TLS.
      reached.push(hello.toString("latin1").match(/[\w.-]+\.(?:uk|example)/)?.[0] ?? "");
      socket.destroy();
    });
  });
  t.after(() => trap.close());
  const at = await listening(trap);
  const browser = await chromium.launch({
    ...LAUNCH,
    args: [
      ...LAUNCH.args,
      `--host-resolver-rules=MAP *.uk ${at}, MAP *.example ${at}`,
      // On from version 152; before that it has to be asked for.
      "--enable-features=ConnectionAllowlists,OverrideConnectionAllowlistOriginTrial",
    ],
  });
  t.after(() => browser.close());
  return { reached, browser };
}

test("where Chromium knows Connection-Allowlist every source can be reached, and nothing else", async (t) => {
  const { reached, browser } = await trapOthers(t);
  /** Whether a host was reached in the end. @param {string} address */
  async function reaches(address) {
    for (let waits = 0; waits < 30; waits += 1) {
      if (reached.includes(new URL(address).host)) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  }
  const page = inVault(await browser.newPage());
  await page.goto(`${await host(t, "strict")}/guide.html`);
  const links = await page.mainFrame().evaluate(() => [...document.links].map(({ href }) => href));
  const cited = new Set(links.filter((address) => address.startsWith("https:")));
  assert.ok(cited.size > 0);
  for (const address of cited) {
    reached.length = 0;
    await page.evaluate((address) => parent.postMessage(["open", address], "*"), address);
    assert.ok(await reaches(address), `${address} was not reached`);
  }
  const lead = (/** @type {string} */ away) => void setTimeout(() => location.assign(away));
  const elsewhere = "https://elsewhere.example/";
  await page.mainFrame().evaluate(lead, elsewhere);
  assert.equal(await reaches(elsewhere), false);
  await page.goto(GUIDE_URL);
  await page.mainFrame().evaluate(lead, elsewhere);
  assert.ok(await reaches(elsewhere), "it is the header that closes it");
});
