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

/** The form of a label that goes with a number, or with a range of them, which has rules of its own. @param {string} key @param {...number} numbers */
export const counted = (key, ...numbers) =>
  put(labels[key][plurals[numbers[1] ? "selectRange" : "select"](...numbers)], numbers);

/** One for all days: to make it takes longer than anything else at the start. */
const days = /* @__PURE__ */ new Intl.DateTimeFormat("en-GB", { dateStyle: labels.days, timeZone: "UTC" });

/** A day. @param {string} iso */
export const day = (iso) => days.format(new Date(iso));
