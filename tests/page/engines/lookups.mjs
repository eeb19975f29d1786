// Which hosts' names Firefox looks up, as it writes it down itself.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { listening } from "../hosted.mjs";
import { GUIDE_URL } from "../support.mjs";
import { freshProfile, remove } from "./profile.mjs";
import { pause } from "./window.mjs";

/** What in the page has no name looked up beforehand. */
const WORD = '<meta http-equiv="x-dns-prefetch-control" content="off">';

/** How long the names of a page's links have to be looked up, in milliseconds. */
const LOOKED_UP = 3_000;

/** @param {(profile: string) => Promise<import("./window.mjs").Window>} open */
export function testLookups(open) {
  test("Firefox looks up no source before somebody goes there, and does where the page leaves its word out", async (t) => {
    const page = await (await fetch(GUIDE_URL)).text();
    const sources = [...new Set([...page.matchAll(/href="https:\/\/([^/"]+)/g)].map(([, host]) => String(host)))];
    assert.ok(sources.length > 0 && page.includes(WORD));
    assert.deepEqual(await lookedUp(t, open, page.replace(WORD, ""), sources), sources);
    assert.deepEqual(await lookedUp(t, open, page, sources), []);
  });
}

/**
 * Which of these hosts are looked up while a page is open.
 * @param {import("node:test").TestContext} t
 * @param {(profile: string) => Promise<import("./window.mjs").Window>} open
 * @param {string} page
 * @param {string[]} hosts
 */
async function lookedUp(t, open, page, hosts) {
  const profile = freshProfile();
  const server = createServer((_, response) =>
    response.setHeader("content-type", "text/html; charset=utf-8").end(page),
  );
  t.after(() => [server.close(), remove(profile)]);
  Object.assign(process.env, { MOZ_LOG: "nsHostResolver:5,sync", MOZ_LOG_FILE: join(profile, "lookups") });
  const window = await open(profile);
  await window.goTo(`http://${await listening(server)}/guide.html`);
  await pause(LOOKED_UP);
  await window.close();
  delete process.env.MOZ_LOG;
  const logs = readdirSync(profile).filter((name) => name.startsWith("lookups"));
  const written = logs.map((name) => readFileSync(join(profile, name), "utf8")).join("");
  return hosts.filter((host) => written.includes(host));
}
