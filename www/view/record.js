// The record on paper: lines that are filled in by hand, because no name is ever entered here.

import { box, button, el, para, part, piece } from "../dom.js";
import { label } from "../labels.js";
import { said } from "../words.js";
import { codeView } from "./code.js";
import { copyView } from "./copy.js";
import { editionLine } from "./edition.js";

/** @typedef {import("../guide.js").Guide} Guide */

/** @param {Guide} guide */
export const recordHead = ({ words }) =>
  box(
    "paper",
    para(label("confidential"), "confidential"),
    para(words.edition.title),
    editionLine(words),
    piece("blanks-before"),
  );

/** @param {Guide} guide */
export function recordClose(guide) {
  const [$copy, $copied] = copyView();
  return part(
    label("record"),
    para(said(guide.words, "record"), "screen"),
    codeView(guide),
    para(said(guide.words, "disagree")),
    box("paper", options(guide), piece("blanks-after")),
    para(label("policy", guide.decision.policy.sha256), "small hash"),
    para(label("print-warning"), "hint screen"),
    box(
      "actions",
      printButton(),
      $copy,
      button(label("start-again"), () => guide.clearTo("start")),
    ),
    $copied,
  );
}

export const printButton = () => button(label("print"), () => print());

/** Everything that could have been done, to be ticked as taken or not, with room for why. @param {Guide} guide */
const options = ({ words }) =>
  Object.values(words.value.response).map(({ name }) =>
    box("option", el("b", null, name), ...["taken", "not-taken", "because"].map((key) => el("span", null, label(key)))),
  );
