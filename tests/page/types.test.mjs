// The hand-written types and the generated JSON Schema against real output: every worked case is decided by the page's
// core and by the command line, and what comes out must be exactly what they say, nothing missing and nothing more.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { assess, initSync } from "../../target/page/pkg/sgii_guide.js";

const OUT = "target/page/decisions.ts";

/** @returns {any[]} the incidents of the worked cases */
function incidents() {
  const lines = execFileSync("target/debug/sgii", ["cases"], { encoding: "utf8" });
  return JSON.parse(`[${lines.trimEnd().replaceAll("\n", ",")}]`);
}

/** @param {any} incident */
const inWords = (incident) =>
  execFileSync("target/debug/sgii", ["classify"], { input: JSON.stringify(incident), encoding: "utf8" });

/**
 * What a validator by others makes of the schema of an incident or of a decision.
 * @param {string} of
 * @returns {import("ajv/dist/2020.js").ValidateFunction<any>}
 */
function schema(of) {
  const printed = execFileSync("target/debug/sgii", ["schema", of], { encoding: "utf8" });
  return new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(printed));
}

/** @param {string} source */
function complaintsAbout(source) {
  writeFileSync(OUT, `import type { Decision, Questionnaire } from "./pkg/sgii_guide.js";\n${source}\n`);
  const tsc = [
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "--target",
    "es2022",
    "--module",
    "preserve",
    "--ignoreConfig",
  ];
  return spawnSync("node_modules/.bin/tsc", [...tsc, OUT], { encoding: "utf8" }).stdout;
}

test("what comes out is what the types say", () => {
  initSync({ module: readFileSync("target/page/pkg/sgii_guide_bg.wasm") });
  const all = incidents();
  assert.ok(all.length > 30);
  const decisions = all.flatMap((incident) => [JSON.stringify(assess(incident)), inWords(incident)]);
  const asked = execFileSync("target/debug/sgii", ["questions", "--format", "json"], { encoding: "utf8" });
  const source = `export const all: Decision[] = [${decisions}];\nexport const asked: Questionnaire["questions"] = ${asked};`;
  assert.equal(complaintsAbout(source), "");
});

test("the types refuse a field too many and a word they do not know", () => {
  const decision = JSON.parse(inWords({ nation: "england", answers: {} }));
  const wrong = [
    { ...decision, more: 1 },
    { ...decision, policy: { ...decision.policy, status: "final" } },
  ];
  const complaints = complaintsAbout(`export const all: Decision[] = ${JSON.stringify(wrong)};`);
  assert.match(complaints, /"more"' does not exist/);
  assert.match(complaints, /"final"/);
});

test("what goes in and what comes out is what the schemas say", () => {
  const [isIncident, isDecision] = [schema("incident"), schema("decision")];
  for (const incident of incidents()) {
    assert.ok(isIncident(incident), JSON.stringify(isIncident.errors));
    for (const decision of [assess(incident), JSON.parse(inWords(incident))])
      assert.ok(isDecision(decision), JSON.stringify(isDecision.errors));
  }
});

test("the schemas refuse a field too many, a field too few and a word they do not know", () => {
  const [isIncident, isDecision] = [schema("incident"), schema("decision")];
  for (const wrong of [
    { nation: "england" },
    { nation: "england", answers: {}, name: "somebody" },
    { nation: "france", answers: {} },
    { nation: "england", answers: { "immediate-danger": "perhaps" } },
    { nation: "england", answers: { "no-such-question": "yes" } },
  ])
    assert.ok(!isIncident(wrong), JSON.stringify(wrong));
  const decision = JSON.parse(inWords({ nation: "england", answers: {} }));
  const { now, ...rest } = decision;
  const [first, ...others] = now;
  for (const wrong of [
    rest,
    { ...decision, more: true },
    { ...decision, typology: null },
    { ...decision, response: { ...decision.response, settled: "yes" } },
    { ...decision, now: [{ ...first, basis: "rumour" }, ...others] },
    { ...decision, scope: { ...decision.scope, possible: ["inside", "inside"] } },
  ])
    assert.ok(!isDecision(wrong), Object.keys(wrong).join());
});
