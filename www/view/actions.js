// What to do, in the order of doing; what never to do; and words that can be said.

import { box, el, list, onDemand, para, paras, part } from "../dom.js";
import { label } from "../labels.js";
import { notice } from "../words.js";
import { contactsAt } from "./contacts.js";
import { citation, whyAndSource } from "./sources.js";

/**
 * @typedef {import("../guide.js").Guide} Guide
 * @typedef {import("../words.js").Saying} Saying
 */

const timings = ["now", "today", "before-closing", "follow-up"];

/** Nothing comes before what is to be done first; the ways on stand right after it. @param {Guide} guide @param {Node} waysOn */
export function actionsView(guide, waysOn) {
  /** @type {Set<string>} */
  const said = new Set();
  const [first = [], ...later] = timings
    .map((timing) => stepsAt(guide, timing, said))
    .filter((steps) => steps.length > 0);
  return [first, waysOn, later, neverView(guide), box("screen", scriptsView(guide), haveReady(guide))];
}

/** @param {Guide} guide @param {string} timing @param {Set<string>} said the contacts told of before */
function stepsAt(guide, timing, said) {
  const steps = guide.decision.steps.filter((step) => step.timing === timing);
  if (steps.length === 0) return [];
  return [
    el("h2", `timing timing--${timing}`, label(`timing-${timing}`), el("span", "paper small", label("done"))),
    el(
      "ol",
      "steps",
      steps.map((step) => stepOf(guide, step, said)),
    ),
  ];
}

/** @param {Guide} guide @param {Guide["decision"]["steps"][number]} step @param {Set<string>} said */
function stepOf({ words }, step, said) {
  const { text, why } = /** @type {Saying} */ (words.step[step.id]);
  return el(
    "li",
    { "data-step": step.id },
    para(startStrong(text)),
    contactsAt(words, step.id, said),
    box("meta", para(label(`who-${step.who}`, words.terms.lead ?? ""), "hint"), whyAndSource(words, why, step)),
  );
}

/** The first sentence says what to do and stands out; the rest says how. @param {string} text */
function startStrong(text) {
  const end = text.search(/[.:?] |$/) + 1;
  return [el("b", null, text.slice(0, end)), text.slice(end)];
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
    box("screen", onDemand(label("why-source"), list(said.map((never) => [para(never.why), citation(words, never)])))),
  );
}

/** Words for each person, opened when that person is at hand. @param {Guide} guide */
function scriptsView({ words, decision }) {
  const each = decision.scripts.flatMap((script) => {
    const said = words.script[script.id];
    return said ? onDemand(said.for, el("blockquote", null, paras(said.lines)), citation(words, script)) : [];
  });
  return each.length > 0 && part(label("scripts"), each);
}

/** What to have at hand, where there is a call to make. @param {Guide} guide */
function haveReady({ words, decision }) {
  return decision.haveReady && part(label("have-ready"), list(notice(words, decision.haveReady)));
}
