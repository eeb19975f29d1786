// What is still to be chosen, told at the top of the screen and at each place, and nothing lost.

import { el, list } from "../dom.js";
import { label } from "../labels.js";

/**
 * A form that is sent only when something was chosen in each of its fieldsets.
 * @param {() => Map<string, string>} missing what each fieldset without a choice asks, by its id
 * @param {string} message
 * @param {() => void} send
 * @param {...Node} children
 */
export function form(missing, message, send, ...children) {
  const $summary = el("div", { class: "summary", tabindex: -1, hidden: true });
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    const open = missing();
    if (open.size === 0) send();
    else showErrors($form, $summary, open, message);
  };
  const $form = el("form", { autocomplete: "off", novalidate: true, submit }, $summary, ...children);
  return $form;
}

/** @param {HTMLElement} $form @param {HTMLElement} $summary @param {Map<string, string>} open @param {string} message */
function showErrors($form, $summary, open, message) {
  for (const $fieldset of $form.querySelectorAll("fieldset")) mark($fieldset, open.has($fieldset.id) ? message : "");
  const links = [...open].map(([id, asks]) => el("a", { href: `#${id}-first` }, label("missing-at", message, asks)));
  $summary.replaceChildren(el("div", { role: "alert" }, el("h2", null, label("problem")), list(links)));
  $summary.hidden = false;
  $summary.focus();
  const title = label("title-error", document.title);
  if (!document.title.startsWith(label("title-error", ""))) document.title = title;
}

/** @param {HTMLElement} $fieldset @param {string} message */
function mark($fieldset, message) {
  const $error = /** @type {HTMLElement} */ ($fieldset.querySelector(".error"));
  $fieldset.classList.toggle("missing", message !== "");
  $error.textContent = message;
  $error.hidden = message === "";
}
