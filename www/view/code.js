// The case code: what opens the same answers again, with nothing stored anywhere.

import { box, el, list, para, piece } from "../dom.js";
import { label } from "../labels.js";
import { namedForm } from "./errors.js";
import { toQuestion } from "./open-points.js";

/** @typedef {import("../guide.js").Guide} Guide */

/** The one place in the guide where anything is typed. @param {Guide} guide */
export function codeForm(guide) {
  const $field = piece("code-field");
  const $code = /** @type {HTMLInputElement} */ ($field.querySelector("input"));
  $code.addEventListener("input", () => onlyCode($code));
  const send = () => {
    try {
      guide.reopen($code.value);
      return [];
    } catch (reason) {
      return [
        /** @type {const} */ (["code", label("code-wrong", `\u2068${/** @type {Error} */ (reason).message}\u2069`)]),
      ];
    }
  };
  return namedForm(label("code"), send, $field);
}

/** Takes out what no code holds as it is typed, so that no sentence can be. @param {HTMLInputElement} $code */
function onlyCode($code) {
  const code = $code.value.toUpperCase().replace(/[^0-9A-Z \p{Pd}]/gu, "");
  if (code !== $code.value) $code.value = code;
}

/** The code of these answers, and what it can be used for. @param {Guide} guide */
export const codeView = (guide) => [
  para([`${label("code")}: `, el("b", "code", guide.code())]),
  para(label("code-use"), "hint screen"),
];

/** What a code of another edition may have changed; nothing, if it is of this one. @param {Guide} guide */
export function otherEdition(guide) {
  const { reopened, decision } = guide;
  if (!reopened || reopened.sameRules) return false;
  const retired = reopened.retired.map((id) => id.replace(/-/g, " "));
  return box(
    "warning",
    para(label("other-edition")),
    retired.length > 0 && para(label("retired", retired.join("; "))),
    reopened.unknown && para(label("unknown")),
    decision.ask.length > 0 && [para(label("ask-now")), list(decision.ask.map((id) => toQuestion(guide, id)))],
  );
}
