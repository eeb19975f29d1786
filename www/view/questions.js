// A screen of questions. Every answer is assessed at once, and what may now be asked appears. What stood here when the screen was
// shown stays until it is left, needed or not: nothing jumps away from under a finger.

import { box, button, el, heading, onDemand, para, sender } from "../dom.js";
import { mostToGo, parentsOf, stands, stepOf } from "../flow.js";
import { counted, label } from "../labels.js";
import { answersPanel } from "./answers.js";
import { alreadyClear, banner } from "./banner.js";
import { form } from "./errors.js";
import { radios } from "./radios.js";

/**
 * @typedef {import("../guide.js").Guide} Guide
 * @typedef {import("../flow.js").Screen} Screen
 * @typedef {import("../words.js").Answer} Answer
 */

const choices = ["yes", "no", "unsure"].map((answer) => /** @type {const} */ ([answer, label(`answer-${answer}`)]));

/** @param {Guide} guide @param {Screen} screen @returns {Node[]} */
export function questionsView(guide, screen) {
  const $banner = el("div");
  const $caption = el("p", { class: "hint" });
  const $now = button(label("see-now"), () => guide.to("outcome"));
  const panel = answersPanel(guide);
  const questions = screen.questions.map((id) => questionOf(guide, screen, id, refresh));

  function refresh() {
    for (const question of questions) question.refresh();
    $banner.replaceChildren(...banner(guide));
    $caption.textContent = label("step", stepOf(guide, screen), counted("to-go", mostToGo(guide, screen)));
    $now.hidden = !alreadyClear(guide);
    panel.refresh();
  }

  refresh();
  document.title = label("title-step", stepOf(guide, screen));
  const $form = form(
    () => missingOf(guide, screen),
    label("missing"),
    () => guide.forward(),
    $caption,
    ...title(guide, screen),
    ...questions.map(({ $question }) => $question),
    box("actions", sender(label("continue")), $now),
  );
  return [button(label("back"), () => guide.back(), { class: "back" }), $banner, $form, panel.$panel];
}

/** The heading of a screen; a group on several screens says which of them this is. @param {Guide} guide @param {Screen} screen */
function title({ words, screens }, screen) {
  const parts = screens.filter(({ group }) => group === screen.group);
  const at = parts.indexOf(screen) + 1;
  const { heading: text, intro } = words.groups[screen.group] ?? { heading: screen.group };
  const $part = parts.length > 1 && el("span", { class: "hint" }, label("part", at, parts.length));
  return [heading(text, $part), ...(intro && at === 1 ? [para(intro)] : [])];
}

/** What stands on the screen without an answer. @param {Guide} guide @param {Screen} screen */
function missingOf(guide, screen) {
  const open = screen.questions.filter((id) => stands(guide, id) && !guide.answers[id]);
  return new Map(open.map((id) => [id, guide.question(id).ask]));
}

/**
 * One question, and how to bring it up to date with what was decided.
 * @param {Guide} guide
 * @param {Screen} screen
 * @param {string} id
 * @param {() => void} changed
 */
function questionOf(guide, screen, id, changed) {
  const question = guide.question(id);
  const stood = stands(guide, id);
  const $told = box("told");
  /** @param {string} answer */
  const choose = (answer) => {
    guide.answer(id, /** @type {Answer} */ (answer));
    changed();
  };
  const $question = radios(
    { id, asks: question.ask, hint: question.hint, choices, chosen: guide.answers[id], choose },
    $told,
    onDemand(label("why"), para(question.why)),
  );
  const within = parentsOf(question).some((parent) => screen.questions.includes(parent));
  $question.classList.toggle("within", within);
  const refresh = () => {
    $question.hidden = !stood && !stands(guide, id);
    $told.replaceChildren(...told(guide, id));
  };
  return { $question, refresh };
}

/** What an answer brings with it, said right under it. @param {Guide} guide @param {string} id */
function told(guide, id) {
  const { words, decision, answers } = guide;
  const clear = alreadyClear(guide);
  const decides = decision.response.because.filter(
    (reason) => clear && reason.decides && reason.answers.some(({ question }) => question === id),
  );
  const read = decision.readings.filter(({ question }) => question === id);
  return [
    answers[id] === "unsure" && guide.question(id).unknown,
    ...read.map((reading) => words.readings[reading.id]?.says),
    ...decides.map(({ rule }) => `${clear?.name}: ${words.rules[`response/${rule}`]?.says}`),
  ].flatMap((text) => (text ? [para(text)] : []));
}
