// A screen of questions. Every answer is assessed at once, and what may now be asked appears. What stood here when the screen was
// shown stays until it is left, needed or not: nothing jumps away from under a finger.

import { box, button, el, fill, heading, onDemand, para, sender } from "../dom.js";
import { parentsOf, stands, stepOf, toGo } from "../flow.js";
import { counted, label } from "../labels.js";
import { said } from "../words.js";
import { answersPanel } from "./answers.js";
import { alreadyClear, announce, banner } from "./banner.js";
import { hasChanged } from "./changed.js";
import { form } from "./errors.js";
import { radios } from "./radios.js";
import { codeSoFar } from "./top.js";

/**
 * @typedef {import("../guide.js").Guide} Guide
 * @typedef {import("../flow.js").Screen} Screen
 * @typedef {import("../words.js").Answer} Answer
 */

const choices = ["yes", "no", "unsure"].map((answer) => /** @type {const} */ ([answer, label(`answer-${answer}`)]));

/** @param {Guide} guide @param {Screen} screen */
export function questionsView(guide, screen) {
  const $banner = el("div");
  const $caption = el("p", "hint");
  const $now = button(label("see-now"), () => guide.to("outcome"));
  const panel = answersPanel(guide);
  const questions = screen.questions.map((id) => questionOf(guide, screen, id, refresh));

  function refresh() {
    const appeared = questions.flatMap((question) => question.refresh());
    const asked = appeared.length > 0 && label("appeared", appeared.join(" "));
    announce([hasChanged(guide), asked].filter(Boolean).join(" "), "appeared");
    fill($banner, banner(guide));
    fill($caption, label("step", stepOf(guide, screen), toCome(...toGo(guide, screen))));
    $now.hidden = !alreadyClear(guide);
    codeSoFar(guide, stepOf(guide, screen) > 1);
    panel.refresh();
  }

  refresh();
  const $form = form(
    () => goOn(guide, screen),
    $caption,
    title(guide, screen),
    para(said(guide.words, "while-answering"), "hint"),
    questions.map(({ $question }) => $question),
    box("actions", sender(label("continue")), $now),
  );
  return [button(label("back"), () => guide.back(), { class: "back" }), $banner, $form, panel.$panel];
}

/** How many screens are still to come. @param {number} least @param {number} most */
function toCome(least, most) {
  if (most === 0) return label("last");
  if (least === most) return counted("to-go", most);
  return least === 0 ? counted("to-go-at-most", most) : counted("to-go-between", least, most);
}

/** The heading of a screen; a group on several screens says which of them this is. @param {Guide} guide @param {Screen} screen */
function title({ words, screens }, screen) {
  const parts = screens.filter(({ group }) => group === screen.group);
  const at = parts.indexOf(screen) + 1;
  const { heading: text, intro } = words.group[screen.group] ?? { heading: screen.group };
  const $part = parts.length > 1 && el("span", "hint", label("part", at, parts.length));
  return [heading(text, $part), at === 1 && intro && para(intro)];
}

/** Goes on, unless something stands on the screen without an answer. @param {Guide} guide @param {Screen} screen */
function goOn(guide, screen) {
  const open = screen.questions.filter((id) => stands(guide, id) && !guide.answers[id]);
  if (open.length === 0) guide.forward();
  return open.map((id) => /** @type {const} */ ([id, label("missing"), guide.question(id).ask]));
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
    onDemand(
      label(question.more ? "what-counts" : "why"),
      question.more && para(question.more),
      para(question.why),
      para(label("if-unknown", question.unknown)),
    ),
  );
  const within = parentsOf(question).some((parent) => screen.questions.includes(parent));
  $question.classList.toggle("within", within);
  /** Tells what is asked, if it was not asked before. */
  const refresh = () => {
    const { hidden } = $question;
    $question.hidden = !stood && !stands(guide, id);
    fill($told, told(guide, id));
    return hidden && !$question.hidden ? question.ask : [];
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
    guide.changed?.question === id && hasChanged(guide),
    answers[id] === "unsure" && guide.question(id).unknown,
    ...read.map((reading) => words.reading[reading.id]),
    ...decides.map(({ rule }) => `${clear?.name}: ${words.rule.response[rule]}`),
  ].flatMap((text) => (text ? [para(text)] : []));
}
