// The numbers that a school's own area has put into the page, where an action needs them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answerAll, assertAccessible, begin, CONTACTS, openGuide, putContacts, SEXTORTION } from "./support.mjs";

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
