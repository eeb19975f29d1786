// What to do, in the order of doing; what fits better where this guide does not; and what never to do.

import { box, el, inPieces, list, onDemand, para } from "../dom.js";
import { counted, label } from "../labels.js";
import { contactsOf, pressable } from "./contacts.js";
import { citation, whyAndSource } from "./sources.js";

/**
 * @typedef {import("../guide.js").Guide} Guide
 * @typedef {import("../words.js").Saying} Saying
 * @typedef {import("./sources.js").Cited & { id: string, who?: string, calls?: readonly string[] }} Advice
 */

/** How many of the things never to do stand open: the first ones, which are done most often. */
const MOST_OPEN = 4;

/**
 * What to do first. Where another route fits better, or may, it stands above, and below nothing but danger.
 * @param {Guide} guide
 * @param {Set<string>} told the contacts told of before
 */
export function firstView(guide, told) {
  const { now, scope } = guide.decision;
  const routes = scope.routes?.map((route) => adviceOf(guide, "route", route, told));
  const $routes = routes && box("inset", el("h2", null, label("other-routes")), el("ul", "routes", routes));
  const $now = now.length > 0 && [timed("now"), stepsOf(guide, now, told)];
  return isInDanger(guide) ? [$now, $routes] : [$routes, $now];
}

/** Whether the response rests on danger to a child. @param {Guide} guide */
const isInDanger = (guide) =>
  guide.decision.response.because.some(
    ({ decides, answers }) => decides && answers.some(({ question }) => guide.question(question).group === "danger"),
  );

/** What to do afterwards, opened by when it is for. @param {Guide} guide @param {Set<string>} told */
export function laterView(guide, told) {
  const { today, beforeClosing, followUp } = guide.decision.later;
  const later = /** @type {const} */ ([
    ["today", today],
    ["before-closing", beforeClosing],
    ["follow-up", followUp],
  ]);
  return box(
    "folds",
    later.map(([timing, steps]) => steps.length > 0 && onDemand(timed(timing, steps), stepsOf(guide, steps, told))),
  );
}

/** When something is to be done, and how much it is, where that is not seen at once. @param {string} timing @param {readonly Advice[]} [steps] */
const timed = (timing, steps) =>
  el(
    "h2",
    `timing timing--${timing}`,
    label(`timing-${timing}`),
    steps && el("span", "screen", ` (${steps.length})`),
    el("span", "paper small", label("done")),
  );

/** @param {Guide} guide @param {readonly Advice[]} steps @param {Set<string>} told */
const stepsOf = (guide, steps, told) =>
  el(
    "ol",
    "steps",
    steps.map((step) => adviceOf(guide, "step", step, told)),
  );

/** @param {Guide} guide @param {"step" | "route"} kind @param {Advice} advice @param {Set<string>} told */
function adviceOf({ words }, kind, advice, told) {
  const { text, why } = /** @type {Saying} */ (words[kind][advice.id]);
  const { who, calls = [] } = advice;
  return el(
    "li",
    { [`data-${kind}`]: advice.id },
    para(startStrong(text)),
    contactsOf(words, calls, told),
    box("meta", who && para(label(`who-${who}`, words.terms.lead ?? ""), "hint"), whyAndSource(words, why, advice)),
  );
}

/** The first sentence says what to do and stands out; the rest says how. @param {string} text */
const startStrong = (text) =>
  inPieces(text, (text) => {
    const end = text.search(/[.:?] |$/) + 1;
    return [el("b", null, pressable(text.slice(0, end))), pressable(text.slice(end))];
  });

/** @param {Guide} guide */
export function neverView({ words, decision }) {
  const said = decision.never.map((never) => ({ ...never, .../** @type {Saying} */ (words.never[never.id]) }));
  const texts = said.map(({ text }) => text);
  const more = texts.slice(MOST_OPEN);
  return box(
    "never",
    el("h2", null, label("never")),
    list(texts.slice(0, MOST_OPEN), "crossed"),
    more.length > 0 && onDemand(counted("never-all", more.length), list(more, "crossed")),
    box("screen", onDemand(label("why-source"), list(said.map((never) => [para(never.why), citation(words, never)])))),
  );
}
