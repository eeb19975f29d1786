// The call, ready to be read out: what is reported, what is known and not known, the children, and what is asked.

import { box, button, el, list, para, part } from "../dom.js";
import { counted, label } from "../labels.js";

/**
 * @typedef {import("../guide.js").Guide} Guide
 * @typedef {readonly { id: string }[]} Said
 */

/** @param {Guide} guide */
export function callView(guide) {
  const { words, decision } = guide;
  const { call } = decision;
  if (!call) return false;
  /** @param {Said} said */
  const texts = (said) => said.map(({ id }) => words.call[id] ?? "");
  /** @param {"known" | "open"} which @param {readonly { question: string }[]} told */
  const answers = (which, told) => told.map(({ question }) => words.question[question]?.[which] ?? "");
  return part(
    label("call"),
    box(
      "call",
      para(texts(call.report).join(" ")),
      told("call-known", answers("known", call.known), call.moreKnown),
      told("call-not-known", answers("open", call.notKnown), call.moreNotKnown),
      texts(call.children).map((text) => para([`${text} `, el("span", "line")])),
      el("h3", null, label("call-ask")),
      list(texts(call.ask)),
    ),
    box(
      "screen",
      button(label("calling"), () => guide.to("covered")),
    ),
  );
}

/** Sentences and parts of sentences as one, with how many more there are. @param {string} key @param {string[]} says @param {number} more */
function told(key, says, more) {
  const all = says.map((text, at) => (at ? text.charAt(0).toLowerCase() + text.slice(1) : text)).join("; ");
  const rest = more > 0 ? `; ${counted("call-more", more)}` : "";
  return says.length > 0 && para(label(key, `${all.replace(/\.(?=\u2069?(;|$))/g, "")}${rest}.`));
}
