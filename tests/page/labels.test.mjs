// The words of the interface: one block in the page, with everything the script asks for and nothing else.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const WWW = new URL("../../www/", import.meta.url);

const script = readdirSync(WWW, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".js"))
  .map((name) => readFileSync(new URL(name, WWW), "utf8"))
  .join("\n");

const block = /id="labels">([^<]*)</.exec(readFileSync(new URL("index.html", WWW), "utf8"))?.[1] ?? "";
const labels = Object.keys(JSON.parse(block));

/** Labels asked for by a name that is put together: what stands before the part that varies. */
const families = [...script.matchAll(/label\(\s*`([a-z-]+-)\$\{/g), ...script.matchAll(/counted\("([a-z-]+)"/g)].map(
  ([, family]) => family ?? "",
);

/** Whole names, wherever a string has one. */
const strings = new Set([...script.matchAll(/"([a-z-]+)"/g)].map(([, name]) => name ?? ""));

test("every interface word that the script asks for is in the page", () => {
  const asked = [...script.matchAll(/label\(\s*"([a-z-]+)"/g)].map(([, name]) => name ?? "");
  assert.deepEqual(
    asked.filter((name) => !labels.includes(name)),
    [],
  );
  assert.deepEqual(
    families.filter((family) => !labels.some((name) => name.startsWith(family))),
    [],
  );
});

test("no interface word is spare", () => {
  const used = (/** @type {string} */ name) => strings.has(name) || families.some((family) => name.startsWith(family));
  assert.deepEqual(
    labels.filter((name) => !used(name)),
    [],
  );
});
