// A response in a few words, and what an answer that took another's place has made of it.

import { label } from "../labels.js";

/**
 * @typedef {import("../guide.js").Guide} Guide
 * @typedef {Guide["decision"]["response"]} Response
 */

/** What a response means, or that the guide does not fit. @param {Guide} guide @param {Response} response */
export const meaningOf = ({ words, decision }, { atLeast }) => {
  const outside = decision.scope.possible.includes("inside") ? undefined : words.value.scope.outside;
  return atLeast ? words.value.response[atLeast] : outside;
};

/** @param {Guide} guide @param {Response} response */
export function inWords(guide, response) {
  const name = meaningOf(guide, response)?.name;
  if (!name) return label("not-decided");
  return response.settled ? name : label("at-least", name);
}

/**
 * What the last answer that took another's place has changed, until a further answer changes more. While nothing is settled or
 * clear there is nothing that it could have changed.
 * @param {Guide} guide
 */
export function hasChanged(guide) {
  const { changed, decision } = guide;
  if (!changed) return "";
  const [from, to, now] = [changed.from, changed.to, decision.response].map((one) => inWords(guide, one));
  const counts = [changed.from, changed.to].some(({ settled, immediate }) => settled || immediate);
  const is = counts && from !== to && to === now;
  return is ? label("has-changed", from, to, guide.question(changed.question).ask) : "";
}
