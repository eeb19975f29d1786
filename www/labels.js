// The words of the interface, which stand in the page as data so that another language can take their place.
// Whatever is said about safeguarding is said by the policy.

import { byId } from "./dom.js";
import { put } from "./words.js";

const locale = document.documentElement.lang;

// What is marked as pure is left out where nothing uses it: the shell counts nothing and names no day.

/** TypeScript has no word yet for the form that goes with a range. @type {any} */
const plurals = /* @__PURE__ */ new Intl.PluralRules(locale);

/** @type {Record<string, any>} a text by key, and where it goes with a number its forms by the language's plural category */
const labels = JSON.parse(byId("labels").textContent ?? "");

/**
 * An interface word or sentence, with values in place of {0}, {1} and so on.
 * @param {string} key
 * @param {...(string | number)} values
 */
export const label = (key, ...values) => put(labels[key], values);

/** What is said with a number, or with a range of them. @param {string} key @param {...number} numbers */
export const counted = (key, ...numbers) => put(labels[key][formOf(numbers)], numbers);

/**
 * The plural category. A range has rules of its own; a browser that does not know them takes the category of the greater number,
 * which is the same in English.
 * @param {number[]} numbers
 */
const formOf = ([first, last]) =>
  last ? (plurals.selectRange?.(first, last) ?? plurals.select(last)) : plurals.select(first);

/** One for all days: to make it takes longer than anything else at the start. */
const days = /* @__PURE__ */ new Intl.DateTimeFormat("en-GB", { dateStyle: labels.days, timeZone: "UTC" });

/** A day. @param {string} iso */
export const day = (iso) => days.format(new Date(iso));
