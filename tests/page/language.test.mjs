// The page in another language: nothing of it is English but what says so, whether all of it is translated or only some. The
// languages are none, and have no plain letter in them (`tests/support/accented.rs`).

import assert from "node:assert/strict";
import { test } from "node:test";
import { buildSync } from "esbuild";
import { answerScreen, begin, GUIDE_URL, openGuide, SEXTORTION, view } from "./support.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** What is in letters and in no language: the case code, the hash of the policy, an address, the letter of a person. */
const NAMES = ".code, .hash, .url, .letter";

/**
 * Every piece of text of an element, whether anything around it says that it is English, and what it says.
 * @param {Page} page @param {string} within
 */
const pieces = (page, within) =>
  page.locator(within).evaluate(($within, names) => {
    const found = [];
    const walker = document.createTreeWalker($within, NodeFilter.SHOW_TEXT);
    for (let $text = walker.nextNode(); $text; $text = walker.nextNode()) {
      const $around = /** @type {Element} */ ($text.parentElement);
      if ($around.closest(names) || !$around.checkVisibility()) continue;
      const english = $around.closest("[lang]")?.getAttribute("lang") === "en";
      found.push({ english, text: $text.textContent ?? "" });
    }
    return found;
  }, NAMES);

/** Gives what is marked as English. @param {Page} page @param {string} [within] */
async function assertNoEnglish(page, within = "body") {
  const said = await pieces(page, within);
  assert.ok(said.length > 3, `there is text on ${await view(page)}`);
  const plain = said.filter(({ english, text }) => !english && /[A-Za-z]/.test(text));
  assert.deepEqual(plain, [], `on ${await view(page)}`);
  assert.ok(!said.some(({ text }) => /[\u2068\u2069]/.test(text)), "a mark has come into the page");
  return said.filter(({ english }) => english).map(({ text }) => text);
}

/** @param {Page} page */
const openAll = (page) =>
  page.locator("#app").evaluate(($app) => {
    for (const $details of $app.querySelectorAll("details")) $details.open = true;
  });

/** How many texts of either block of data are seen to be English at least: one language is translated whole, the other in part. */
const ENGLISH = { cy: 0, ga: 20 };

for (const [language, least] of Object.entries(ENGLISH)) {
  for (const name of [`guide-${language}.html`, `guide-nowasm-${language}.html`]) {
    test(`from the start to the record nothing is English but what says so: ${name}`, async (t) => {
      const page = await openGuide(t, {}, undefined, name);
      /** @type {string[]} what is marked as English */
      const marked = [];
      const look = async () => {
        await openAll(page);
        marked.push(...(await assertNoEnglish(page)));
        assert.doesNotMatch(await page.mainFrame().title(), /[A-Za-z\u2068\u2069]/);
      };
      await look();
      await begin(page, "wales");
      while ((await view(page)) === "questions") {
        await look();
        await answerScreen(page, SEXTORTION, look);
      }
      assert.equal(await view(page), "outcome");
      await look();
      await page.emulateMedia({ media: "print" });
      await look();
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);
      for (const block of ["labels", "words"]) {
        const english = (await page.locator(`#${block}`).textContent())?.match(/(?<=\u2068)[^\u2069]+/g) ?? [];
        const shown = new Set(english.filter((text) => marked.includes(text)));
        assert.ok(shown.size >= least, `${shown.size} of the ${block}`);
      }
    });
  }
}

/** The module that puts the words together, as a script that gives what it exports. */
const [{ text: WORDS = "" } = {}] = buildSync({
  entryPoints: ["www/words.js"],
  bundle: true,
  format: "iife",
  globalName: "made",
  write: false,
}).outputFiles;

/** The words that are put together within a page. @param {Page} page */
const wordsOf = (page) =>
  page.evaluate(`(() => {
    ${WORDS}
    return made.wholeWords(document.getElementById("words").textContent, document.getElementById("guidance"));
  })()`);

/** The names of the entries that are shown in the order that the words have them in. @param {any} words */
const order = ({ nation, question, source, value }) =>
  [nation, question, source, ...Object.values(value)].map((entries) => Object.keys(entries));

test("every word of the policy reaches the questions exactly as the policy has it", async (t) => {
  for (const [tag, end] of Object.entries({ en: "", cy: "-cy", ga: "-ga" })) {
    const whole = await (await fetch(new URL(`words-${tag}.json`, GUIDE_URL))).json();
    for (const name of [`guide${end}.html`, `guide-nowasm${end}.html`]) {
      const words = JSON.parse(/** @type {string} */ (await wordsOf(await openGuide(t, {}, undefined, name))));
      assert.deepEqual(words, whole, name);
      assert.deepEqual(order(words), order(whole), name);
    }
  }
});

test("the written guidance is in the language too", async (t) => {
  for (const language of Object.keys(ENGLISH)) {
    const page = await openGuide(t, { javaScriptEnabled: false }, undefined, `guide-${language}.html`);
    assert.ok((await page.locator("#guidance").innerText()).includes("⟦"));
  }
});

test("each page leads to itself in the other languages, from the start alone", async (t) => {
  const page = await openGuide(t);
  const links = () => page.locator(".languages a");
  const named = await links().evaluateAll(($links) =>
    $links.map(($link) => ["lang", "href"].map((name) => $link.getAttribute(name))),
  );
  assert.deepEqual(named, [
    ["cy", "guide-cy.html"],
    ["ga", "guide-ga.html"],
  ]);
  assert.deepEqual(await links().allInnerTexts(), ["⟦Éńǵĺíśĥ⟧", "⟦Éńǵĺíśĥ⟧"]);
  await begin(page);
  assert.equal(await links().first().isVisible(), false);
  await page.goto(GUIDE_URL);
  await links().first().click();
  await page.waitForURL(/guide-cy\.html$/);
  await page.locator(".languages a", { hasText: "English" }).click();
  await page.waitForURL(/guide\.html$/);
});

test("without WebAssembly a page leads on to the second one in its language", async (t) => {
  const page = await openGuide(
    t,
    {},
    (fresh) => fresh.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly")),
    "guide-cy.html",
  );
  await assertNoEnglish(page, "#core-failed");
  await page.locator("#core-failed a").click();
  await page.waitForURL(/guide-nowasm-cy\.html$/);
});
