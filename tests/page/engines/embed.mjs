// The guide in a frame of another page, in whatever browser.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answerAll, answerUpTo, begin, press, SEXTORTION, view } from "../hands.mjs";
import { host, TO_FILL_IN } from "../hosted.mjs";
import { BUILDER, frameOf, openIntranet, REFUSING, SCRIPT, SHOWING, STRIPPED } from "../intranet.mjs";
import { pause, until } from "./window.mjs";

/** @typedef {import("./window.mjs").Window} Window */
/** @typedef {import("node:test").TestContext} TestContext */
/** @typedef {import("../intranet.mjs").Intranet} Intranet */

/** How long a guide that is refused is given to show itself all the same, in milliseconds. */
const REFUSED = 2_000;

/** @param {TestContext} t @param {Window} window @param {Intranet} intranet */
export const show = async (t, window, intranet) => window.goTo(await openIntranet(t, intranet));

/** The hands in the guide, at the beginning of its first screen. @param {Window} window */
async function inside({ hands }) {
  await until(async () => (await view(hands)) === "start");
  await toBeginning(hands);
  return hands;
}

/** Not every browser, when it is driven, comes round from the end of a page to its beginning. @param {import("../hands.mjs").Hands} hands */
const toBeginning = (hands) => hands.evaluate(() => document.getElementById("skip")?.focus());

/** Goes through an incident to its outcome. @param {Window} window @param {import("../hands.mjs").Story} story */
export async function toOutcome(window, story) {
  const hands = await inside(window);
  await begin(hands);
  await answerAll(hands, story);
  assert.equal(await view(hands), "outcome");
  return hands;
}

/** What the page around the guide was told. @param {Window} window @returns {Promise<any[]>} */
export const toldIn = (window) => window.outside(() => /** @type {any} */ (globalThis).told);

/** The height that the page was told last. @param {Window} window */
export const lastHeight = async (window) => (await toldIn(window)).filter(({ height }) => height).at(-1).height;

/** How tall the frame is, and the window. @param {Window} window */
const heightsOf = (window) =>
  window.outside(() => ({ frame: document.querySelector("iframe")?.clientHeight ?? 0, window: innerHeight }));

/** Whether the frame is as wide as the page, but for a border that it may have. @param {Window} window */
const isWide = (window) =>
  window.outside(() => (document.querySelector("iframe")?.clientWidth ?? 0) >= document.body.clientWidth);

/** @param {any[]} all what was told */
function assertNothingElse(all) {
  for (const { sgii, ...said } of all) {
    assert.equal(sgii, 1);
    const [[what, value] = [], ...more] = Object.entries(said);
    assert.ok(what === "height" || what === "step", `it told ${what}`);
    assert.ok(Number.isInteger(value) && more.length === 0, JSON.stringify(said));
  }
}

/** Whether the guide has shown itself, and so told how tall it is. Nothing can be asked of a frame that was refused. @param {Window} window */
const hasShown = async (window) => (await toldIn(window)).length > 0;

/** @param {Window} window */
async function assertRefused(window) {
  await pause(REFUSED);
  assert.equal(await hasShown(window), false);
}

/**
 * Has a page show the guide from a host with headers.
 * @param {TestContext} t
 * @param {Window} window
 * @param {string} set of headers
 * @param {boolean} named whether the host has named the page
 * @param {boolean} [isolated] whether the page is isolated from other origins
 */
async function frame(t, window, set, named, isolated) {
  await show(t, window, { body: frameOf("about:blank"), isolated });
  const around = await window.outside(() => location.origin);
  const guide = `${await host(t, set, named ? around : TO_FILL_IN)}/guide.html`;
  // Firefox, when it is driven, fails to open a page whose frame is refused, but not one that gets such a frame.
  await window.outside((src) => void Object.assign(document.querySelector("iframe") ?? {}, { src }), guide);
}

