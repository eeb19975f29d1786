// The outcome: what to do now, whom to call and what for each person; then why, what police may make of it, and what is open.

import { box, button, el, folded, heading, list, onDemand, para, paras } from "../dom.js";
import { label } from "../labels.js";
import { notice, said } from "../words.js";
import { firstView, laterView, neverView } from "./actions.js";
import { answersList } from "./answers.js";
import { callView } from "./call.js";
import { hasChanged, inWords, meaningOf } from "./changed.js";
import { otherEdition } from "./code.js";
import { editionLine, editionNotice, stale } from "./edition.js";
import { forecastView, typologyView } from "./forecast.js";
import { notKnown, toQuestion, wouldChange } from "./open-points.js";
import { peopleView } from "./people.js";
import { reasonsView, whyInALine } from "./reasons.js";
import { printButton, recordClose, recordHead } from "./record.js";
import { sourcesView } from "./sources.js";

/** @typedef {import("../guide.js").Guide} Guide */

/** @param {Guide} guide */
export function outcomeView(guide) {
  /** @type {Set<string>} */
  const told = new Set();
  return [
    button(label("back"), () => guide.back(), { class: "back" }),
    recordHead(guide),
    otherEdition(guide),
    conclusion(guide),
    firstView(guide, told),
    callView(guide),
    waysOn(guide),
    peopleView(guide),
    laterView(guide, told),
    neverView(guide),
    reasonsView(guide),
    forecastView(guide),
    typologyView(guide),
    notKnown(guide),
    box("screen", wouldChange(guide)),
    folded(label("answers"), answersList(guide)),
    recordClose(guide),
    box("notes", keepInMind(guide), sourcesView(guide), editionNotice(guide.words)),
  ];
}

/** What the answers come to, and how firm that is. @param {Guide} guide */
function conclusion(guide) {
  const { words, decision } = guide;
  const { atLeast, notices, heldUp } = decision.response;
  const value = meaningOf(guide, decision.response);
  const changed = hasChanged(guide);
  return el(
    "div",
    { class: `conclusion tone--${atLeast}`, "data-response": atLeast },
    heading(inWords(guide, decision.response)),
    changed && para(changed, "strong"),
    paras(value?.says ?? []),
    value && whyInALine(guide),
    notices.map((id) => paras(notice(words, id))),
    heldUp.length > 0 && box("screen", list(heldUp.map((id) => toQuestion(guide, id)))),
    couldBe(guide),
    stale(words),
  );
}

/** How much more urgent it could turn out, and which questions decide that. @param {Guide} guide */
function couldBe(guide) {
  const { settled, atMost, openOn } = guide.decision.response;
  const most = atMost && guide.words.value.response[atMost]?.name;
  const questions = list(openOn.map((id) => toQuestion(guide, id)));
  return [
    !settled && most && para(label("could-be", most), "strong"),
    openOn.length > 0 && box("screen", onDemand(label("decided-by"), questions)),
  ];
}

/** The ways on from what is to be done first, and which edition says it. @param {Guide} guide */
const waysOn = (guide) =>
  box(
    "screen",
    box("actions", guide.decision.ask.length > 0 && button(label("go-on"), () => guide.forward()), printButton()),
    editionLine(guide.words),
  );

/** What holds for every outcome. @param {Guide} guide */
const keepInMind = ({ words, decision }) =>
  folded(label("in-mind"), list(decision.inMind.map((id) => said(words, id))));
