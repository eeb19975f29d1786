// Which edition this is, and how far it may be trusted.

import { box, para } from "../dom.js";
import { day, label } from "../labels.js";
import { said } from "../words.js";

/** @typedef {import("../words.js").Words} Words */

/** In one quiet line. @param {Words} words */
export const editionLine = (words) => para(named("edition-line", words), "small");

/** In full. @param {Words} words */
export function editionNotice(words) {
  const draft = words.edition.status === "draft" && para(said(words, "draft"));
  return box("inset", stale(words), draft, para(named("edition", words)));
}

/** @param {string} key @param {Words} words */
const named = (key, { edition: { id, status, checked, reviewBy } }) =>
  label(key, id, label(`status-${status}`), day(reviewBy), day(checked));

/**
 * Past its review an edition says so, not quietly. The day of the review itself is not too late, and a clock that is far behind makes
 * nothing stale.
 * @param {Words} words
 */
export const stale = (words) =>
  new Date().toISOString().slice(0, 10) > words.edition.reviewBy && para(said(words, "stale"), "strong");
