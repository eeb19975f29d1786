// What a browser has left on the disk once it is closed, looked for byte by byte.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { answerAll, answerScreen, begin, SEXTORTION, tabTo, view } from "../hands.mjs";
import { GUIDE_URL } from "../support.mjs";
import { unpacked } from "./lz4.mjs";
import { freshProfile, remove } from "./profile.mjs";
import { FRAMED, unframed } from "./snappy.mjs";
import { pause } from "./window.mjs";

/** @typedef {(profile: string) => Promise<import("./window.mjs").Window>} Open */
/** @typedef {(window: import("./window.mjs").Window) => Promise<unknown>} Use */

/** Long enough for a browser to write down what it means to remember, in milliseconds. */
const WRITTEN = 3_000;

/** Where a page may keep something without saying so. The browsers tested write all of these to the disk. */
const STORES = ["local", "session", "database", "state", "address", "title", "field"];

/** What is written at once. A browser that is killed may have held back the others. */
const WRITTEN_AT_ONCE = STORES.slice(2);

/** @param {string} name @param {Open} open */
export function testDisk(name, open) {
  for (const [when, { end, writes }] of Object.entries(ENDS))
    test(`${name}: what a page keeps is found on the disk, wherever it keeps it, ${when}`, async () => {
      const found = await withProfile(async (profile) => {
        await closedAfter(open(profile), keepEverywhere, () => end(profile));
        return wordsIn(profile, STORES.map(kept), []);
      });
      assert.deepEqual(
        writes.map(kept).filter((word) => !found.has(word)),
        [],
      );
    });

  for (const [when, { use, end }] of Object.entries(ENDS))
    test(`${name}: nothing of an incident is on the disk ${when}`, async (t) => {
      const pages = await Promise.all([GUIDE_URL, new URL("guide-nowasm.html", GUIDE_URL)].map(bytesOf));
      const told = tellingWords(String(pages[0]));
      const found = await withProfile(async (profile) => {
        await closedAfter(open(profile), use, () => end(profile));
        t.diagnostic(`${name} left ${sizeOf(profile)} MB, searched for ${told.length} words`);
        assert.ok(wordsIn(profile, [GUIDE_URL], pages).size > 0, "not even the address is there: is this the profile?");
        return wordsIn(profile, told, pages);
      });
      assert.deepEqual(found, new Map());
    });
}

/** How a sitting ends, what was done in it, and which stores a browser has written then. @type {Record<string, { use: Use, end: (profile: string) => void, writes: string[] }>} */
const ENDS = {
  "after its browser is closed": { use: answer, end: () => {}, writes: STORES },
  "after its browser is killed in the middle of it": { use: answerHalf, end: kill, writes: WRITTEN_AT_ONCE },
};

/** Ends a browser as a power cut would: its processes that name the profile, and with them all others. @param {string} profile */
function kill(profile) {
  const own = readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && commandOf(pid).includes(profile));
  assert.ok(own.length > 0, "no process names the profile");
  for (const pid of own) process.kill(Number(pid), "SIGKILL");
}

/** @param {string} pid of a process that may have ended */
function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "latin1");
  } catch {
    return "";
  }
}

/** @param {string | URL} address */
const bytesOf = async (address) => Buffer.from(await (await fetch(address)).arrayBuffer());

/** @template T @param {(profile: string) => Promise<T>} use @returns {Promise<T>} */
async function withProfile(use) {
  const profile = freshProfile();
  try {
    return await use(profile);
  } finally {
    remove(profile);
  }
}

/**
 * Gives the browser time to write down what it likes, and closes it as a user would, with nothing cleared by hand.
 * @param {Promise<import("./window.mjs").Window>} opening
 * @param {Use} use
 * @param {() => void} [end] what happens before it can be closed
 */
async function closedAfter(opening, use, end = () => {}) {
  const window = await opening;
  try {
    await use(window);
    await pause(WRITTEN);
    end();
  } finally {
    // One that is gone cannot be closed.
    await window.close().catch(() => {});
  }
}

/** @param {import("./window.mjs").Window} window */
async function answer({ goTo, hands }) {
  await goTo(GUIDE_URL);
  await begin(hands, "northern-ireland");
  await answerAll(hands, SEXTORTION);
  assert.equal(await view(hands), "outcome");
}

/** Leaves off with answers on the screen. @param {import("./window.mjs").Window} window */
async function answerHalf({ goTo, hands }) {
  await goTo(GUIDE_URL);
  await begin(hands, "northern-ireland");
  for (let screens = 0; screens < 3; screens += 1) await answerScreen(hands, SEXTORTION);
  await tabTo(hands, ({ name }) => name !== "");
  await hands.keyboard.press("Space");
  assert.equal(await view(hands), "questions");
}

