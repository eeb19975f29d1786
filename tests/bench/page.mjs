// What the page asks of a network and a processor, in Chromium, from a host that packs as hosts do: requests and bytes, the
// cold start, and how soon a press has repainted the screen. Prints tables as tests/bench/node.mjs does.

import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { freshProfile, remove } from "../page/engines/profile.mjs";
import { LAUNCH, MUTUAL, openBrowser, view } from "../page/hands.mjs";
import { inVault } from "../page/vault.mjs";
import { EMPTY, openHost } from "./host.mjs";
import { quantile } from "./timing.mjs";

const ROUNDS = 7;
/** The guide is walked through to the outcome in so many of them. */
const WALKS = 3;
const PHONE = { width: 412, height: 823 };

/** Slow 4G and a phone's processor, as Lighthouse has them. Latency in milliseconds, throughput in bytes a second. */
const SLOW = {
  name: "Slow 4G, a processor 4 times slower",
  network: { offline: false, latency: 150, downloadThroughput: 1_474_560 / 8, uploadThroughput: 675_000 / 8 },
  processor: 4,
};
const AS_IT_IS = { name: "not slowed down", network: undefined, processor: 1 };

/** @typedef {import("playwright-core").Page} Page */

const host = await openHost();
const browser = await openBrowser();
try {
  await requests();
  for (const condition of [SLOW, AS_IT_IS]) await times(condition);
} finally {
  await browser.close();
  host.close();
}

/** Counts what is sent for a first visit, and while an incident is walked through, to a window that could install the guide. */
async function requests() {
  const profile = freshProfile();
  const context = await chromium.launchPersistentContext(profile, { ...LAUNCH, viewport: PHONE });
  const page = await open(context, "guide.html", AS_IT_IS);
  await page.mainFrame().waitForFunction(() => document.getElementById("offline")?.textContent);
  const first = host.sent.splice(0);
  await walk(page);
  console.log("table\tA first visit\trequests\tbytes of their bodies, packed");
  for (const from of ["page", "worker", "what the worker fetches"]) count(from, first);
  count("after load, to the outcome of an incident", host.sent);
  await context.close();
  remove(profile);
  assert.ok(first.filter(({ from }) => from === "page").length <= 4, "the page asks for more than four files");
  assert.equal(host.sent.length, 0, "something was asked for after load");
}

/** @param {string} name @param {import("./host.mjs").Sent[]} sent */
function count(name, sent) {
  const own = sent.filter(({ from }) => from === name);
  const bytes = own.reduce((sum, one) => sum + one.bytes, 0);
  console.log(["row", name, "", `=${own.length}`, `=${bytes}`].join("\t"));
}

/** Times the empty page and the guide, in turns, each time with nothing kept. @param {typeof SLOW | typeof AS_IT_IS} condition */
async function times(condition) {
  const took = { emptyStart: [], emptyPress: [], start: [], answer: [], screen: [] };
  const fresh = async (name) => open(await browser.newContext({ viewport: PHONE }), name, condition);
  for (let round = 0; round < ROUNDS; round += 1) {
    const empty = await fresh(EMPTY);
    took.emptyStart.push(await started(empty));
    await empty.click("button");
    took.emptyPress.push(...(await presses(empty)).map(({ took }) => took));
    await empty.context().close();
    const page = await fresh("guide.html");
    took.start.push(await started(page.mainFrame()));
    if (round < WALKS) await walk(page);
    for (const { on, took: time } of await presses(page)) took[on === "radio" ? "answer" : "screen"].push(time);
    await page.context().close();
  }
  console.log("table\tIn Chromium\tmedian\tbest\tworst");
  const named = (name) => `${name}, ${condition.name}`;
  const print = (name, against, milliseconds) => {
    const cells = [0.5, 0, 1].map((share) => Math.round(quantile(milliseconds, share) * 1e6));
    console.log(["row", named(name), against && named(against), ...cells].join("\t"));
  };
  print("empty page: painted", "", took.emptyStart);
  print("guide: ready to press Start", "empty page: painted", took.start);
  print("empty page: press to repainted", "", took.emptyPress);
  print("guide: answer to repainted", "empty page: press to repainted", took.answer);
  print("guide: Continue to next screen painted", "empty page: press to repainted", took.screen);
}

/**
 * A page that is open once it can be used.
 * @param {import("playwright-core").BrowserContext} context
 * @param {string} name
 * @param {typeof SLOW | typeof AS_IT_IS} condition
 */
async function open(context, name, { network, processor }) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  if (network) {
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", network);
  }
  await session.send("Emulation.setCPUThrottlingRate", { rate: processor });
  await page.addInitScript(watch, name === EMPTY ? "" : "up");
  const seen = inVault(page);
  await seen.goto(host.url + name);
  return seen;
}

/**
 * Notes when the page was painted as it is to be used, and how long after each press it was painted again. Runs in the page
 * and in the vault.
 * @param {string} ready what the page's body has for a class then
 */
function watch(ready) {
  const noted = { ready: 0, presses: [] };
  const afterPaint = (tell) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => tell(performance.now());
    port2.postMessage(undefined);
  };
  const look = () => {
    if (document.body?.className !== ready) return requestAnimationFrame(look);
    afterPaint((now) => {
      noted.ready = now;
    });
  };
  requestAnimationFrame(look);
  const press = ({ target, timeStamp }) =>
    requestAnimationFrame(() => afterPaint((now) => noted.presses.push({ on: target.type, took: now - timeStamp })));
  addEventListener("click", press, true);
  Object.assign(globalThis, { noted });
}

/** Milliseconds from the start of the navigation. @param {Page | import("playwright-core").Frame} page */
async function started(page) {
  await page.waitForFunction(() => globalThis.noted.ready > 0);
  return page.evaluate(() => globalThis.noted.ready);
}

/** How long each press took, in milliseconds, and what was pressed. @param {Page} page */
async function presses(page) {
  await page.evaluate(() => new Promise((tell) => requestAnimationFrame(() => setTimeout(tell))));
  return page.evaluate(() => globalThis.noted.presses);
}

/** Goes from the start to the outcome of an incident, with a pointer. @param {Page} page */
async function walk(page) {
  await page.click("input[name=nation][value=england]");
  await page.click("button.start");
  while ((await view(page)) === "questions") {
    for (let id = await unanswered(page); id; id = await unanswered(page)) {
      await page.click(`input[name="${id}"][value="${MUTUAL[id] ?? "no"}"]`);
    }
    await page.click("#app button[type=submit]");
  }
}

/** The first question on the screen without an answer. @param {Page} page */
function unanswered(page) {
  return page.evaluate(() => {
    const open = ($one) => $one.checkVisibility() && !$one.querySelector(":checked");
    return [...document.querySelectorAll("fieldset")].find(open)?.id;
  });
}
