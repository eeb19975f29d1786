// The quiet banner: as soon as a referral is certain it says so and leads to what to do. Nobody finishes a form to reach a phone number.

import { box, byId, el, fill, link, para } from "../dom.js";
import { label } from "../labels.js";

/** @typedef {import("../guide.js").Guide} Guide */

/** The response that is certain and cannot wait for the remaining questions. @param {Guide} guide */
export function alreadyClear({ decision: { response }, words }) {
  return response.immediate && response.atLeast ? words.value.response[response.atLeast] : undefined;
}

/** What was said last, by where. @type {Record<string, string>} */
const announced = {};

/** Says once, to those who listen: what is certain or, elsewhere, what else changed. @param {string} text @param {string} [where] */
export function announce(text, where = "announcer") {
  if (announced[where] !== text) fill(byId(where), text);
  announced[where] = text;
}

/** What stands over the questions; empty while nothing is certain. @param {Guide} guide */
export function banner(guide) {
  const clear = alreadyClear(guide);
  const name = clear ? label("clear", clear.name) : "";
  announce(name);
  return (
    clear &&
    box(
      `banner tone--${guide.decision.response.atLeast}`,
      para(name, "toned"),
      para(clear.says[0]),
      para([link(label("see-now"), () => guide.to("outcome")), el("br"), label("or-go-on")]),
    )
  );
}
