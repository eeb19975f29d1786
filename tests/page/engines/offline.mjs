// The guide without its host, in whatever browser.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answerScreen, begin, tabTo, view } from "../hands.mjs";
import { KEPT, openHost, SHORTENING } from "../host.mjs";
import { pause, until } from "./window.mjs";

/** @typedef {import("./window.mjs").Window} Window */

/** Longer than a browser takes to notice another build, in milliseconds. */
const NOTICED = 2_000;

export const READY = /^Ready offline/;
export const NEWER = /^A newer version/;
const NOTHING = /^$/;

/** What is said of the guide without a connection. @param {Window} window */
export const said = (window) => window.outside(() => document.getElementById("offline")?.textContent ?? "");

/** @param {Window} window @param {RegExp} what */
export const untilSaid = (window, what) => until(async () => what.test(await said(window)));

/** What the button that starts says, which differs between two builds. @param {Window} window */
export const startOf = (window) =>
  window.hands.evaluate(() => document.querySelector("#app button[type=submit].start")?.textContent);

/** @param {Window} window */
export const cachesOf = (window) =>
  window.outside(async () => {
    const all = [];
    for (const name of await caches.keys()) {
      const kept = await (await caches.open(name)).keys();
      all.push(kept.map(({ url }) => new URL(url).pathname.slice(1)).sort());
    }
    return all;
  });

/** Loads the page anew, as by the browser's own button. @param {Window} window */
export async function reload(window) {
  await window.outside(() => Object.assign(globalThis, { old: true }) && undefined);
  await window.move("refresh");
  await fresh(window);
}

/** Waits until another page than before is up. @param {Window} window */
export const fresh = (window) =>
  until(() => window.outside(() => !("old" in globalThis) && document.body?.className === "up"));

/** @param {Window} window @param {string} text */
export const pressOutside = (window, text) =>
  window.outside((text) => {
    Object.assign(globalThis, { old: true });
    const $all = [...document.querySelectorAll("#offline button")];
    /** @type {HTMLElement | undefined} */ ($all.find(($one) => $one.textContent === text))?.click();
  }, text);

/** Puts other bytes in a kept file's place, or takes it away. @param {Window} window @param {string | null} bytes */
export const spoil = (window, bytes) =>
  window.outside(async (bytes) => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      if (bytes === null) await cache.delete("guide.html");
      else await cache.put("guide.html", new Response(bytes, { headers: { "content-type": "text/html" } }));
    }
  }, bytes);

/**
 * @param {string} name
 * @param {() => Promise<Window>} open
 */
