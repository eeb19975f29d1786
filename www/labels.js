// The words of the interface, which stand in the page as data so that another language can take their place.
// Whatever is said about safeguarding is said by the policy.

import { byId } from "./dom.js";

const locale = document.documentElement.lang;

// What is marked as pure is left out where nothing uses it: the shell counts nothing and names no day.

/** TypeScript has no word yet for the form that goes with a range. @typedef {{ selectRange: (from: number, to: number) => Intl.LDMLPluralRule }} Ranged */
const plurals = /** @type {Intl.PluralRules & Ranged} */ (/* @__PURE__ */ new Intl.PluralRules(locale));

/** @type {Record<string, any>} a text by key, and where it goes with a number its forms by the language's plural category */
const labels = JSON.parse(byId("labels").textContent ?? "");

/**
 * An interface word or sentence, with values in place of {0}, {1} and so on.
 * @param {string} key
 * @param {...(string | number)} values
 */
export const label = (key, ...values) => withValues(labels[key] ?? key, values);

/** The form of a label that goes with a number, or with a range of them. @param {string} key @param {number} from @param {number} [to] */
export const counted = (key, from, to) => withValues(labels[key][formOf(from, to)], [from, to]);

/** A range has rules of its own. @param {number} from @param {number} [to] */
const formOf = (from, to) => (to === undefined ? plurals.select(from) : plurals.selectRange(from, to));

/** @param {string} text @param {(string | number | undefined)[]} values */
const withValues = (text, values) => text.replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)] ?? ""));

/** One for all days: to make it takes longer than anything else at the start. */
const days = /* @__PURE__ */ new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });

/** A day in words. @param {string} iso */
export const day = (iso) => days.format(new Date(iso));
