// Every technique in one browser: on a page without protection, and in the vault of the guide that ships.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { pause, until } from "../page/engines/window.mjs";
import { atOnce, isThere, whenPressed } from "./attempt.mjs";
import { committed, keep, namesOf, summary } from "./findings.mjs";
import { techniquesIn } from "./techniques.mjs";
import { openTrap } from "./trap.mjs";

/** @typedef {import("../page/engines/window.mjs").Window} Window */
/** @typedef {import("./techniques.mjs").Technique} Technique */
/** @typedef {import("./techniques.mjs").Place} Place */
/** @typedef {import("./trap.mjs").Way} Way */
/** @typedef {Awaited<ReturnType<typeof openTrap>>} Trap */

/** After what was sent at once nothing more may come for so long, in milliseconds. */
const TOGETHER = 4_000;

/** How long what leaves the page may take, in milliseconds. */
const ALONE = 800;

/** How often what was caught before and is missed now is tried again: on a busy machine a browser may not come to what it does in its spare time. */
const AGAIN = 3;

const CONTROL = "control.html";

/** What the page's host serves. @type {Record<string, string>} */
const PAGES = {
  ...Object.fromEntries(readdirSync("dist").map((name) => [name, `dist/${name}`])),
  ...Object.fromEntries([CONTROL, "accomplice.html", "around.html"].map((name) => [name, `tests/leaks/${name}`])),
};

/** What it serves where nothing keeps the guide, as on a first visit: the worker would bound it. */
const { "worker.js": keeps, ...FIRST_VISIT } = PAGES;

/** So that no attempt is taken for another. */
let attempts = 0;

/**
 * @param {string} engine
 * @param {() => Promise<Window>} open
 * @param {{ guide?: string, places?: Place[], compared?: boolean }} [options] which page of the guide, where it is open, and whether the findings are held against those that are committed
 */
export function testLeaks(engine, open, { guide = "guide.html", places = PLACES, compared = true } = {}) {
  test(`${engine}: what the trap catches from a page without protection does not get out of the guide`, async (t) => {
    const started = Date.now();
    const trap = await openTrap(FIRST_VISIT);
    t.after(trap.close);
    const findings = { seconds: 0, places: await inPlaces(open, trap, places, guide) };
    const before = compared ? caughtIn(committed(engine)) : [];
    for (let times = 0; times < AGAIN && missed(before, findings).length > 0; times++)
      await tryAgain(open, trap, guide, findings, missed(before, findings));
    findings.seconds = Math.round((Date.now() - started) / 1000);
    keep(engine, findings);
    t.diagnostic(`${engine}: ${summary(findings)}`);
    const known = techniquesOf((technique) => technique.known?.(engine) ?? false);
    assert.deepEqual(
      namesOf(findings, (result) => result.guide === "came").filter((name) => !known.includes(name)),
      [],
      "got out of the guide",
    );
    assert.deepEqual(missed(before, findings), [], "no longer caught by the trap");
    const caught = caughtIn(findings).length;
    assert.ok(caught > 100, `the trap caught ${caught}`);
  });
}

/** @typedef {import("./findings.mjs").Findings} Findings */

/** What the trap caught from the page without protection. @param {Findings} findings */
const caughtIn = (findings) => namesOf(findings, ({ control }) => control === "came");

/** What it caught before and not in these. @param {string[]} before @param {Findings} findings */
function missed(before, findings) {
  const caught = caughtIn(findings);
  return before.filter((name) => !caught.includes(name));
}

/** From both pages, and what comes from either this time counts. @param {() => Promise<Window>} open @param {Trap} trap @param {string} page @param {Findings} findings @param {string[]} names */
async function tryAgain(open, trap, page, findings, names) {
  for (const place of PLACES) {
    const techniques = techniquesIn(place).filter(({ name }) => names.includes(`${place}: ${name}`));
    if (techniques.length === 0) continue;
    for (const { name, control, guide } of await inPlace(open, trap, place, page, techniques)) {
      const result = findings.places[place].find((one) => one.name === name);
      if (result && control === "came") result.control = control;
      if (result && guide === "came") result.guide = guide;
    }
  }
}

/**
 * What is known to get out does not, where something besides the guide itself closes it.
 * @param {string} engine
 * @param {string} where
 * @param {() => Promise<Window>} open
 * @param {{ place?: Place, headers?: Record<string, string>, kept?: boolean }} what where the guide is open, what its host sends with it, and whether its worker keeps it
 */
export function testClosed(engine, where, open, { place = "http", headers, kept = false }) {
  test(`${engine}: what is known to get out of the guide does not ${where}`, async (t) => {
    const trap = await openTrap(kept ? PAGES : FIRST_VISIT, headers);
    t.after(trap.close);
    const techniques = techniquesIn(place).filter(({ known }) => known?.(engine));
    const address = addressIn(place, trap, "guide.html");
    const { came } = await tryAll(open, trap, { address, isVault: true, kept }, techniques);
    assert.ok(came.length > 0, "nothing is known to");
    assert.deepEqual(
      techniques.filter((_, at) => came[at]).map(({ name }) => name),
      [],
    );
  });
}

