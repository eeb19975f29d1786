// Every technique in one browser: on a page without protection, and in the vault of the guide that ships.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { pause } from "../page/engines/window.mjs";
import { atOnce, isThere, whenPressed } from "./attempt.mjs";
import { committed, keep, namesOf, summary } from "./findings.mjs";
import { TECHNIQUES } from "./techniques.mjs";
import { openTrap } from "./trap.mjs";

/** @typedef {import("../page/engines/window.mjs").Window} Window */
/** @typedef {import("./techniques.mjs").Technique} Technique */
/** @typedef {Awaited<ReturnType<typeof openTrap>>} Trap */

/** How long what was sent at once may take to come, in milliseconds. */
const TOGETHER = 4_000;

/** How long what leaves the page may take, in milliseconds. */
const ALONE = 800;

const CONTROL = "control.html";
const GUIDE = "guide.html";

/** What the page's host serves. @type {Record<string, string>} */
const PAGES = {
  ...Object.fromEntries(readdirSync("dist").map((name) => [name, `dist/${name}`])),
  [CONTROL]: `tests/leaks/${CONTROL}`,
};

/** So that no attempt is taken for another. */
let attempts = 0;

/** @param {string} engine @param {() => Promise<Window>} open */
export function testLeaks(engine, open) {
  test(`${engine}: what the trap catches from a page without protection does not get out of the guide`, async (t) => {
    const started = Date.now();
    const trap = await openTrap(PAGES);
    t.after(trap.close);
    const http = await onScheme(open, trap, (name) => `${trap.host}/${name}`);
    const file = await onScheme(open, trap, (name) => pathToFileURL(PAGES[name] ?? "").href);
    const findings = { seconds: Math.round((Date.now() - started) / 1000), schemes: { http, file } };
    keep(engine, findings);
    t.diagnostic(`${engine}: ${summary(findings)}`);
    assert.deepEqual(
      namesOf(findings, ({ guide }) => guide === "came"),
      [],
      "got out of the guide",
    );
    const caught = namesOf(findings, ({ control }) => control === "came");
    const known = namesOf(committed(engine), ({ control }) => control === "came");
    assert.deepEqual(
      known.filter((name) => !caught.includes(name)),
      [],
      "no longer caught by the trap",
    );
  });
}

/** @param {boolean | undefined} came @returns {import("./findings.mjs").Fate} */
const fate = (came) => (came ? "came" : "nothing came");

/** @param {() => Promise<Window>} open @param {Trap} trap @param {(name: string) => string} addressOf @returns {Promise<import("./findings.mjs").Result[]>} */
async function onScheme(open, trap, addressOf) {
  const techniques = TECHNIQUES.filter(({ wide }) => !wide || addressOf("").startsWith("http"));
  const control = await tryAll(open, trap, addressOf(CONTROL), techniques);
  const guide = await tryAll(open, trap, addressOf(GUIDE), techniques);
  assert.deepEqual([control.framed, guide.framed], [false, true], "where it was tried");
  return techniques.map(({ name }, at) => ({
    name,
    control: control.there[at] ? fate(control.came[at]) : "not there",
    guide: fate(guide.came[at]),
  }));
}

/** @param {() => Promise<Window>} open @param {Trap} trap @param {string} address @param {Technique[]} techniques */
async function tryAll(open, trap, address, techniques) {
  const window = await open();
  try {
    await window.goTo(address);
    const framed = await evaluate(window, "() => parent !== self");
    const there = await evaluate(window, isThere(techniques));
    /** @type {[Technique, import("./trap.mjs").Way][]} */
    const ways = [];
    for (const technique of techniques) ways.push([technique, await trap.way(attempts++, technique.listens)]);
    await tryTogether(
      window,
      address,
      ways.filter(([{ goes }]) => !goes),
    );
    for (const way of ways.filter(([{ goes }]) => goes)) await tryAlone(window, trap, address, way);
    return { framed, there, came: ways.map(([, { mark }]) => trap.arrived.has(mark)) };
  } finally {
    await window.close();
  }
}

/** And then the page is left, for what waits for that. @param {Window} window @param {string} address @param {[Technique, import("./trap.mjs").Way][]} ways */
async function tryTogether(window, address, ways) {
  await evaluate(window, atOnce(ways));
  await pause(TOGETHER);
  await window.goTo(address);
  await pause(ALONE);
}

/** @param {Window} window @param {Trap} trap @param {string} address @param {[Technique, import("./trap.mjs").Way]} way */
async function tryAlone(window, trap, address, way) {
  // What the last attempt set going may still come in between.
  await window.goTo(address).catch(() => window.goTo(address));
  if (way[0].pressed) {
    await evaluate(window, whenPressed(way));
    await window.hands.keyboard.press("Enter");
  } else await evaluate(window, atOnce([way])).catch(() => {});
  for (const end = Date.now() + ALONE; Date.now() < end && !trap.arrived.has(way[1].mark); ) await pause(50);
}

/** The drivers take a function, of which they send the text. @param {Window} window @param {string} script */
const evaluate = (window, script) => window.hands.evaluate(/** @type {any} */ (new Function(`return (${script})();`)));
