// The numbers that a school's own area has put into the page, where an action needs them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import {
  answerAll,
  assertAccessible,
  begin,
  CONTACTS,
  callsOf,
  catchCalls,
  GUIDE_URL,
  openGuide,
  putContacts,
  SEXTORTION,
} from "./support.mjs";

/** A number as people paste it, as it is shown and as it is dialled. */
const PASTED = { written: "+44\u00a0(0)1632.960\u2011010", shown: "+44 1632 960-010", dialled: "tel:+441632960010" };

/** Has the guide come as `sgii contacts` leaves it, with the example's contacts checked today and one number pasted. @param {import("playwright-core").Page} page */
async function installContacts(page) {
  const folder = mkdtempSync(join(tmpdir(), "contacts-"));
  const file = (/** @type {string} */ name) => join(folder, name);
  const today = new Date().toISOString().slice(0, 10);
  const pasted = { ...CONTACTS, "front-door": { ...CONTACTS["front-door"], phone: PASTED.written } };
  const contacts = Object.entries(pasted).map(([kind, contact]) => [kind, { ...contact, checked: today }]);
  // The very bytes: a byte order mark is one of them.
  writeFileSync(file("guide.html"), Buffer.from(await (await fetch(GUIDE_URL)).arrayBuffer()));
  writeFileSync(file("contacts.json"), `\ufeff${JSON.stringify(Object.fromEntries(contacts))}`);
  execFileSync("target/debug/sgii", ["contacts", file("guide.html"), file("contacts.json"), file("out.html")]);
  const body = readFileSync(file("out.html"));
  rmSync(folder, { recursive: true });
  await page.route(GUIDE_URL, (route) => route.fulfill({ body, contentType: "text/html; charset=utf-8" }));
}

/** The outcome of a guide with these contacts, and what is said at the first step. @param {import("node:test").TestContext} t @param {object} contacts */
async function referral(t, contacts) {
  const page = await openGuide(t, { bypassCSP: true }, (fresh) => putContacts(fresh, contacts));
  await begin(page);
  await answerAll(page, SEXTORTION);
  return { page, said: (await page.locator('[data-step="refer-now"] .contact').allTextContents()).join("\n") };
}

test("a number stands at the action that needs it, with who answers, its other hours and its date", async (t) => {
  const { page, said } = await referral(t, CONTACTS);
  for (const text of [
    "Anyshire children's services",
    "01632 960010",
    "At other times: 01632 960011",
    "Checked 2 November 2026",
  ]) {
    assert.ok(said.includes(text), `no "${text}" in "${said}"`);
  }
  assert.equal(await page.locator('.contact a[href="tel:01632960010"]').first().innerText(), "01632 960010");
  await assertAccessible(page);
});

test("where a number is missing the national route is told", async (t) => {
  const { said } = await referral(t, { police: CONTACTS.police });
  assert.match(said, /01632 960020/);
  assert.match(said, /In danger, call 999/);
  assert.match((await referral(t, {})).said, /Call 101/);
});

test("a national route is told once, where it is needed first; a number wherever it is needed", async (t) => {
  const { page } = await referral(t, { police: CONTACTS.police });
  const all = await page.locator(".contact").allTextContents();
  assert.equal(all.filter((text) => /In danger, call 999/.test(text)).length, 1);
  assert.ok(all.filter((text) => text.includes("01632 960020")).length > 1);
});

test("whatever a contact holds is shown as text", async (t) => {
  const { page, said } = await referral(t, { police: { ...CONTACTS.police, name: "A & B {x}" } });
  assert.ok(said.includes("A & B {x}"));
  await page.close();
});

test("a number pressed in the outcome is called by the shell, which has the same number in its guidance", async (t) => {
  const page = await openGuide(t, {}, async (fresh) => {
    await installContacts(fresh);
    await catchCalls(fresh);
  });
  await begin(page);
  await answerAll(page, SEXTORTION);
  const numbers = page.locator(".steps .contact a:visible");
  const addresses = await numbers.evaluateAll(($links) => $links.map(($link) => $link.getAttribute("href")));
  assert.ok(addresses.includes(PASTED.dialled) && addresses.includes("tel:01632960011"), String(addresses));
  assert.equal(await page.locator(`.contact a[href="${PASTED.dialled}"]`).first().innerText(), PASTED.shown);
  for (const number of await numbers.all()) await number.click();
  assert.deepEqual(await callsOf(page, addresses.length), addresses);
});

test("without script the written guidance has every number to press", async (t) => {
  const page = await openGuide(t, { javaScriptEnabled: false }, installContacts);
  const $numbers = page.locator("#local-numbers");
  assert.ok(await $numbers.isVisible());
  const said = await $numbers.innerText();
  for (const { name } of Object.values(CONTACTS)) assert.ok(said.includes(name), `no ${name}`);
  assert.equal(await $numbers.locator(`a[href="${PASTED.dialled}"]`).innerText(), PASTED.shown);
});

test("the written guidance of a page with numbers is as accessible as without", async (t) => {
  const page = await openGuide(t, { bypassCSP: true }, installContacts, "guide.html#local-numbers");
  assert.ok(await page.locator("#local-numbers").isVisible());
  await assertAccessible(page);
});
