// The guide without a connection, in Chromium.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openChromium, windowOf } from "./engines/chromium.mjs";
import { READY, startOf, testOffline, untilSaid } from "./engines/offline.mjs";
import { freshProfile, remove } from "./engines/profile.mjs";
import { pause, until } from "./engines/window.mjs";
import { openBrowser } from "./hands.mjs";
import { ELSEWHERE, openHost } from "./host.mjs";

const profile = freshProfile();
testOffline("Chromium", () => openChromium(profile));

const browser = openBrowser();
after(async () => {
  await (await browser).close();
  remove(profile);
});

/** A context of its own, with a window on a host. @param {import("node:test").TestContext} t */
async function openWindow(t) {
  const host = await openHost(t);
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

test("the folder itself is the host's while there is a connection, and the guide when there is none", async (t) => {
  const { host, window } = await openWindow(t);
  const folder = host.url.replace("guide.html", "");
  await window.goTo(folder);
  assert.equal(await window.outside(() => document.title), ELSEWHERE);
  await host.stop();
  await window.goTo(folder);
  assert.equal(await startOf(window), "Start");
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
