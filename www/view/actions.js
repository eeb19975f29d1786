// What to do, in the order of doing; what never to do; and words that can be said.

import { box, el, list, onDemand, para, paras, part } from "../dom.js";
import { label } from "../labels.js";
import { notice } from "../words.js";
import { citation, whyAndSource } from "./sources.js";

/**
 * @typedef {import("../guide.js").Guide} Guide
 * @typedef {import("../words.js").Saying} Saying
 */

const timings = ["now", "today", "before-closing", "follow-up"];

/** @param {Guide} guide */
export const actionsView = (guide) => [
  part(label("actions"), ...timings.flatMap((timing) => stepsAt(guide, timing))),
  neverView(guide),
  ...scriptsView(guide),
  ...haveReady(guide),
];

/** @param {Guide} guide @param {string} timing */
function stepsAt(guide, timing) {
  const steps = guide.decision.steps.filter((step) => step.timing === timing);
  if (steps.length === 0) return [];
  return [
    el("h3", { class: `timing timing--${timing}` }, label(`timing-${timing}`)),
    el("ol", { class: "steps" }, ...steps.map((step) => stepOf(guide, step))),
  ];
}

/** @param {Guide} guide @param {Guide["decision"]["steps"][number]} step */
function stepOf({ words }, step) {
  const said = words.steps[step.id];
  return el(
    "li",
    { "data-step": step.id },
    para(said?.text, "strong"),
    box("meta", para(label(`who-${step.who}`, words.terms.lead ?? ""), "hint"), whyAndSource(words, said?.why, step)),
  );
}

/** @param {Guide} guide */
function neverView({ words, decision }) {
  const said = decision.never.map((never) => ({ ...never, .../** @type {Saying} */ (words.never[never.id]) }));
  return box(
    "never",
    el("h2", null, label("never")),
    list(
      said.map(({ text }) => text),
      "crossed",
    ),
    onDemand(label("why-source"), list(said.map((never) => [para(never.why), citation(words, never)]))),
  );
}

/** Words for each person, opened when that person is at hand. @param {Guide} guide */
function scriptsView({ words, decision }) {
  const scripts = decision.scripts.flatMap(({ id }) => words.scripts[id] ?? []);
  if (scripts.length === 0) return [];
  const each = scripts.map(({ for: to, lines }) => onDemand(to, el("blockquote", null, paras(lines))));
  return [part(label("scripts"), ...each)];
}

/** What to have at hand, where there is a call to make. @param {Guide} guide */
function haveReady({ words, decision }) {
  const { atLeast } = decision.response;
  return !atLeast || atLeast === "school-led" ? [] : [part(label("have-ready"), list(notice(words, "have-ready")))];
}
