// The words of the interface: those the script asks for are the policy's labels, with nothing missing and nothing spare; and
// those of the page are in its template or in the written guidance.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const WWW = new URL("../../www/", import.meta.url);

/** What is said without a script: by the written guidance, and of the contacts in it. */
const WRITTEN = new URL("../src/publish/", WWW);

/** @param {URL} folder @param {string} end */
const sourcesIn = (folder, end) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(end))
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .join("\n");

const written = sourcesIn(WRITTEN, ".rs");
const script = sourcesIn(WWW, ".js") + readFileSync(new URL("contacts/written.rs", WRITTEN), "utf8");
const template = readFileSync(new URL("index.html", WWW), "utf8");
const page = readFileSync("dist/guide.html", "utf8");
/** @type {Record<string, string | Record<string, string>>} */
const { days: _, ...said } = JSON.parse(/id="labels">([^<]*)</.exec(page)?.[1] ?? "");
const labels = Object.keys(said);

/** Labels asked for by a name that is put together: what stands before the part that varies. */
const families = namesIn(/label\(\s*`([a-z-]+-)\$\{/g);

/** Labels that go with a number. */
const plural = namesIn(/counted\("([a-z-]+)"/g);

/** Whole names, wherever a string has one. */
const strings = new Set(namesIn(/"([a-z-]+)"/g));

/** @param {RegExp} pattern @param {string} [text] @returns {string[]} */
function namesIn(pattern, text = script) {
  return [...text.matchAll(pattern)].map(([, name]) => name ?? "");
}

/** The names in one of the closed lists of what is said around the policy. @param {string} name */
function listOf(name) {
  const lists = readFileSync(new URL("../src/policy/labels.rs", WWW), "utf8");
  return new RegExp(`\\b${name} \\{([^}]*)\\}`).exec(lists)?.[1]?.match(/\w+/g) ?? [];
}

/** A name as the policy writes it. @param {string} name */
const kebab = (name) => name.replace(/\B[A-Z]/g, "-$&").toLowerCase();

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

test("no text of the page is spare", () => {
  const texts = listOf("PageText");
  assert.ok(texts.length > 30);
  assert.deepEqual(
    texts.filter((name) => !template.includes(`{page/${kebab(name)}}`) && !written.includes(`PageText::${name}`)),
    [],
  );
});

test("every notice that the script asks for is in the page, and none is spare", () => {
  const { notice } = JSON.parse(/id="words">([^<]*)</.exec(page)?.[1] ?? "");
  const written = namesIn(/ id="notice\/([a-z-]+)"/g, page);
  const known = listOf("Notice");
  assert.deepEqual([...Object.keys(notice), ...written].sort(), known.map(kebab).sort());
  const rust =
    sourcesIn(new URL("../src/", WWW), ".rs") + readFileSync(new URL("../xtask/src/build/seal.rs", WWW), "utf8");
  assert.deepEqual(
    known.filter((name) => !strings.has(kebab(name)) && !rust.includes(`Notice::${name}`)),
    [],
  );
});

test("the template has no sentence of its own", () => {
  const text = template.replace(/<!--.*?-->|<[^>]*>|\{[^}]*\}/gs, "");
  assert.doesNotMatch(text, /\p{Letter}/u);
});

test("a label that goes with a number has the forms of its language, all of them and no other", () => {
  const { pluralCategories } = new Intl.PluralRules(/<html lang="(.*?)"/.exec(page)?.[1]).resolvedOptions();
  const forms = Object.entries(said).filter(([, text]) => typeof text !== "string");
  assert.deepEqual(forms.map(([name]) => name).sort(), [...new Set(plural)].sort());
  for (const [name, byCategory] of forms) {
    assert.deepEqual(Object.keys(byCategory).sort(), [...pluralCategories].sort(), name);
  }
});

test("the table of plural categories says of each language what Unicode's data says", () => {
  const table = readFileSync(new URL("../src/policy/compile/language/plurals.rs", WWW), "utf8");
  const rows = [...table.matchAll(/\("(\w+)", &\[([^\]]+)\]\)/g)];
  assert.ok(rows.length > 1);
  for (const [, language = "", categories = ""] of rows) {
    const rules = new Intl.PluralRules(language);
    const listed = categories.toLowerCase().split(", ");
    assert.deepEqual(listed.sort(), [...rules.resolvedOptions().pluralCategories].sort(), language);
    const ones = Array.from({ length: 1001 }, (_, number) => number).filter((number) => rules.select(number) === "one");
    assert.deepEqual(ones, [1], `in ${language}, "one" is other numbers as well`);
  }
});