/** @type {Place[]} */
const PLACES = ["http", "file", "framed"];

/** The names of techniques, each with its place. @param {(technique: Technique) => boolean} which */
const techniquesOf = (which) =>
  PLACES.flatMap((place) =>
    techniquesIn(place)
      .filter(which)
      .map(({ name }) => `${place}: ${name}`),
  );

/** @param {() => Promise<Window>} open @param {Trap} trap @param {Place[]} places @param {string} guide */
async function inPlaces(open, trap, places, guide) {
  const all = places.map(async (place) => [place, await inPlace(open, trap, place, guide)]);
  return Object.fromEntries(await Promise.all(all));
}

/** @param {boolean | undefined} came @returns {import("./findings.mjs").Fate} */
const fate = (came) => (came ? "came" : "nothing came");

/** Both pages side by side, each in a browser of its own. @param {() => Promise<Window>} open @param {Trap} trap @param {Place} place @param {string} page @param {Technique[]} [techniques] @returns {Promise<import("./findings.mjs").Result[]>} */
async function inPlace(open, trap, place, page, techniques = techniquesIn(place)) {
  const [control, guide] = await Promise.all([
    tryAll(open, trap, { address: addressIn(place, trap, CONTROL), isVault: false }, techniques),
    tryAll(open, trap, { address: addressIn(place, trap, page), isVault: true }, techniques),
  ]);
  return techniques.map(({ name }, at) => ({
    name,
    control: control.there[at] ? fate(control.came[at]) : "not there",
    guide: fate(guide.came[at]),
  }));
}

/** @param {Place} place @param {Trap} trap @param {string} page */
function addressIn(place, { host, elsewhere }, page) {
  if (place === "http") return `${host}/${page}`;
  if (place === "file") return pathToFileURL(PAGES[page] ?? "").href;
  return `${elsewhere}/around.html${page === CONTROL ? "" : `?shows=${host}/${page}`}`;
}

/** @typedef {{ address: string, isVault: boolean, kept?: boolean }} Page */

/** @param {() => Promise<Window>} open @param {Trap} trap @param {Page} page @param {Technique[]} techniques */
export async function tryAll(open, trap, page, techniques) {
  const listening = await open();
  try {
    await listening.goTo(`${trap.host}/accomplice.html`);
    // The one before which the other stands: a browser does less for a page that nobody sees.
    const window = await listening.beside();
    await goTo(window, page);
    const there = await evaluate(window, isThere(techniques));
    /** @type {[Technique, Way][]} */
    const ways = [];
    for (const technique of techniques) ways.push([technique, await trap.way(attempts++)]);
    await tryTogether(
      window,
      trap,
      page,
      ways.filter(([{ goes }]) => !goes),
    );
    for (const way of ways.filter(([{ goes }]) => goes)) await tryAlone(window, trap, page, way);
    return { there, came: ways.map(([, { mark }]) => trap.arrived.has(mark)) };
  } finally {
    await listening.close();
  }
}

/** Goes to a page and waits until it is where things are to be tried. @param {Window} window @param {Page} page */
async function goTo(window, { address, isVault, kept }) {
  await window.goTo(address);
  await until(async () => (await evaluate(window, WHERE)) === isVault);
  if (kept) await until(() => window.outside(() => navigator.serviceWorker.controller !== null));
}

/** Whether this is the vault. */
const WHERE = "() => document.documentElement.dataset.at !== undefined";

/** And then the page is left, for what waits for that. @param {Window} window @param {Trap} trap @param {Page} page @param {[Technique, Way][]} ways */
async function tryTogether(window, trap, page, ways) {
  await evaluate(window, atOnce(ways));
  const come = () => ways.filter(([, { mark }]) => trap.arrived.has(mark)).length;
  for (let before = -1; before !== come(); await pause(TOGETHER)) before = come();
  trap.note(await window.outside(() => [document.title, location.href, name].join(" ")));
  await goTo(window, page);
  await pause(ALONE);
}

/** @param {Window} window @param {Trap} trap @param {Page} page @param {[Technique, Way]} way */
async function tryAlone(window, trap, page, way) {
  // What the last attempt set going may still come in between.
  await goTo(window, page).catch(() => goTo(window, page));
  if (way[0].pressed) {
    await evaluate(window, whenPressed(way));
    await window.hands.keyboard.press("Enter");
  } else await evaluate(window, atOnce([way])).catch(() => {});
  for (const end = Date.now() + ALONE; Date.now() < end && !trap.arrived.has(way[1].mark); ) await pause(50);
}

/** The drivers take a function, of which they send the text. @param {Window} window @param {string} script */
const evaluate = (window, script) => window.hands.evaluate(/** @type {any} */ (new Function(`return (${script})();`)));