/** The names of nations and questions that are no words of daily life, and the questions as they are asked. @param {string} page */
function tellingWords(page) {
  const words = JSON.parse(/<script[^>]*id="?words"?[^>]*>([^<]*)</.exec(page)?.[1] ?? "{}");
  const names = [words.nation, words.question].flatMap(Object.keys).filter((name) => name.includes("-"));
  const asked = Object.keys(SEXTORTION).map((question) => {
    const [, ask = ""] = new RegExp(`<dt id="question/${question}"[^>]*>(.*?)</dt>`).exec(page) ?? [];
    return ask.replace(/<[^>]*>/g, "");
  });
  assert.ok(asked.every(Boolean));
  assert.ok(names.length > 20);
  return [...names, ...asked];
}

/**
 * Which of the words are in a profile, and in which files. The pages' own bytes, which a cache holds, do not count.
 * @param {string} profile
 * @param {string[]} words
 * @param {Buffer[]} pages
 */
function wordsIn(profile, words, pages) {
  const files = filesOf(profile).map(({ path, bytes }) => ({
    path,
    texts: readings(bytes).map((text) => pages.reduce(without, text)),
  }));
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const word of words) {
    const spelt = [Buffer.from(word), Buffer.from(word, "utf16le")];
    const holds = (/** @type {Buffer} */ text) => spelt.some((bytes) => text.includes(bytes));
    const holding = files.filter(({ texts }) => texts.some(holds)).map(({ path }) => path);
    if (holding.length > 0) found.set(word, holding);
  }
  return found;
}

/** @param {string} profile */
function filesOf(profile) {
  const entries = readdirSync(profile, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return paths.map((path) => ({ path: path.slice(profile.length), bytes: readFileSync(path) }));
}

/** @param {string} profile */
const sizeOf = (profile) => Math.round(filesOf(profile).reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6);

/** @param {Buffer} bytes @param {Buffer} page */
function without(bytes, page) {
  const at = page.length > 0 ? bytes.indexOf(page) : -1;
  return at < 0 ? bytes : Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + page.length)]);
}

/** A file's bytes, and what is wrapped in them. Snappy within the browsers' databases leaves new words as they are. @param {Buffer} bytes */
function readings(bytes) {
  if (begins(bytes, GZIP)) return [bytes, gunzipSync(bytes)];
  if (begins(bytes, FRAMED)) return [unframed(bytes)];
  if (!begins(bytes, MOZILLA_LZ4)) return [bytes];
  const text = unpacked(bytes.subarray(MOZILLA_LZ4.length));
  // A page's state in the history, for one, stands in it as Base64.
  const runs = text.toString("latin1").match(/[\w+/]{24,}/g) ?? [];
  return [text, ...runs.map((run) => Buffer.from(run, "base64"))];
}

/** @param {Buffer} bytes @param {Buffer} mark */
const begins = (bytes, mark) => bytes.subarray(0, mark.length).equals(mark);

const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);
const MOZILLA_LZ4 = Buffer.from("mozLz40\0");

/** What a page keeps in a store, and nothing else anywhere says. @param {string} store */
const kept = (store) => `kept-as-${store}-made-without-agreement`;

/** @param {import("./window.mjs").Window} window */
async function keepEverywhere({ goTo, hands }) {
  const server = createServer((_, response) => {
    response
      .setHeader("content-type", "text/html")
      .end("<!doctype html><title>Control</title><input id=field autofocus>");
  });
  const address = await new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      resolve(`http://127.0.0.1:${port}/`);
    });
  });
  await goTo(address);
  await hands.evaluate(keepInStores, Object.fromEntries(STORES.map((store) => [store, kept(store)])));
  for (const key of kept("field")) await hands.keyboard.press(key);
  server.close();
  server.closeAllConnections();
}

/** Runs in the page. @param {Record<string, string>} what */
function keepInStores(what) {
  localStorage.setItem("answers", what.local ?? "");
  sessionStorage.setItem("answers", what.session ?? "");
  document.title = what.title ?? "";
  history.pushState({ answers: what.state }, "", `#${what.address}`);
  /** @type {HTMLElement | null} */ (document.querySelector("#field"))?.focus();
  return new Promise((resolve) => {
    const open = indexedDB.open("answers");
    open.onupgradeneeded = () => open.result.createObjectStore("answers");
    open.onsuccess = () => {
      const writing = open.result.transaction("answers", "readwrite");
      writing.objectStore("answers").put(what.database, "answers");
      writing.oncomplete = () => resolve(true);
    };
  });
}
