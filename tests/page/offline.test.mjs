// The guide without a connection, in Chromium.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openChromium, windowOf } from "./engines/chromium.mjs";
import { cachesOf, READY, said, spoil, startOf, testOffline, untilSaid } from "./engines/offline.mjs";
import { freshProfile, remove } from "./engines/profile.mjs";
import { pause, until } from "./engines/window.mjs";
import { openBrowser } from "./hands.mjs";
import { ELSEWHERE, openHost, SHORTENING } from "./host.mjs";

const profile = freshProfile();
testOffline("Chromium", () => openChromium(profile));

const browser = openBrowser();
after(async () => {
  await (await browser).close();
  remove(profile);
});

/** @typedef {import("./host.mjs").Route} Route */

/** A context of its own, with a window on a host. @param {import("node:test").TestContext} t @param {Route} [route] */
async function openWindow(t, route) {
  const host = await openHost(t, { route });
  const context = await (await browser).newContext();
  t.after(() => context.close());
  const window = windowOf(await context.newPage());
  await window.goTo(host.url);
  await untilSaid(window, READY);
  return { host, context, window };
}

test("within another page nothing is kept and nothing is asked for", async (t) => {
  const host = await openHost(t);
  const context = await (await browser).newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(host.url.replace("guide.html", "guide.webmanifest"));
  await page.evaluate((src) => {
    const $frame = Object.assign(document.createElement("iframe"), { src });
    document.body.append($frame);
  }, `${host.url}?embed`);
  await until(async () => page.frames().some((frame) => frame.name() === "vault"));
  await pause(1_000);
  const asked = host.asked.filter((name) => name !== "favicon.ico");
  assert.deepEqual(asked, ["guide.webmanifest", "guide.html"]);
});

test("where the browser may keep nothing, nothing is asked for and nothing is said", async (t) => {
  const host = await openHost(t);
  const context = await (await browser).newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  await page.addInitScript(() => Object.defineProperty(navigator, "cookieEnabled", { value: false }));
  const window = windowOf(page);
  await window.goTo(host.url);
  assert.equal(await startOf(window), "Start");
  await pause(1_000);
  assert.equal(await said(window), "");
  assert.ok(!host.asked.includes("worker.js"));
});

test("the folder itself is the host's while there is a connection, and the guide when there is none", async (t) => {
  const { host, window } = await openWindow(t);
  const folder = host.url.replace("guide.html", "");
  await window.goTo(folder);
  assert.equal(await window.outside(() => document.title), ELSEWHERE);
  await host.stop();
  await window.goTo(folder);
  assert.equal(await startOf(window), "Start");
});

/** Hosts that have the guide at the folder itself. @type {Record<string, Route>} */
const AT_THE_FOLDER = {
  "that has the guide for its index": (path) => path || "guide.html",
  "that leads from the folder to the guide": (path) => path || { status: 302, to: "guide.html" },
};

for (const [host, route] of Object.entries(AT_THE_FOLDER))
  test(`on a host ${host} it is ready at the folder, and opens there with the host gone`, async (t) => {
    const { host, window } = await openWindow(t, route);
    const folder = host.url.replace("guide.html", "");
    await window.goTo(folder);
    await untilSaid(window, READY);
    await host.stop();
    await window.goTo(folder);
    assert.equal(await startOf(window), "Start");
    await untilSaid(window, READY);
  });

/** Addresses at which a host has the guide too, and the worker has not. @type {Record<string, Route>} */
const NOT_KEPT = {
  "copy.html": (path) => path.replace("copy", "guide"),
  "Guide.html": (path) => path.toLowerCase(),
  "index.html": (path) => path.replace("index", "guide"),
};

for (const [name, route] of Object.entries(NOT_KEPT))
  test(`at ${name}, which would not open without a connection, nothing is said to be ready`, async (t) => {
    const { host, window } = await openWindow(t, route);
    await window.goTo(host.url.replace("guide.html", name));
    assert.equal(await startOf(window), "Start");
    await pause(1_000);
    assert.equal(await said(window), "");
    await window.goTo(host.url);
    await untilSaid(window, READY);
  });

test("another page of the host is not the guide's, whatever it is called", async (t) => {
  const { host, window } = await openWindow(t, (path) => (path === "constructor" ? { status: 302, to: "" } : path));
  await window.goTo(host.url.replace("guide.html", "constructor"));
  assert.equal(await window.outside(() => document.title), ELSEWHERE);
});

test("a page in another language is kept under its short name too", async (t) => {
  const host = await openHost(t, { route: SHORTENING["redirects each page to its short name for good"] });
  host.translate("cy");
  const context = await (await browser).newContext();
  t.after(() => context.close());
  const window = windowOf(await context.newPage());
  const short = host.url.replace(".html", "-cy");
  await window.goTo(short);
  await untilSaid(window, READY);
  await host.stop();
  for (const address of [short, `${short}.html`]) {
    await window.goTo(address);
    assert.equal(await window.outside(() => document.documentElement.lang), "cy");
  }
});

test("where a page was lost and the host has another build, its page is shown, wherever it has it", async (t) => {
  const { host, window } = await openWindow(t, SHORTENING["redirects each page to its short name for good"]);
  await spoil(window, null);
  host.deploy();
  await window.goTo(host.url);
  assert.equal(await startOf(window), "Begin");
  assert.match(await window.outside(() => location.pathname), /\/guide$/);
});

test("where there is no room nothing is kept by halves, and the guide opens all the same", async (t) => {
  const host = await openHost(t);
  const context = await (await browser).newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  // Room for one page and not for both.
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(host.url).origin, quotaSize: 1_000 });
  const window = windowOf(page);
  await window.goTo(host.url);
  await until(async () => host.asked.filter((name) => name === "guide-nowasm.html").length > 0);
  await pause(1_000);
  assert.equal(await startOf(window), "Start");
  assert.equal(await said(window), "");
  assert.deepEqual(await cachesOf(window), []);
});

test("past its review the guide warns without a connection too", async (t) => {
  const { host, context } = await openWindow(t);
  await host.stop();
  const late = await context.newPage();
  await late.clock.setFixedTime("2099-01-01T12:00:00Z");
  const window = windowOf(late);
  await window.goTo(host.url);
  const start = await window.hands.evaluate(() => document.querySelector("#app")?.textContent ?? "");
  assert.match(start, /past the date when it should have been reviewed/);
  assert.match(start, /Checked \d+ \w+ \d{4}\. Review by/);
});

test("a device with a Home Screen is told what keeps the guide", async (t) => {
  const { host, context } = await openWindow(t);
  const page = await context.newPage();
  await page.addInitScript(() => Object.defineProperty(navigator, "standalone", { value: false }));
  const window = windowOf(page);
  await window.goTo(host.url);
  await untilSaid(window, /Home Screen/);
});
