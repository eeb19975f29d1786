// Every kind of screen, as the questions make it, before the Nu HTML checker.

import assert from "node:assert/strict";
import { test } from "node:test";
import { onEveryKind } from "../page/kinds.mjs";
import { openGuide } from "../page/support.mjs";
import { complaintsOf, scratch } from "./nu.mjs";

/** A screen as markup, without what is the same on each and is checked in the page. */
function markup() {
  const $page = /** @type {Element} */ (document.documentElement.cloneNode(true));
  for (const $gone of $page.querySelectorAll("script, style, meta[http-equiv]")) $gone.remove();
  return `<!doctype html>${$page.outerHTML}`;
}

test("the Nu checker has nothing to say against any kind of screen", async (t) => {
  const page = await openGuide(t);
  const leave = scratch(t);
  /** @type {string[]} */
  const files = [];
  await onEveryKind(page, async (kind) => void files.push(leave(`${kind}.html`, await page.evaluate(markup))));
  assert.deepEqual(complaintsOf(files), []);
});
