// One digest over one sample: what the two cores that ship decide, and what the command line does.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { plain, shipped } from "./cores.mjs";

const COUNT = 20_000;

/** @param {string[]} words */
const sgii = (...words) => execFileSync("target/debug/sgii", words, { encoding: "utf8", maxBuffer: 2 ** 28 }).trim();

/** SHA-256 over the decisions on incidents, a line of JSON each. @param {Pick<import("./cores.mjs").Core, "assess">} core @param {string[]} incidents */
function digest(core, incidents) {
  const hash = createHash("sha256");
  for (const incident of incidents) hash.update(`${JSON.stringify(core.assess(JSON.parse(incident)))}\n`);
  return hash.digest("hex");
}

test("native, WebAssembly and the no-WebAssembly build give one digest over one sample", () => {
  const incidents = sgii("sample", `${COUNT}`).split("\n");
  assert.equal(incidents.length, COUNT);
  const native = sgii("digest", `${COUNT}`);
  assert.equal(digest(shipped().core, incidents), native);
  assert.equal(digest(plain(), incidents), native);
});

test("a single decision that differs makes another digest", () => {
  const { core } = shipped();
  const incidents = sgii("sample", "100").split("\n");
  const last = JSON.parse(incidents[99]);
  const other = {
    assess: (/** @type {any} */ incident) =>
      core.assess(JSON.stringify(incident) === JSON.stringify(last) ? { ...incident, answers: {} } : incident),
  };
  assert.notEqual(digest(other, incidents), sgii("digest", "100"));
});
