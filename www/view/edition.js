// Which edition this is, and how far it may be trusted.

import { box, para } from "../dom.js";
import { day, label } from "../labels.js";
import { notice } from "../words.js";

/** @param {import("../words.js").Words} words */
export function editionNotice(words) {
  const { id, status, checked, reviewBy } = words.edition;
  const draft = status === "draft" ? notice(words, "draft") : [];
  const stale = Date.now() > Date.parse(reviewBy) ? notice(words, "stale") : [];
  return box(
    "inset",
    stale.length > 0 && para(stale.join(" "), "strong"),
    para([...draft, label("edition", id, status, day(checked), day(reviewBy))].join(" ")),
  );
}
