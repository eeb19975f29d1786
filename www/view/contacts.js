// Whom to call here: the numbers that a school's own area has put into the page, and the national route where it has not.

import { byId, el, para } from "../dom.js";
import { day, label } from "../labels.js";

/**
 * @typedef {import("../words.js").Words} Words
 * @typedef {{ name: string, phone?: string, outOfHours?: string, web?: string, note?: string, checked: string }} Contact
 */

/** @type {Record<string, Contact>} by kind */
const contacts = JSON.parse(byId("contacts").textContent ?? "");

/**
 * The contacts that a step needs; what to do where one is missing is said once only.
 * @param {Words} words
 * @param {string} step
 * @param {Set<string>} said what has been said, and now is
 */
export const contactsAt = (words, step, said) =>
  Object.entries(words.contact).map(([kind, { name, missing, steps }]) => {
    const contact = contacts[kind];
    if (!steps.includes(step) || said.has(kind)) return false;
    if (!contact) said.add(kind);
    return para(contact ? contactOf(name, contact) : missing, "contact");
  });

/** @param {string} title @param {Contact} contact */
function contactOf(title, { name, phone, outOfHours, web, note, checked }) {
  return [
    el("b", null, `${title}: `),
    `${name}. `,
    call(phone),
    call(outOfHours, label("out-of-hours")),
    web && `${web}. `,
    note && `${note}. `,
    label("contact-checked", day(checked)),
  ];
}

/** A number to press, or to read. @param {string} [phone] @param {string} [before] */
const call = (phone, before = "") =>
  phone ? [before, el("a", { href: `tel:${phone.replace(/[^\d+]/g, "")}` }, phone), ". "] : [];
