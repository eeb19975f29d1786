// Every content policy that ships, before csp_evaluator: what a page says of itself, and what its hosts are to say of each file.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import evaluator from "csp_evaluator/dist/evaluator.js";
import parser from "csp_evaluator/dist/parser.js";

/** @param {string} policy */
const findingsOf = (policy) => new evaluator.CspEvaluator(new parser.CspParser(policy).csp).evaluate();

/** The policies in a file, whoever it is for: each begins with what is allowed by default, and ends with its quotes or its line. */
const policiesIn = (/** @type {string} */ file) =>
  [...readFileSync(file, "utf8").matchAll(/default-src [^"\n]*/g)].map(([policy]) => policy);

/** The files of a folder, and of those in it. @param {string} folder */
const below = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const pages = readdirSync("dist")
  .filter((name) => name.endsWith(".html"))
  .map((name) => join("dist", name));
const headers = below("dist/headers");

/** @param {string} policy */
const faulted = (policy) => new Set(findingsOf(policy).map(({ directive }) => directive));

test("csp_evaluator finds fault with a weak policy, and with a page's own where one word is added", () => {
  const weak = faulted("script-src 'unsafe-inline' 'unsafe-eval' https:; object-src *; img-scr data:");
  for (const directive of ["script-src", "object-src", "img-scr"]) assert.ok(weak.has(directive), directive);
  for (const policy of pages.flatMap(policiesIn)) {
    const weakened = policy.replace("script-src ", "script-src https: ");
    assert.ok(faulted(weakened).has("script-src"));
  }
});

test("csp_evaluator finds nothing in any policy that ships", (t) => {
  assert.ok(pages.length >= 2 && headers.length >= 4);
  for (const file of pages) assert.equal(policiesIn(file).length, 1, file);
  for (const file of headers)
    assert.ok(policiesIn(file).length > pages.length, `${file} has a policy for each page and the worker`);
  const policies = new Set([...pages, ...headers].flatMap(policiesIn));
  for (const policy of policies) assert.deepEqual(findingsOf(policy), [], policy);
  t.diagnostic(`${policies.size} policies in ${pages.length + headers.length} files`);
});
