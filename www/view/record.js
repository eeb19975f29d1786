// The record on paper: lines that are filled in by hand, because no name is ever entered here.

import { box, button, el, para, part } from "../dom.js";
import { label } from "../labels.js";
import { said } from "../words.js";

/** @typedef {import("../guide.js").Guide} Guide */

/** @param {Guide} guide */
export const recordHead = ({ words }) =>
  box(
    "paper",
    para(label("confidential"), "confidential"),
    para(words.edition.title),
    blanks("reference", "by", "when", "names"),
  );

/** @param {Guide} guide */
export const recordClose = (guide) =>
  part(
    label("record"),
    para(said(guide.words, "record"), "screen"),
    para(said(guide.words, "disagree")),
    box("paper", ...options(guide), blanks("decided", "time", "consulted", "otherwise")),
    para(label("policy", guide.decision.policy.sha256), "small hash"),
    para(label("print-warning"), "hint screen"),
    box(
      "actions",
      printButton(),
      button(label("start-again"), () => guide.clearTo("start")),
    ),
  );

export const printButton = () => button(label("print"), () => print());

/** Everything that could have been done, to be ticked as taken or not, with room for why. @param {Guide} guide */
const options = ({ words }) =>
  Object.values(words.values.response).map(({ name }) =>
    box("option", el("b", null, name), ...["taken", "not-taken", "because"].map((key) => el("span", null, label(key)))),
  );

/** Names with empty ruled lines after them. @param {...string} names */
const blanks = (...names) =>
  box(
    "blanks",
    names.map((name) => box(`blank blank--${name}`, para(label(`blank-${name}`), "strong"), para(undefined))),
  );
