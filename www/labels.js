// The words of the interface, which stand in the page as data so that another language can take their place.
// Whatever is said about safeguarding is said by the policy.

import { byId } from "./dom.js";

const locale = document.documentElement.lang;
const plurals = new Intl.PluralRules(locale);

/** @type {Record<string, string>} */
const labels = JSON.parse(byId("labels").textContent ?? "");

/**
 * An interface word or sentence, with values in place of {0}, {1} and so on.
 * @param {string} key
 * @param {...(string | number)} values
 */
export const label = (key, ...values) =>
  (labels[key] ?? key).replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)] ?? ""));

/** The form of a label that goes with a number, which is its first value. @param {string} key @param {number} count */
export const counted = (key, count) => label(`${key}-${count === 0 ? "none" : plurals.select(count)}`, count);

/** A day in words. @param {string} iso */
export const day = (iso) => new Date(iso).toLocaleDateString(locale, { dateStyle: "long", timeZone: "UTC" });
