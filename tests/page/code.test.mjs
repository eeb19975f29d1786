// The case code: the same answers again, with nothing stored.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  AI_FAKE,
  answerAll,
  assertAccessible,
  begin,
  openForAxe,
  openGuide,
  press,
  SEXTORTION,
  view,
} from "./support.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const codeOf = (page) => page.locator("#app b.code").innerText();

/** What an outcome shows. @param {Page} page */
const shown = (page) => page.locator(".conclusion, [data-step], [data-answer]").allTextContents();

/** @param {Page} page @param {string} code */
async function reopen(page, code) {
  await page.locator("summary", { hasText: "Open a case again" }).click();
  await page.locator("#code-first").fill(code);
  await page.keyboard.press("Enter");
}

for (const [nation, story] of /** @type {const} */ ([
  ["england", SEXTORTION],
  ["scotland", AI_FAKE],
])) {
  test(`a code opens the same outcome in another sitting, typed in small letters: ${nation}`, async (t) => {
    const page = await openGuide(t);
    await begin(page, nation);
    await answerAll(page, story);
    const before = await shown(page);
    const code = await codeOf(page);
    assert.match(code, /^1([0-9A-HJKMNP-TV-Z]{3})(-[0-9A-HJKMNP-TV-Z]{4}){7}$/);
    const other = await openGuide(t);
    await reopen(other, code.toLowerCase().replaceAll("-", " "));
    assert.equal(await view(other), "outcome");
    assert.deepEqual(await shown(other), before);
    assert.equal(await codeOf(other), code);
    assert.equal(await other.locator("#app > .warning").count(), 0);
  });
}

test("a mistyped code is refused where it was typed, and nothing is opened", async (t) => {
  const page = await openForAxe(t);
  await begin(page);
  await answerAll(page, SEXTORTION);
  const code = await codeOf(page);
  const other = await openForAxe(t);
  const wrong = code.slice(0, -1) + (code.endsWith("7") ? "8" : "7");
  await reopen(other, wrong);
  assert.equal(await view(other), "start");
  assert.ok(await other.locator(".summary:visible").evaluate(($el) => $el === document.activeElement));
  const told = await other.locator("#code-error").innerText();
  assert.match(told, /^This code cannot be opened: ./);
  assert.equal(await other.locator(".summary:visible a").innerText(), told);
  assert.match(await other.title(), /^Error: /);
  assert.equal(await other.locator("#code-first").inputValue(), wrong);
  await assertAccessible(other);
  await other.locator(".summary:visible a").click();
  assert.equal(await other.evaluate(() => document.activeElement?.id), "code-first");
  await other.locator("#code-first").fill(code);
  await other.keyboard.press("Enter");
  assert.equal(await view(other), "outcome");
});

test("the place for the code takes what a code may hold, and offers to complete nothing", async (t) => {
  const page = await openForAxe(t);
  await page.locator("summary", { hasText: "Open a case again" }).click();
  const $code = page.locator("#code-first");
  await $code.pressSequentially("ab12 x'y@z\u2014é.");
  assert.equal(await $code.inputValue(), "AB12 XYZ\u2014");
  for (const [name, value] of Object.entries({
    autocomplete: "off",
    spellcheck: "false",
    autocapitalize: "characters",
  })) {
    assert.equal(await $code.getAttribute(name), value);
  }
  assert.equal(await page.locator("textarea, select, [contenteditable], input:not([type=radio])").count(), 1);
  await assertAccessible(page);
});

test("an answer changed after opening changes the code", async (t) => {
  const page = await openGuide(t);
  await begin(page);
  await answerAll(page, SEXTORTION);
  const code = await codeOf(page);
  await page.locator("summary", { hasText: "Your answers" }).click();
  await page.click('[data-answer="asked"] button');
  await page.check('input[name="asked"][value="unsure"]');
  await page.click("#app button[type=submit]");
  await answerAll(page, SEXTORTION);
  assert.notEqual(await codeOf(page), code);
});

