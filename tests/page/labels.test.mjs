// The words of the interface: one block in the page, with everything the script asks for and nothing else.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const WWW = new URL("../../www/", import.meta.url);

/** What is said without a script: the contacts in the written guidance. */
const WRITTEN = "../src/publish/contacts/written.rs";

const script = readdirSync(WWW, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".js"))
  .concat(WRITTEN)
  .map((name) => readFileSync(new URL(name, WWW), "utf8"))
  .join("\n");

const page = readFileSync(new URL("index.html", WWW), "utf8");
/** @type {Record<string, string | Record<string, string>>} */
const said = JSON.parse(/id="labels">([^<]*)</.exec(page)?.[1] ?? "");
const labels = Object.keys(said);

/** Labels asked for by a name that is put together: what stands before the part that varies. */
const families = namesIn(/label\(\s*`([a-z-]+-)\$\{/g);

/** Labels that go with a number. */
const plural = namesIn(/counted\("([a-z-]+)"/g);

/** Whole names, wherever a string has one. */
const strings = new Set(namesIn(/"([a-z-]+)"/g));

/** @param {RegExp} pattern @returns {string[]} */
function namesIn(pattern) {
  return [...script.matchAll(pattern)].map(([, name]) => name ?? "");
}

test("every interface word that the script asks for is in the page", () => {
  const asked = namesIn(/label\(\s*"([a-z-]+)"/g);
  assert.deepEqual(
    asked.filter((name) => typeof said[name] !== "string"),
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

test("a label that goes with a number has the forms of its language, all of them and no other", () => {
  const { pluralCategories } = new Intl.PluralRules(/<html lang="(.*?)"/.exec(page)?.[1]).resolvedOptions();
  const forms = Object.entries(said).filter(([, text]) => typeof text !== "string");
  assert.deepEqual(forms.map(([name]) => name).sort(), [...new Set(plural)].sort());
  for (const [name, byCategory] of forms) {
    assert.deepEqual(Object.keys(byCategory).sort(), [...pluralCategories].sort(), name);
  }
});
