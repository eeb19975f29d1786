// Every kind of screen, and the page around it, before IBM's accessibility checker. What it fails is mended, or stands here with the
// reason. What it would have a person look at is not for a test: docs/accessibility.md says what was looked at.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { onEveryKind } from "../page/kinds.mjs";
import { openForAxe } from "../page/support.mjs";

const CHECKER = readFileSync(createRequire(import.meta.url).resolve("accessibility-checker-engine/ace.js"), "utf8");

/** What its rules fail that is right all the same, by rule and selector. */
const EXCUSED = [
  {
    rule: "input_label_exists",
    of: "details:not([open]) #code-first",
    why: "The case code has a label, which is folded away together with its field.",
  },
  {
    rule: "aria_content_in_landmark",
    of: "body > #skip",
    why: "The way past the bar stands before everything, and leads to a landmark.",
  },
  {
    rule: "element_attribute_deprecated",
    of: "ol > li[value]",
    why: "HTML 4 advised against the number of an item; HTML has it, and the Nu checker knows it.",
  },
  {
    rule: "element_attribute_deprecated",
    of: "meta[http-equiv]",
    why: "HTML has the attribute: it is how a page says its own content policy.",
  },
];

/** @typedef {import("playwright-core").Frame} Frame */
/** @typedef {{ rule: string, says: string, markup: string, excuse: number }} Failure with the place of its excuse, or -1 */

/** What the checker fails in a page or in the vault. @param {Frame} frame @returns {Promise<Failure[]>} */
async function failuresIn(frame) {
  await frame.evaluate(`${CHECKER}; globalThis.ace = ace;`);
  return frame.evaluate(async (excused) => {
    const checker = new /** @type {any} */ (globalThis).ace.Checker();
    const { results } = await checker.check(document, ["IBM_Accessibility", "WCAG_2_2"]);
    const failed = results.filter((/** @type {any} */ { value: [, outcome] }) => outcome === "FAIL");
    return failed.map((/** @type {any} */ { ruleId, message, path, snippet }) => {
      const $at = document.evaluate(path.dom, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue;
      const excuse = excused.findIndex(({ rule, of }) => rule === ruleId && /** @type {Element} */ ($at).matches(of));
      return { rule: ruleId, says: message, markup: snippet.slice(0, 200), excuse };
    });
  }, EXCUSED);
}

test("IBM's checker fails what is wrong", async (t) => {
  const page = await openForAxe(t);
  await page.locator("main:visible").evaluate(($main) => {
    for (const [tag, attributes] of [
      ["img", { src: "data:," }],
      ["input", {}],
    ])
      $main.append(Object.assign(document.createElement(String(tag)), attributes));
  });
  const failed = (await failuresIn(/** @type {Frame} */ (page.frame("vault")))).map(({ rule }) => rule);
  for (const rule of ["img_alt_valid", "input_label_exists"]) assert.ok(failed.includes(rule), `${rule}: ${failed}`);
});

test("IBM's checker fails nothing on any kind of screen nor around it, but for what is excused, and fetches nothing", async (t) => {
  const page = await openForAxe(t);
  const failed = await failuresIn(page.mainFrame());
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await onEveryKind(page, async (kind) => {
    const found = await failuresIn(page.frame("vault") ?? page.mainFrame());
    failed.push(...found.map((failure) => ({ kind, ...failure })));
  });
  failed.push(...(await failuresIn(page.mainFrame())));
  assert.deepEqual(
    failed.filter(({ excuse }) => excuse < 0),
    [],
  );
  const unneeded = EXCUSED.filter((_, at) => failed.every(({ excuse }) => excuse !== at));
  assert.deepEqual(unneeded, [], "excuses that nothing needs");
  assert.deepEqual([...new Set(asked)], [page.url()]);
});