for (const width of [320, 1280]) {
  test(`a line ends between groups of the code and nowhere else, ${width} pixels wide`, async (t) => {
    const page = await openGuide(t, { viewport: { width, height: 640 } });
    // Where nothing is answered most of it is digits, and not every browser ends a line between a hyphen and a digit.
    await reopen(page, codeWith([1, ...Array(25).fill(0)]));
    const lines = await page.locator("#app b.code").evaluate(linesOf);
    assert.equal(lines.join(""), await codeOf(page));
    assert.ok(lines.length >= (width < 1000 ? 2 : 1) && lines.length <= 3, `${lines}`);
    for (const line of lines) assert.match(line, /^(\w{4}-)*(\w{4}-?)$/);
    const inner = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    assert.ok(inner, "it reaches out of the page");
  });
}

/** What stands in each line. @param {Element} $text */
function linesOf($text) {
  /** @type {Map<number, string>} */
  const lines = new Map();
  const walker = document.createTreeWalker($text, NodeFilter.SHOW_TEXT);
  for (let $node = walker.nextNode(); $node; $node = walker.nextNode()) {
    for (const [place, letter] of [...($node.nodeValue ?? "")].entries()) {
      const range = document.createRange();
      range.setStart($node, place);
      range.setEnd($node, place + 1);
      const { top } = range.getBoundingClientRect();
      lines.set(top, (lines.get(top) ?? "") + letter);
    }
  }
  return [...lines.values()];
}

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** What stands in a code before its check. @param {string} code */
const dataOf = (code) => [...code.replaceAll("-", "")].slice(0, -6).map((letter) => ALPHABET.indexOf(letter));

/** A code with this in it, as some edition would have made it: the check is that of BIP 350. @param {readonly number[]} data */
function codeWith(data) {
  const parts = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  let check = 1;
  for (const symbol of [...data, 0, 0, 0, 0, 0, 0]) {
    const top = check >> 25;
    check = ((check & 0x1ffffff) << 5) ^ symbol;
    check = parts.reduce((rest, part, bit) => ((top >> bit) & 1 ? rest ^ part : rest), check);
  }
  check ^= 0x2bc830a3;
  const symbols = [...data, ...[25, 20, 15, 10, 5, 0].map((bits) => (check >> bits) & 31)];
  return symbols.map((symbol) => ALPHABET[symbol]).join("");
}

test("a code of another edition opens the same answers, and says that the result may differ", async (t) => {
  const page = await openForAxe(t);
  await begin(page);
  await answerAll(page, SEXTORTION);
  const answers = await page.locator("[data-answer]").allTextContents();
  const data = dataOf(await codeOf(page));
  assert.equal(codeWith(data), (await codeOf(page)).replaceAll("-", ""), "the test makes codes as the guide does");
  const [version = 0, nation = 0, rules = 0, ...rest] = data;
  for (const [made, later] of /** @type {const} */ ([
    [[version, nation, rules ^ 1, ...rest], false],
    [[...data.slice(0, -1), 0b110], true],
  ])) {
    const other = await openForAxe(t);
    await reopen(other, codeWith(made));
    const warning = await other.locator("#app > .warning").innerText();
    assert.match(warning, /another edition/);
    assert.equal(/later edition/.test(warning), later);
    assert.deepEqual(await other.locator("[data-answer]").allTextContents(), answers);
    await assertAccessible(other);
  }
});

test("a code of a newer form is refused as one", async (t) => {
  const page = await openGuide(t);
  await reopen(page, codeWith([2, ...Array(25).fill(0)]));
  assert.match(await page.locator("#code-error").innerText(), /begins with `2`.*of a newer form/);
});

test("from the second screen on the code of the answers so far stands in the bar, until all is cleared", async (t) => {
  const page = await openGuide(t);
  const inBar = () => page.locator("#code-so-far").innerText();
  await begin(page);
  await page.check('input[name="immediate-danger"][value="no"]');
  assert.equal(await inBar(), "");
  await press(page, "Continue");
  const first = await inBar();
  await page.check('input[name="risk-of-harm"][value="unsure"]');
  const second = await inBar();
  assert.match(second, /^Case code: 1[0-9A-Z]{3}(-[0-9A-Z]{4}){7}$/);
  assert.ok(first && first !== second, "it follows the answers");
  const other = await openGuide(t);
  await reopen(other, second.replace("Case code: ", ""));
  assert.equal(await other.locator('[data-answer="risk-of-harm"] dd').first().textContent(), "Not known yet");
  await press(page, "Hide and clear");
  assert.equal(await inBar(), "");
});
