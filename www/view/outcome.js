// The outcome: what to do first, then why, then what police may make of it, then what is open.

import { box, button, el, heading, list, onDemand, para, paras, part } from "../dom.js";
import { label } from "../labels.js";
import { notice } from "../words.js";
import { actionsView } from "./actions.js";
import { answersList } from "./answers.js";
import { editionNotice } from "./edition.js";
import { forecastView, typologyView } from "./forecast.js";
import { notKnown, toQuestion, wouldChange } from "./open-points.js";
import { reasonsView } from "./reasons.js";
import { printButton, recordClose, recordHead } from "./record.js";
import { sourcesView } from "./sources.js";

/** @typedef {import("../guide.js").Guide} Guide */

/** @param {Guide} guide @returns {Node[]} */
export function outcomeView(guide) {
  document.title = label("title-outcome");
  return [
    button(label("back"), () => guide.back(), { class: "back" }),
    recordHead(guide),
    conclusion(guide),
    ...goingOn(guide),
    ...actionsView(guide),
    reasonsView(guide),
    ...forecastView(guide),
    ...typologyView(guide),
    ...notKnown(guide),
    ...wouldChange(guide),
    el("section", { class: "part" }, onDemand(el("h2", null, label("answers")), answersList(guide))),
    keepInMind(guide),
    sourcesView(guide),
    recordClose(guide),
  ];
}

/** What the answers come to, and how firm that is. @param {Guide} guide */
function conclusion({ words, decision }) {
  const { scope, response } = decision;
  const { atLeast, settled, because } = response;
  const deciding = because.filter(({ decides }) => decides);
  const held = deciding.every(({ answers }) => answers.some(({ answer }) => answer === "unsure"));
  const outside = scope.settled && scope.possible[0] === "outside";
  const value = atLeast ? words.values.response[atLeast] : outside ? words.values.scope.outside : undefined;
  const name = value?.name ?? label("not-decided");
  return el(
    "div",
    { class: `conclusion tone--${atLeast}`, "data-response": atLeast },
    heading(settled || !value ? name : label("at-least", name)),
    paras(value?.says ?? []),
    paras(deciding.length > 0 && held ? notice(words, "held-up-by-unsure") : []),
    paras(scope.route ? notice(words, scope.route) : []),
    paras(atLeast === "school-led" ? notice(words, "duty-to-report") : []),
  );
}

/** How much more urgent it could turn out, which questions decide that, and the way on. @param {Guide} guide */
function goingOn(guide) {
  const { words, decision } = guide;
  const { settled, atMost, openOn } = decision.response;
  const most = atMost && words.values.response[atMost]?.name;
  return [
    ...(settled || !most ? [] : [para(label("could-be", most), "strong")]),
    ...(openOn.length === 0 ? [] : [onDemand(label("decided-by"), list(openOn.map((id) => toQuestion(guide, id))))]),
    box("actions", decision.ask.length > 0 && button(label("go-on"), () => guide.forward()), printButton()),
    editionNotice(words),
  ];
}

const inMind = [
  "screening",
  "not-legal-advice",
  "five-grounds",
  "stricter",
  "criminal-responsibility",
  "duty-to-report",
];

/** What holds for every outcome. @param {Guide} guide */
const keepInMind = ({ words, nation }) =>
  part(
    label("in-mind"),
    list(
      [...inMind, nation !== "england" && "other-nations"]
        .map((id) => id && notice(words, id).join(" "))
        .filter(Boolean),
    ),
  );
