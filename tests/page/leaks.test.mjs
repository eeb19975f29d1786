// The table of leaks is of this suite and says what was found.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { committed, namesOf } from "../leaks/findings.mjs";
import { ENGINES, page } from "../leaks/report.mjs";
import { TECHNIQUES, techniquesIn } from "../leaks/techniques.mjs";

/** @typedef {import("../leaks/techniques.mjs").Place} Place */

test("every technique has a name of its own, and was tried in every engine", () => {
  const names = TECHNIQUES.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const { places } of ENGINES.map((engine) => committed(engine)))
    for (const [place, results] of Object.entries(places))
      assert.deepEqual(
        results.map(({ name }) => name),
        techniquesIn(/** @type {Place} */ (place)).map(({ name }) => name),
      );
});

test("the trap is known to catch most techniques, and nothing gets out but what is said to", () => {
  for (const engine of ENGINES) {
    const findings = committed(engine);
    const tried = namesOf(findings, ({ control }) => control !== "not there");
    assert.ok(namesOf(findings, ({ control }) => control === "came").length > tried.length / 2);
    for (const out of namesOf(findings, ({ guide }) => guide === "came")) {
      const technique = TECHNIQUES.find(({ name }) => out.endsWith(`: ${name}`));
      assert.ok(technique?.known?.(engine), `${engine}: ${out}`);
    }
  }
});

test("docs/leaks.md is current: `node tests/leaks/report.mjs` after the suite writes it anew", () => {
  assert.equal(readFileSync("docs/leaks.md", "utf8"), page());
});
