// What has been answered. It stands in these variables and nowhere else: not in the address, the title, the history or any store.

import { assess } from "./core.js";

/**
 * @typedef {import("./core.js").Decision} Decision
 * @typedef {import("./words.js").Answer} Answer
 */

/** One image or one exchange, as far as it is known. */
export class State {
  /** @type {import("./core.js").Nation | undefined} */
  nation;
  /** @type {Record<string, Answer>} */
  answers = {};
  /** @type {Decision | undefined} */
  decision;

  /** @param {import("./core.js").Nation} nation */
  choose(nation) {
    this.nation = nation;
    this.#assess();
  }

  /** @param {string} question @param {Answer} answer */
  answer(question, answer) {
    this.answers[question] = answer;
    this.#assess();
  }

  wipe() {
    this.nation = undefined;
    this.answers = {};
    this.decision = undefined;
  }

  #assess() {
    if (this.nation) this.decision = assess({ nation: this.nation, answers: this.answers });
  }
}
