// The record on paper: lines that are filled in by hand, because no name is ever entered here.

import { box, button, para, paras, part } from "../dom.js";
import { label } from "../labels.js";
import { notice } from "../words.js";

/** @param {import("../guide.js").Guide} guide */
export const recordHead = ({ words }) =>
  box(
    "paper",
    para(label("confidential"), "confidential"),
    para(words.edition.title),
    blanks("reference", "names", "by", "when"),
  );

/** @param {import("../guide.js").Guide} guide */
export const recordClose = (guide) =>
  part(
    label("record"),
    ...paras([...notice(guide.words, "record"), ...notice(guide.words, "disagree")]),
    box("paper", blanks("decided", "consulted", "time", "otherwise")),
    para(label("policy", guide.decision.policy.sha256), "hint hash"),
    para(label("print-warning"), "hint screen"),
    box(
      "actions",
      printButton(),
      button(label("start-again"), () => guide.startAgain()),
    ),
  );

export const printButton = () => button(label("print"), () => print());

/** Names with empty ruled lines after them; the last asks for reasons, and gets more. @param {...string} names */
const blanks = (...names) =>
  names.map((name) =>
    box(`blank blank--${name}`, para(label(`blank-${name}`), "strong"), para(undefined), para(undefined)),
  );
