// A question with its radios, as one fieldset. Nothing is ever chosen beforehand.

import { box, el } from "../dom.js";

/**
 * @typedef {object} Asked
 * @property {string} id the question, or what else is chosen
 * @property {Node | string} asks
 * @property {string} [hint]
 * @property {readonly (readonly [value: string, name: string])[]} choices
 * @property {string | undefined} chosen
 * @property {(choice: string) => void} choose
 */

/** @param {Asked} asked @param {...Node} after */
export const radios = ({ id, asks, hint, choices, chosen, choose }, ...after) =>
  el(
    "fieldset",
    { id, "aria-describedby": `${id}-hint ${id}-error` },
    el("legend", null, asks),
    el("p", { class: "hint", id: `${id}-hint`, hidden: !hint }, hint),
    el("p", { class: "error", id: `${id}-error`, hidden: true }),
    box(
      "choices",
      choices.map(([value, name], at) =>
        el(
          "label",
          null,
          el("input", {
            type: "radio",
            id: at === 0 && `${id}-first`,
            name: id,
            value,
            checked: value === chosen,
            change: () => choose(value),
          }),
          name,
        ),
      ),
    ),
    ...after,
  );
