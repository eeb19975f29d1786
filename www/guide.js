// One sitting with the guide: the place that is shown, and the ways from place to place.

import { Case } from "./case.js";
import { byId, fill } from "./dom.js";
import { nextDue, screensOf, stands, stepOf } from "./flow.js";
import { tell } from "./tell.js";
import { Trail } from "./trail.js";
import { alreadyClear, announce } from "./view/banner.js";
import { clearedView } from "./view/cleared.js";
import { coveredView } from "./view/covered.js";
import { goTo } from "./view/follow.js";
import { outcomeView } from "./view/outcome.js";
import { questionsView } from "./view/questions.js";
import { startView } from "./view/start.js";
import { codeSoFar } from "./view/top.js";
import { wordsFor } from "./words.js";

/**
 * A place in the guide; `at` is the question to go to on its screen, and `from` is where someone left to change an answer.
 * @typedef {{ view: "start" | "outcome" | "guidance" | "cleared" | "covered", from?: undefined }
 *   | { view: "questions", screen: import("./flow.js").Screen, at?: string, from?: Place }} Place
 */

const $app = byId("app");
const $guidance = byId("guidance");

export class Guide extends Case {
  /** @type {string} */
  #block;
  /** @type {Place} */
  #here = { view: "start" };
  /** @type {Trail<Place>} */
  #trail = new Trail((place) => this.#show(place ?? { view: "start" }));

  /** @param {string} block all the words, with terms in braces */
  constructor(block) {
    super();
    this.#block = block;
    this.words = wordsFor(block);
    this.screens = screensOf(this.words);
  }

  /** Whether somebody makes a call meanwhile. */
  get isCovered() {
    return this.#here.view === "covered";
  }

  /** A question in words. @param {string} id */
  question(id) {
    return /** @type {import("./words.js").Question} */ (this.words.question[id]);
  }

  /** Opens the start, or the written guidance at what the address named. */
  open() {
    this.#trail.begin({ view: "start" });
    this.#render({ view: "start" });
    const $at = document.getElementById(document.documentElement.dataset.at ?? "");
    if (!$guidance.contains($at)) return;
    this.to("guidance");
    goTo($at);
  }

  /** @param {import("./core.js").Nation} nation */
  begin(nation) {
    this.choose(nation);
    this.words = wordsFor(this.#block, nation);
    this.forward();
  }

  /** Opens the answers of a case code. @param {string} code @throws {Error} if it is none, with what is wrong with it */
  reopen(code) {
    this.take(code);
    this.words = wordsFor(this.#block, this.nation);
    this.to("outcome");
  }

  /** To where an answer was changed from; else to the first screen with something left to ask, and after the last one to the outcome. */
  forward() {
    const screen = nextDue(this);
    const { from } = this.#here;
    if (from && this.#returns(from, screen)) this.#go(from);
    else this.#go(screen ? { view: "questions", screen } : { view: "outcome" });
  }

  /** Whether there is a way back to a place: nothing due comes before it. @param {Place} to @param {import("./flow.js").Screen} [due] */
  #returns(to, due) {
    if (to.view !== "questions") return Boolean(alreadyClear(this));
    const before = due && this.screens.indexOf(due) < this.screens.indexOf(to.screen);
    return !before && to.screen.questions.some((id) => stands(this, id));
  }

  back() {
    this.#trail.back();
  }

  /** @param {Exclude<Place["view"], "questions">} view */
  to(view) {
    this.#go({ view });
  }

  /** To where a question is answered. @param {string} question */
  change(question) {
    const screen = this.screens.find((screen) => screen.questions.includes(question));
    if (screen) this.#go({ view: "questions", screen, at: question, from: this.#here });
  }

  /** @param {"cleared" | "start"} view */
  clearTo(view) {
    this.wipe();
    this.to(view);
  }

  /** Forgets every answer and leaves a neutral screen, so that a page brought back by the browser shows nothing. */
  wipe() {
    this.forget();
    this.#trail.forget();
    this.words = wordsFor(this.#block);
    announce("");
    this.#render({ view: "cleared" });
  }

  /** @param {Place} place */
  #go(place) {
    this.#trail.go(place);
    this.#show(place);
  }

  /** @param {Place} place */
  #show(place) {
    this.#render(place);
    scrollTo(0, 0);
    focusFor(place).focus();
  }

  /** @param {Place} place */
  #render(place) {
    const reachable = this.decision || (place.view !== "questions" && place.view !== "outcome");
    const view = reachable ? place : /** @type {Place} */ ({ view: "start" });
    this.#here = view;
    $app.hidden = view.view === "guidance";
    $guidance.hidden = !$app.hidden;
    byId("skip").setAttribute("href", $app.hidden ? "#guidance" : "#app");
    byId("top").dataset.view = view.view;
    $app.dataset.view = view.view;
    announce("", "appeared");
    codeSoFar(this, view.view === "outcome");
    tell("view", view.view, view.view === "questions" ? stepOf(this, view.screen) : 0);
    fill($app, view.view === "questions" ? questionsView(this, view.screen) : views[view.view](this));
  }
}

const views = {
  start: startView,
  outcome: outcomeView,
  cleared: clearedView,
  covered: coveredView,
  guidance: () => [],
};

/** The heading of what is shown, or the question that was asked for. @param {Place} place @returns {HTMLElement} */
function focusFor(place) {
  if (place.view === "guidance") return $guidance.querySelector("h1") ?? $guidance;
  const $question = place.view === "questions" && place.at && document.getElementById(place.at);
  const $radio = $question && ($question.querySelector("input:checked") ?? $question.querySelector("input"));
  return /** @type {HTMLElement} */ ($radio || $app.querySelector("h1") || $app);
}
