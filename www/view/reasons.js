// Why: the rules that were met, the answers that met them, and what each rests on.

import { box, folded, list, onDemand, para } from "../dom.js";
import { counted, label } from "../labels.js";
import { citation } from "./sources.js";

/**
 * @typedef {import("../guide.js").Guide} Guide
 * @typedef {import("../words.js").Axis} Axis
 * @typedef {{ rule: string, basis: string, answers: readonly Used[], sources: readonly { source: string, section?: string }[] }} Reason
 * @typedef {{ question: string, answer: string, reading?: string }} Used
 */

/**
 * Why the response is what it is; where nothing decides it, why the guide fits or does not.
 * @param {Guide} guide
 * @returns {[Axis, readonly Reason[]]}
 */
function deciding({ decision: { response, scope } }) {
  const because = response.because.filter(({ decides }) => decides);
  return because.length > 0 ? ["response", because] : ["scope", scope.because];
}

/** The first reason, in a line. @param {Guide} guide */
export function whyInALine(guide) {
  const [axis, [first]] = deciding(guide);
  return first && para(guide.words.rule[axis][first.rule]);
}

/** @param {Guide} guide */
export function reasonsView(guide) {
  const others = guide.decision.response.because.filter(({ decides }) => !decides);
  return folded(
    label("reasons"),
    reasons(guide, ...deciding(guide)),
    others.length > 0 && onDemand(counted("also", others.length), reasons(guide, "response", others)),
  );
}

/** A list of reasons on one axis. @param {Guide} guide @param {Axis} axis @param {readonly Reason[]} because */
export const reasons = (guide, axis, because) =>
  list(
    because.map((reason) => [
      para(guide.words.rule[axis][reason.rule], "strong"),
      citation(guide.words, reason),
      reason.answers.length > 0 &&
        box("screen", onDemand(label("rests-on"), list(reason.answers.map((used) => usedAnswer(guide, used))))),
    ]),
    "reasons",
  );

/** @param {Guide} guide @param {Used} used */
const usedAnswer = (guide, { question, answer, reading }) => [
  label("used", guide.question(question).ask, label(`answer-${answer}`)),
  reading && ` ${guide.words.reading[reading]}`,
];
