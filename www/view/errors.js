// What is wrong with what was entered, told at the top of the form and at each place, and nothing lost.

import { el, fill, list } from "../dom.js";
import { label } from "../labels.js";
import { tell } from "../tell.js";

/** @typedef {readonly [id: string, wrong: string, where?: string]} Problem what is wrong with the field of this id */

/**
 * A form that tells what is wrong with it each time its button is pressed, which Enter in a field does too. It is never sent: a page
 * around the guide may forbid that, and then the browser does not even tell that someone tried.
 * @param {() => Problem[]} send does what the form is for, unless there are problems
 * @param {...import("../dom.js").Child} children each field with a place for its error
 */
export function form(send, ...children) {
  const $summary = el("div", { class: "summary", tabindex: -1, hidden: true });
  /** @param {Event} event */
  const click = (event) => {
    if (!(/** @type {Element} */ (event.target).closest("[type=submit]"))) return;
    event.preventDefault();
    const problems = send();
    if (problems.length > 0) showErrors($form, $summary, problems);
  };
  const $form = el("form", { autocomplete: "off", novalidate: true, click }, $summary, ...children);
  return $form;
}

/** The same with a name, by which it is known from another on the screen. @param {string} name @param {Parameters<typeof form>} parts */
export function namedForm(name, ...parts) {
  const $form = form(...parts);
  $form.setAttribute("aria-label", name);
  return $form;
}

/** @param {HTMLElement} $form @param {HTMLElement} $summary @param {Problem[]} problems */
function showErrors($form, $summary, problems) {
  for (const $error of $form.querySelectorAll(".error")) {
    mark(/** @type {HTMLElement} */ ($error), problems.find(([id]) => $error.id === `${id}-error`)?.[1] ?? "");
  }
  const links = problems.map(([id, ...said]) => el("a", { href: `#${id}-first` }, said.join(": ")));
  fill($summary, el("div", { role: "alert" }, el("h2", null, label("problem")), list(links)));
  if ($summary.hidden) tell("error");
  $summary.hidden = false;
  $summary.focus();
}

/** @param {HTMLElement} $error @param {string} message */
function mark($error, message) {
  $error.parentElement?.classList.toggle("missing", message !== "");
  fill($error, message);
  $error.hidden = message === "";
}
