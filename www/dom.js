// Elements from data. Text only ever becomes a text node, so no word of the policy can become markup.

/**
 * Attributes by name: `true` sets a bare one, `false` and undefined leave it out, a function listens to the event of that name.
 * @typedef {Record<string, string | number | boolean | undefined | ((event: Event) => void)>} Attributes
 * @typedef {Node | string | false | undefined} Child
 */

/**
 * An element with its attributes and children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes | null} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes, ...children) {
  const $el = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") $el.addEventListener(name, value);
    else if (value || value === 0) $el.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat()) if (child) $el.append(child);
  return $el;
}

/** The element of the page that has this id. @param {string} id */
export function byId(id) {
  const $el = document.getElementById(id);
  if (!$el) throw new Error(`the page has no element "${id}"`);
  return $el;
}

/** @param {string} className @param {...(Child | Child[])} children */
export const box = (className, ...children) => el("div", { class: className }, ...children);

/** @param {Child | Child[]} child @param {string} [className] */
export const para = (child, className) => el("p", { class: className }, child);

/** A paragraph a sentence. @param {readonly string[]} says @param {string} [className] */
export const paras = (says, className) => says.map((text) => para(text, className));

/** A list with an entry a child or children. @param {readonly (Child | Child[])[]} items @param {string} [className] */
export const list = (items, className) =>
  el(
    "ul",
    { class: className },
    items.map((item) => el("li", null, item)),
  );

/** What there is for those who want it, under words that say what it is. @param {string | Node} summary @param {...(Child | Child[])} children */
export const onDemand = (summary, ...children) =>
  el("details", null, el("summary", null, summary), box("demand", ...children));

/** A part of a page under its own heading. @param {string} title @param {...(Child | Child[])} children */
export const part = (title, ...children) => el("section", { class: "part" }, el("h2", null, title), ...children);

/** What does something here and now. @param {string} text @param {() => void} act @param {Attributes} [attributes] */
export const button = (text, act, attributes) =>
  el("button", { type: "button", class: "button button--second", click: act, ...attributes }, text);

/** What leads to another place in the guide. @param {Child | Child[]} text @param {() => void} go */
export const link = (text, go) => el("button", { type: "button", class: "link", click: go }, text);

/** The heading of a screen, which takes the focus when the screen is shown. @param {...Child} children */
export const heading = (...children) => el("h1", { tabindex: -1 }, ...children);

/** What sends a form. @param {string} text @param {string} [className] */
export const sender = (text, className = "button") => el("button", { type: "submit", class: className }, text);
