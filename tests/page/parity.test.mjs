// One digest over one sample: what the two cores that ship decide, and what the command line does.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";

/** What the build has written, without types. @param {string} file @returns {Promise<any>} */
const built = (file) => import(`${process.cwd()}/target/page/${file}`);

const bindings = await built("core.js");
const plain = await built("plain-core/core.js");
plain.initSync();

const COUNT = 20_000;

/** @typedef {{ assess: (incident: any) => unknown }} Core */

/** @param {string[]} words */
const sgii = (...words) => execFileSync("target/debug/sgii", words, { encoding: "utf8", maxBuffer: 2 ** 28 }).trim();

/** The WebAssembly of the page, as it ships. @returns {Core} */
function shipped() {
  const page = readFileSync("dist/guide.html", "utf8");
  const hex = /<script type="text\/plain" id="core">([0-9a-f]+)<\/script>/.exec(page)?.[1];
  bindings.initSync({ module: Buffer.from(hex ?? "", "hex") });
  return bindings;
}

/** SHA-256 over the decisions on incidents, a line of JSON each. @param {Core} core @param {string[]} incidents */
function digest(core, incidents) {
  const hash = createHash("sha256");
  for (const incident of incidents) hash.update(`${JSON.stringify(core.assess(JSON.parse(incident)))}\n`);
  return hash.digest("hex");
}

test("native, WebAssembly and the no-WebAssembly build give one digest over one sample", () => {
  const incidents = sgii("sample", `${COUNT}`).split("\n");
  assert.equal(incidents.length, COUNT);
  const native = sgii("digest", `${COUNT}`);
  assert.equal(digest(shipped(), incidents), native);
  assert.equal(digest(plain, incidents), native);
});

test("a single decision that differs makes another digest", () => {
  const core = shipped();
  const incidents = sgii("sample", "100").split("\n");
  const last = JSON.parse(incidents[99]);
  const other = {
    assess: (/** @type {any} */ incident) =>
      core.assess(JSON.stringify(incident) === JSON.stringify(last) ? { ...incident, answers: {} } : incident),
  };
  assert.notEqual(digest(other, incidents), sgii("digest", "100"));
});
