// What has been answered. It stands in these variables and nowhere else: not in the address, the title, the history or any store.

import { assess, decode, encode } from "./core.js";

/**
 * @typedef {import("./core.js").Decision} Decision
 * @typedef {import("./words.js").Answer} Answer
 */

/** One image or one exchange, as far as it is known. */
export class Case {
  /** @type {import("./core.js").Nation | undefined} */
  nation;
  /** @type {Record<string, Answer>} */
  answers = {};
  /** What the answers come to; nothing before a nation is chosen, and then no place is shown that asks for it. */
  decision = /** @type {Decision} */ (/** @type {unknown} */ (undefined));
  /** @type {{ question: string, from: Decision["response"], to: Decision["response"] } | undefined} the last answer that took another's place */
  changed;
  /** @type {import("./core.js").Reopened | undefined} what the case code held that these answers were opened from */
  reopened;

  /** @param {import("./core.js").Nation} nation */
  choose(nation) {
    this.nation = nation;
    this.decision = assess(this.#incident());
  }

  /** @param {string} question @param {Answer} answer */
  answer(question, answer) {
    const { response } = this.decision;
    const isOther = this.answers[question] && this.answers[question] !== answer;
    this.answers[question] = answer;
    this.decision = assess(this.#incident());
    if (isOther) this.changed = { question, from: response, to: this.decision.response };
  }

  /** Takes all answers from a case code. @param {string} code @throws {Error} if it is none, with what is wrong with it */
  take(code) {
    this.reopened = decode(code);
    const { nation, answers } = this.reopened.incident;
    this.answers = /** @type {Record<string, Answer>} */ (answers);
    this.changed = undefined;
    this.choose(nation);
  }

  /** The case code of these answers. */
  code() {
    return encode(this.#incident());
  }

  forget() {
    Object.assign(this, new Case());
  }

  #incident() {
    return /** @type {import("./core.js").Incident} */ ({ nation: this.nation, answers: this.answers });
  }
}
