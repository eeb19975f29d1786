// Whom to call here: the numbers that a school's own area has put into the page, and the national route where it has not.

import { byId, el, inPieces, para } from "../dom.js";
import { day, label } from "../labels.js";

/**
 * @typedef {import("../words.js").Words} Words
 * @typedef {{ name: string, phone?: string, outOfHours?: string, web?: string, note?: string, checked: string }} Contact
 */

/** @type {Record<string, Contact>} by kind */
const contacts = JSON.parse(byId("contacts").textContent ?? "");

/**
 * Those whom a step calls; what to do where one is missing is told once only.
 * @param {Words} words
 * @param {readonly string[]} calls
 * @param {Set<string>} told what has been told, and now is
 */
export const contactsOf = (words, calls, told) =>
  calls.map((kind) => {
    const contact = contacts[kind];
    const { name = "", missing } = words.contact[kind] ?? {};
    if (told.has(kind)) return false;
    if (contact) return para(contactOf(name, contact), "contact");
    told.add(kind);
    return missing && para(pressable(missing), "contact");
  });

/** A text in which the numbers that are right everywhere can be pressed. @param {string} text */
export const pressable = (text) =>
  inPieces(text, (text) =>
    text.split(/\b(999|101|0800 1111)\b/).map((piece, at) => (at % 2 ? numberOf(piece) : piece)),
  );

/** @param {string} phone */
const numberOf = (phone) => el("a", { href: `tel:${phone.replace(/[^\d+]/g, "")}` }, phone);

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
const call = (phone, before = "") => (phone ? [before, numberOf(phone), ". "] : []);
