// The guide without a connection, in Chromium.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openChromium, windowOf } from "./engines/chromium.mjs";
import {
  cachesOf,
  fresh,
  NEWER,
  pressOutside,
  READY,
  reload,
  said,
  startOf,
  testOffline,
  untilSaid,
} from "./engines/offline.mjs";
import { freshProfile, remove } from "./engines/profile.mjs";
import { pause, until } from "./engines/window.mjs";
import { answerScreen, begin, openBrowser, view } from "./hands.mjs";
import { ELSEWHERE, openHost } from "./host.mjs";

const profile = freshProfile();
testOffline("Chromium", () => openChromium(profile));

const browser = openBrowser();
after(async () => {
  await (await browser).close();
  remove(profile);
});

/** A context of its own, and as many windows in it on a host as are asked for. @param {import("node:test").TestContext} t @param {number} count */
async function openWindows(t, count) {
  const host = await openHost(t);
  const context = await (await browser).newContext();
  t.after(() => context.close());
  const windows = [];
  for (let opened = 0; opened < count; opened += 1) {
    const window = windowOf(await context.newPage());
    await window.goTo(host.url);
    await untilSaid(window, READY);
    windows.push(window);
  }
  return { host, context, windows: /** @type {[any, any]} */ (/** @type {unknown} */ (windows)) };
}

test("in two windows one takes another build, and the other keeps its answers and its build until it agrees too", async (t) => {
  const { host, windows } = await openWindows(t, 2);
  const [one, other] = windows;
  await begin(other.hands);
  await answerScreen(other.hands, {});
  host.deploy();
  await reload(one);
  await untilSaid(one, NEWER);
  await pressOutside(one, "Use it now");
  await fresh(one);
  await untilSaid(one, READY);
  assert.equal(await startOf(one), "Begin");
  await pause(2_500);
  assert.equal(await view(other.hands), "questions");
  assert.equal(await said(other), "");
  assert.equal((await cachesOf(one)).length, 2, "a window still shows the first build");
  await other.hands.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".hide")).click());
  await other.hands.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#app button")).click());
  await untilSaid(other, NEWER);
  assert.equal(await startOf(other), "Start");
  await pressOutside(other, "Use it now");
  await fresh(other);
  assert.equal(await startOf(other), "Begin");
  await until(async () => (await cachesOf(other)).length === 1);
});

test("within another page nothing is kept and nothing is asked for", async (t) => {
  const { host } = await openWindows(t, 0);
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

test("the folder itself is the host's while there is a connection, and the guide when there is none", async (t) => {
  const { host, windows } = await openWindows(t, 1);
  const [window] = windows;
  const folder = host.url.replace("guide.html", "");
  await window.goTo(folder);
  assert.equal(await window.outside(() => document.title), ELSEWHERE);
  await host.stop();
  await window.goTo(folder);
  assert.equal(await startOf(window), "Start");
});

test("past its review the guide warns without a connection too", async (t) => {
  const { host, context } = await openWindows(t, 1);
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
  const { host, context } = await openWindows(t, 1);
  const page = await context.newPage();
  await page.addInitScript(() => Object.defineProperty(navigator, "standalone", { value: false }));
  const window = windowOf(page);
  await window.goTo(host.url);
  await untilSaid(window, /Home Screen/);
});
