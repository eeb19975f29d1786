// Elements from data. Text only ever becomes a text node, so no word of the policy can become markup.

/**
 * Attributes by name: `true` sets a bare one, `false` and undefined leave it out, a function listens to the event of that name.
 * @typedef {Record<string, string | number | boolean | undefined | ((event: Event) => void)>} Attributes
 * @typedef {Node | string | boolean | undefined | readonly Child[]} Child
 */

/**
 * An element with its attributes and children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes | string | null} [attributes] a text is the class
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes, ...children) {
  const $el = document.createElement(tag);
  const named = typeof attributes === "string" ? { class: attributes } : attributes;
  for (const [name, value] of Object.entries(named ?? {})) {
    if (typeof value === "function") $el.addEventListener(name, value);
    else if (value || value === 0) $el.setAttribute(name, value === true ? "" : String(value));
  }
  return fill($el, children);
}

/** An element with these children in place of those it has. @template {Element} E @param {E} $el @param {Child} children */
export function fill($el, children) {
  $el.textContent = "";
  $el.append(.../** @type {(Node | string)[]} */ ([children].flat(9)).filter(Boolean).flatMap(spoken));
  return $el;
}

/**
 * A child whose English, where the page is in another language, says so: it stands between U+2068 and U+2069.
 * @param {any} child
 * @returns {Node | readonly (Node | string)[]}
 */
const spoken = (child) =>
  child
    .split?.(/[\u2068\u2069]/)
    .map((/** @type {string} */ text, /** @type {number} */ at) =>
      at % 2 ? el("span", { lang: "en" }, text) : text,
    ) ?? child;

/** What is made of a text in pieces, all of it English where the text is. @param {string} text @param {(text: string) => Child} make */
export function inPieces(text, make) {
  const [, english] = /^\u2068([^\u2068\u2069]*)\u2069$/.exec(text) ?? [];
  return english ? el("span", { lang: "en" }, make(english)) : make(text);
}

/** The element of the page that has this id. @param {string} id */
export function byId(id) {
  const $el = document.getElementById(id);
  if (!$el) throw new Error(`the page has no element "${id}"`);
  return $el;
}

/** A copy of what the page keeps in this template, because it never varies. @param {string} id */
export const piece = (id) =>
  /** @type {HTMLElement} */ (/** @type {HTMLTemplateElement} */ (byId(id)).content.firstElementChild?.cloneNode(true));

/** @param {string} className @param {...Child} children */
export const box = (className, ...children) => el("div", className, ...children);

/** @param {Child} child @param {string} [className] */
export const para = (child, className) => el("p", className, child);

/** A paragraph a sentence. @param {readonly string[]} says */
export const paras = (says) => says.map((text) => para(text));

/** A list with an entry a child or children. @param {readonly Child[]} items @param {string} [className] */
export const list = (items, className) =>
  el(
    "ul",
    className,
    items.map((item) => el("li", null, item)),
  );

/** What there is for those who want it, under words that say what it is. @param {string | Node} summary @param {...Child} children */
export const onDemand = (summary, ...children) =>
  el("details", null, el("summary", null, summary), box("demand", ...children));

/** A part of a page under its own heading. @param {string} title @param {...Child} children */
export const part = (title, ...children) => el("section", "part", el("h2", null, title), ...children);

/** A part of a page that is opened by its heading. @param {string | Node} title @param {...Child} children */
export const folded = (title, ...children) => el("section", "part", onDemand(el("h2", null, title), ...children));

/** What does something here and now. @param {string} text @param {() => void} act @param {Attributes} [attributes] */
export const button = (text, act, attributes) =>
  el("button", { type: "button", class: "button button--second", click: act, ...attributes }, text);

/** What leads to another place in the guide. @param {Child} text @param {() => void} go */
export const link = (text, go) => el("button", { type: "button", class: "link", click: go }, text);

/** The heading of a screen, which takes the focus when the screen is shown. @param {...Child} children */
export const heading = (...children) => el("h1", { tabindex: -1 }, ...children);

/** What sends a form. @param {string} text @param {string} [className] */
export const sender = (text, className = "button") => el("button", { type: "submit", class: className }, text);
