// The table of leaks is of this suite and says what was found.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { committed, namesOf } from "../leaks/findings.mjs";
import { ENGINES, page } from "../leaks/report.mjs";
import { TECHNIQUES } from "../leaks/techniques.mjs";

test("every technique has a name of its own, and was tried in every engine", () => {
  const names = TECHNIQUES.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  const onFiles = TECHNIQUES.filter(({ wide }) => !wide).map(({ name }) => name);
  for (const { schemes } of ENGINES.map((engine) => committed(engine))) {
    assert.deepEqual(
      schemes.http.map(({ name }) => name),
      names,
    );
    assert.deepEqual(
      schemes.file.map(({ name }) => name),
      onFiles,
    );
  }
});

test("the trap is known to catch most techniques, and nothing is known to get out", () => {
  for (const findings of ENGINES.map((engine) => committed(engine))) {
    const tried = namesOf(findings, ({ control }) => control !== "not there");
    assert.ok(namesOf(findings, ({ control }) => control === "came").length > tried.length / 2);
    assert.deepEqual(
      namesOf(findings, ({ guide }) => guide === "came"),
      [],
    );
  }
});

test("www/leaks.md is current: `node tests/leaks/report.mjs` after the suite writes it anew", () => {
  assert.equal(readFileSync("www/leaks.md", "utf8"), page());
});
