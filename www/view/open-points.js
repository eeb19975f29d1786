// What is not known and who could tell, and what would change the outcome.

import { folded, link, list, onDemand, para, part } from "../dom.js";
import { counted, label } from "../labels.js";
import { said } from "../words.js";

/**
 * @typedef {import("../guide.js").Guide} Guide
 * @typedef {import("../words.js").Axis} Axis
 * @typedef {Guide["decision"]["wouldChange"][number]} Change
 */

/** A question as the way to it. @param {Guide} guide @param {string} id */
export const toQuestion = (guide, id) => para(link(guide.question(id).ask, () => guide.change(id)));

/** Every question that applies and has no yes or no, with who could tell. @param {Guide} guide */
export function notKnown(guide) {
  const { words, answers, decision } = guide;
  const aside = decision.setAside.map(({ question }) => question);
  const open = Object.keys(words.question).filter(
    (id) => decision.ask.includes(id) || (answers[id] === "unsure" && !aside.includes(id)),
  );
  if (open.length === 0) return false;
  const items = open.map((id) => [toQuestion(guide, id), para(guide.question(id).unknown)]);
  return folded(label("not-known"), para(said(words, "unknowns")), list(items));
}

/** The single answers that would change something, by question. @param {Guide} guide */
export function wouldChange(guide) {
  const changes = guide.decision.wouldChange;
  const ids = [...new Set(changes.map(({ question }) => question))];
  if (ids.length === 0) return false;
  const items = ids.map((id) => [
    toQuestion(guide, id),
    changes.filter(({ question }) => question === id).map((change) => para(effectOf(guide, change))),
  ]);
  return part(label("would-change"), onDemand(counted("changes", ids.length), list(items)));
}

/** @param {Guide} guide @param {Change} change */
function effectOf({ words }, { answer, response, recording, typology, scope }) {
  /** @param {Axis} axis @param {readonly string[]} values */
  const name = (axis, values) =>
    values.map((value) => words.value[axis][value]?.name).join(label("or")) || label("none");
  /** @param {Axis} axis @param {readonly string[] | undefined} values */
  const becomes = (axis, values) => values && label("becomes", label(`axis-${axis}`), name(axis, values));
  /** @param {string} key @param {string | undefined} value */
  const bound = (key, value) => value && label(key, name("response", [value]));
  const effects = [
    bound("at-least", response?.atLeast),
    bound("at-most", response?.atMost),
    becomes("recording", recording),
    becomes("typology", typology),
    becomes("scope", scope),
  ];
  return `${label(`if-${answer}`)} ${effects.filter(Boolean).join("; ")}.`;
}