/** @param {string} name @param {() => Promise<Window>} open */
export function testEmbed(name, open) {
  /** @type {Window} */
  let window;
  before(async () => {
    window = await open();
  });
  after(() => window?.close());

  for (const [page, intranet] of Object.entries(SHOWING))
    test(`${name}: in a page ${page} it runs to an outcome, as tall as it is, and tells nothing else`, async (t) => {
      await show(t, window, intranet);
      const hands = await inside(window);
      await begin(hands);
      await answerUpTo(hands, "adult-involved", SEXTORTION);
      await press(hands, "See what to do now");
      assert.equal(await view(hands), "outcome");
      // Never taller than the screen, which a browser without one may have smaller than its window.
      const tall = await lastHeight(window);
      assert.ok(tall >= 600, `${tall} pixels are no outcome`);
      await until(async () => ((at) => at.frame === Math.min(tall, at.window))(await heightsOf(window)));
      assert.ok(await isWide(window));
      await toBeginning(hands);
      await press(hands, "Hide and clear");
      assert.equal(await view(hands), "cleared");
      await until(async () => ((at) => at.frame >= 300 && at.frame < 600)(await heightsOf(window)));
      const told = await toldIn(window);
      assertNothingElse(told);
      assert.ok(told.some(({ step }) => step > 1));
    });

  test(`${name}: the script hears the marked frame alone, keeps what it is told within bounds, and hears no more than numbers`, async (t) => {
    const echo = (/** @type {string} */ mark) => `<iframe ${mark} style="height:500px" src="/echo"></iframe>`;
    await show(t, window, { body: echo("data-response-guide") + echo("") + SCRIPT });
    /** Tells the page something from each of its frames and from itself, and gives the frames' heights. @param {any} told */
    const tell = async (told) => {
      await window.outside((told) => {
        const [marked, other] = /** @type {any} */ (document.querySelectorAll("iframe"));
        for (const one of [marked.contentWindow, other.contentWindow, self]) one.postMessage(told, "*");
      }, told);
      await pause(150);
      return window.outside(() => [...document.querySelectorAll("iframe")].map(({ clientHeight }) => clientHeight));
    };
    assert.deepEqual(await tell({ sgii: 1, height: 400 }), [400, 500]);
    assert.deepEqual(await tell({ sgii: 1, height: 1e9 }), [(await heightsOf(window)).window, 500]);
    assert.deepEqual(await tell({ sgii: 1, height: 1 }), [300, 500]);
    for (const told of [{ sgii: 1, height: "400" }, { height: 400 }, { sgii: 2, height: 400 }, null, "400"])
      assert.deepEqual(await tell(told), [300, 500], JSON.stringify(told));
  });

  test(`${name}: in an intranet builder's block of a fixed height the guide scrolls within, and its bar stays`, async (t) => {
    await show(t, window, BUILDER);
    const hands = await toOutcome(window, SEXTORTION);
    const bar = await hands.evaluate(() => {
      scrollTo(0, 1500);
      return { scrolled: scrollY, top: document.getElementById("top")?.getBoundingClientRect().top };
    });
    assert.ok(bar.scrolled > 1000);
    assert.equal(bar.top, 0);
    await toBeginning(hands);
    await press(hands, "Hide and clear");
    assert.equal(await view(hands), "cleared");
  });

  test(`${name}: without style and without the script the frame has the size that it was given`, async (t) => {
    await show(t, window, STRIPPED);
    await inside(window);
    assert.equal((await heightsOf(window)).frame, 640);
    assert.ok(await isWide(window));
  });

  test(`${name}: a page that may frame nothing shows no guide, and is told which rule it is`, async (t) => {
    await show(t, window, REFUSING);
    await assertRefused(window);
    assert.deepEqual(await window.outside(() => /** @type {any} */ (globalThis).refused), ["frame-src"]);
  });

  test(`${name}: a page elsewhere may not frame the guide, unless the host has named it`, async (t) => {
    await frame(t, window, "strict", true);
    await assertRefused(window);
    await frame(t, window, "embedded", false);
    await assertRefused(window);
    await frame(t, window, "embedded", true);
    await until(() => hasShown(window));
  });

  test(`${name}: a page that is isolated from other origins shows the guide of a host that has named it`, async (t) => {
    await frame(t, window, "embedded", true, true);
    assert.ok(await window.outside(() => crossOriginIsolated));
    await until(() => hasShown(window));
  });
}