export function testOffline(name, open) {
  /** @type {Window} */
  let window;
  before(async () => {
    window = await open();
  });
  after(() => window?.close());

  test(`${name}: everything is asked for once more and kept, and with the host gone the guide opens and works`, async (t) => {
    const host = await openHost(t);
    await window.goTo(host.url);
    await untilSaid(window, READY);
    const own = ["guide.html", "worker.js"];
    const others = host.asked.filter((path) => path !== "guide.webmanifest");
    assert.deepEqual(others.sort(), [...own, ...KEPT.filter((path) => path.endsWith(".html"))].sort());
    assert.deepEqual(await cachesOf(window), [KEPT]);
    await host.stop();
    const before = host.asked.length;
    await reload(window);
    await untilSaid(window, READY);
    await begin(window.hands);
    await answerScreen(window.hands, {});
    await untilSaid(window, NOTHING);
    assert.equal(host.asked.length, before);
    await window.goTo(`${host.url}?embed#recording`);
    assert.equal(await window.outside(() => document.title), "Response guide");
  });

  for (const [does, route] of Object.entries(SHORTENING))
    test(`${name}: on a host that ${does} the guide is ready at both, and opens at both with the host gone`, async (t) => {
      const host = await openHost(t, { folder: "policies/", route });
      const short = host.url.replace(".html", "");
      for (const address of [short, host.url]) {
        await window.goTo(address);
        await untilSaid(window, READY);
      }
      await host.stop();
      for (const address of [host.url, short, `${short}?staff`, `${short}-nowasm`]) {
        await window.goTo(address);
        assert.equal(await startOf(window), "Start");
        await untilSaid(window, READY);
      }
      await window.goTo(`${short}#recording`);
      assert.equal(await window.outside(() => document.title), "Response guide");
    });

  test(`${name}: half of another build leaves the one that is kept as it was`, async (t) => {
    const host = await openHost(t);
    await window.goTo(host.url);
    await untilSaid(window, READY);
    host.deploy();
    host.broken.add("guide-nowasm.html");
    await reload(window);
    await until(async () => host.asked.filter((path) => path === "guide-nowasm.html").length > 1);
    await pause(NOTICED);
    assert.match(String(await said(window)), READY);
    assert.deepEqual(await cachesOf(window), [KEPT]);
    await host.stop();
    await reload(window);
    assert.equal(await startOf(window), "Start");
    await untilSaid(window, READY);
  });

  for (const [what, bytes] of Object.entries({ spoilt: "<p>Something else", lost: null })) {
    test(`${name}: a page that is ${what} is mended from the host, and without it the other page stands in`, async (t) => {
      const host = await openHost(t);
      await window.goTo(host.url);
      await untilSaid(window, READY);
      await spoil(window, bytes);
      await reload(window);
      assert.equal(await startOf(window), "Start");
      await untilSaid(window, READY);
      await host.stop();
      await reload(window);
      await untilSaid(window, READY);
      await spoil(window, bytes);
      await reload(window);
      assert.equal(await startOf(window), "Start");
      await pause(500);
      assert.equal(await said(window), "", "it is said to be ready and is not");
    });
  }

  test(`${name}: another build waits until it is wanted, is not offered during a case, and then is the only one`, async (t) => {
    const host = await openHost(t);
    await window.goTo(host.url);
    await untilSaid(window, READY);
    host.deploy();
    await reload(window);
    await untilSaid(window, NEWER);
    await begin(window.hands);
    await untilSaid(window, NOTHING);
    await window.outside(() => history.back());
    await until(async () => (await startOf(window)) === "Start");
    await pause(300);
    assert.equal(await said(window), "", "it is offered while there may be answers");
    await reload(window);
    await untilSaid(window, NEWER);
    await pressOutside(window, "Later");
    await untilSaid(window, READY);
    assert.equal((await cachesOf(window)).length, 2);
    await reload(window);
    assert.equal(await startOf(window), "Start");
    await untilSaid(window, NEWER);
    await pressOutside(window, "Use it now");
    await fresh(window);
    await untilSaid(window, READY);
    assert.equal(await startOf(window), "Begin");
    await until(async () => (await cachesOf(window)).length === 1);
    await host.stop();
    await reload(window);
    assert.equal(await startOf(window), "Begin");
  });

  test(`${name}: of three windows one takes another build, one keeps its answers until it agrees, and one declines`, async (t) => {
    const host = await openHost(t);
    const [answering, declining] = [await window.beside(), await window.beside()];
    t.after(async () => {
      await answering.close();
      await declining.close();
    });
    for (const each of [window, declining, answering]) {
      await each.goTo(host.url);
      await untilSaid(each, READY);
    }
    const { hands } = answering;
    await begin(hands);
    await tabTo(hands, ({ name }) => name !== "");
    await hands.keyboard.press("Space");
    host.deploy();
    await reload(window);
    await untilSaid(window, NEWER);
    await pressOutside(window, "Use it now");
    await fresh(window);
    await untilSaid(window, READY);
    assert.equal(await startOf(window), "Begin");
    await untilSaid(declining, NEWER);
    await pressOutside(declining, "Later");
    await untilSaid(declining, READY);
    assert.equal(await startOf(declining), "Start");
    await pause(NOTICED);
    assert.equal(await view(hands), "questions");
    assert.equal(await hands.evaluate(() => document.querySelectorAll("input:checked").length), 1);
    assert.equal(await said(answering), "");
    await hands.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".hide")).click());
    await hands.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#app button")).click());
    await untilSaid(answering, NEWER);
    assert.equal(await startOf(answering), "Start");
    await pressOutside(answering, "Use it now");
    await fresh(answering);
    assert.equal(await startOf(answering), "Begin");
    assert.equal((await cachesOf(window)).length, 2, "a window still shows the first build");
    await reload(declining);
    assert.equal(await startOf(declining), "Begin");
    await until(async () => (await cachesOf(window)).length === 1);
  });
}
