// The headers made for hosts: the guide runs under them as it does without, and they close what they are there to close.

import assert from "node:assert/strict";
import { createServer as createTrap } from "node:net";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { windowOf } from "./engines/chromium.mjs";
import { READY, untilSaid } from "./engines/offline.mjs";
import { SHORTENING } from "./host.mjs";
import { headersFor, host, listening, TO_FILL_IN } from "./hosted.mjs";
import { answerAll, begin, GUIDE_URL, LAUNCH, openGuide, press, SEXTORTION, view } from "./support.mjs";
import { inVault } from "./vault.mjs";

/** @typedef {import("node:test").TestContext} TestContext */

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

/** Headers on a host that redirects each page. @param {TestContext} t @param {string} set */
const redirecting = (t, set) => host(t, set, TO_FILL_IN, SHORTENING["redirects each page to its short name for good"]);

for (const set of ["strict", "embedded"])
  test(`under the ${set} headers a host that redirects each page has the guide kept, and its links lead on before`, async (t) => {
    const { browser } = await trapOthers(t);
    const at = await redirecting(t, set);
    const window = windowOf(await browser.newPage());
    await window.goTo(`${at}/guide.html`);
    await untilSaid(window, READY);
    assert.equal(await window.outside(() => crossOriginIsolated), false);
    const fresh = await (await browser.newContext({ serviceWorkers: "block" })).newPage();
    await fresh.goto(`${at}/guide.html`);
    await fresh.evaluate(() => location.assign("guide-nowasm.html"));
    await fresh.waitForURL(`${at}/guide-nowasm`);
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
