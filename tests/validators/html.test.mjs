// The pages as they ship before the Nu HTML checker, beside one that is wrong.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { complaintsOf, scratch } from "./nu.mjs";

const WRONG = '<!doctype html><html lang="en"><title>it</title><p id="a">a<p id="a">b</html>';

/** What it complains of that is right all the same. */
const EXCUSED = [
  {
    says: /^Bad value “x-dns-prefetch-control” for attribute “http-equiv”/,
    of: /^/,
    why: "HTML does not list it. Without it Firefox looks up the host of each link before anybody follows one, and where no script runs nothing else prevents that.",
  },
  {
    says: /^Inline script violates Content Security Policy/,
    of: /<script type="(application\/json|text\/plain)" id="\w+">/,
    why: "This is data, which nothing runs: no policy of scripts applies to it.",
  },
];

/** @param {import("./nu.mjs").Complaint} complaint */
const excuseOf = (complaint) => EXCUSED.find(({ says, of }) => says.test(complaint.says) && of.test(complaint.of));

test("the Nu checker complains of a page that is wrong, and of none that ships but for what is excused", (t) => {
  const pages = readdirSync("dist").filter((name) => name.endsWith(".html"));
  assert.ok(pages.length >= 2);
  const shipped = [...pages.map((name) => join("dist", name)), "package/example.html"];
  const all = complaintsOf([scratch(t)("wrong.html", WRONG), ...shipped]);
  const excuses = all.map(excuseOf);
  const told = all.filter((_, at) => !excuses[at]);
  assert.ok(told.some(({ file, says }) => file === "wrong.html" && says === "Duplicate ID “a”."));
  assert.deepEqual(
    told.filter(({ file }) => file !== "wrong.html"),
    [],
  );
  const unneeded = EXCUSED.filter((excuse) => !excuses.includes(excuse));
  assert.deepEqual(unneeded, [], "excuses that nothing needs");
});
