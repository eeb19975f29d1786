// By a link that only connects.

import { put, trustHtml } from "./in-page.mjs";

/** @typedef {import("../techniques.mjs").Technique} Technique */
/** @typedef {import("../trap.mjs").Way} Way */

/** How a link element may come about; once it is in the page it connects. @type {Record<string, (way: Way) => unknown>} */
const LINKS = {
  preconnect: ({ url: href }) => put(`<link rel="preconnect" href="${href}">`),
  "preconnect, by a qualified name": ({ url: href }) => {
    const $link = document.createElementNS("http://www.w3.org/1999/xhtml", "any:link");
    for (const [name, value] of Object.entries({ rel: "preconnect", href })) $link.setAttribute(name, value);
    document.head.append($link);
  },
  "preconnect, by another document": ({ url: href }) => {
    const $link = document.implementation.createHTMLDocument("").createElement("link");
    document.head.append(Object.assign($link, { rel: "preconnect", href }));
  },
  "preconnect, by a name that changes": ({ url: href }) => {
    let asked = 0;
    const name = { toString: () => (asked++ ? "p" : "link") };
    document.head.append(Object.assign(document.createElement(/** @type {any} */ (name)), { rel: "preconnect", href }));
  },
  "preconnect, by what making an element calls": ({ url: href }) => {
    const { apply } = Function.prototype;
    Function.prototype.apply = function (...what) {
      document.head.append(Object.assign(Reflect.apply(this, what[0], ["link"]), { rel: "preconnect", href }));
    };
    Object.assign(document.createElement("link"), { rel: "preconnect", href });
    Function.prototype.apply = apply;
    document.head.append(Object.assign(document.createElement("link"), { rel: "preconnect", href }));
  },
  "preconnect, by a copy of a link": ({ url: href }) => {
    const $link = /** @type {Element} */ (document.querySelector("link") ?? document.createElement("link")).cloneNode();
    document.head.append(Object.assign($link, { rel: "preconnect", href }));
  },
  "preconnect, by a built-in element of one's own": ({ url: href, mark }) => {
    class Own extends HTMLLinkElement {}
    customElements.define(`own-${mark}`, Own, { extends: "link" });
    document.head.append(Object.assign(new Own(), { rel: "preconnect", href }));
  },
  "preconnect, by markup": ({ url: href }) => {
    document.head.insertAdjacentHTML(
      "beforeend",
      /** @type {any} */ (trustHtml(`<link rel="preconnect" href="${href}">`)),
    );
  },
  "preconnect, by markup that is said to be safe": ({ url: href }) => {
    /** @type {any} */ (document.head).setHTML(`<link rel="preconnect" href="${href}">`, {
      sanitizer: { elements: ["link"], attributes: ["rel", "href"] },
    });
  },
  "preconnect, by markup that is read elsewhere": ({ url: href }) => {
    const read = new DOMParser().parseFromString(trustHtml(`<link rel="preconnect" href="${href}">`), "text/html");
    document.head.append(/** @type {Element} */ (read.querySelector("link")));
  },
  "preconnect, by a style sheet for trees": ({ url: href }) => {
    const from = new DOMParser().parseFromString(trustHtml("<a/>"), "application/xml");
    const sheet = `<x:stylesheet version="1.0" xmlns:x="http://www.w3.org/1999/XSL/Transform"><x:template match="/"><link rel="preconnect" href="${href}" xmlns="http://www.w3.org/1999/xhtml"/></x:template></x:stylesheet>`;
    const processor = new XSLTProcessor();
    processor.importStylesheet(new DOMParser().parseFromString(trustHtml(sheet), "application/xml"));
    document.head.append(processor.transformToFragment(from, document));
  },
  "preconnect, by the list of own elements that a document has": ({ url: href, mark }) => {
    class Own extends HTMLLinkElement {}
    /** @type {any} */ (document).customElementRegistry.define(`own-${mark}`, Own, { extends: "link" });
    document.head.append(Object.assign(new Own(), { rel: "preconnect", href }));
  },
  "preconnect, by an own element of the first kind": ({ url: href, mark }) => {
    const prototype = Object.create(HTMLLinkElement.prototype);
    const Own = /** @type {any} */ (document).registerElement(`own-${mark}`, { prototype, extends: "link" });
    document.head.append(Object.assign(new Own(), { rel: "preconnect", href }));
  },
  "preconnect, by a document that is nothing else": ({ url: href }) => {
    const $link = document.implementation.createDocument("http://www.w3.org/1999/xhtml", "link").documentElement;
    document.head.append(Object.assign($link, { rel: "preconnect", href }));
  },
  "preconnect, by a piece of markup": ({ url: href }) => {
    const markup = trustHtml(`<link rel="preconnect" href="${href}">`);
    document.head.append(document.createRange().createContextualFragment(markup));
  },
  "preconnect, by markup of a page": ({ url: href }) => {
    const markup = trustHtml(`<link rel="preconnect" href="${href}">`);
    const read = /** @type {any} */ (Document).parseHTMLUnsafe(markup);
    document.head.append(/** @type {Element} */ (read.querySelector("link")));
  },
  "preconnect, by markup in a template": ({ url: href }) => {
    const $template = document.createElement("template");
    $template.innerHTML = trustHtml(`<link rel="preconnect" href="${href}">`);
    document.head.append($template.content);
  },
  "preconnect, by markup in the shadow": ({ url: href }) => {
    put("<div></div>").attachShadow({ mode: "open" }).innerHTML = trustHtml(`<link rel="preconnect" href="${href}">`);
  },
  "preconnect, by a command of an editor": ({ url: href }) => {
    const $edited = put("<p>.</p>");
    $edited.contentEditable = "true";
    $edited.focus();
    document.execCommand("insertHTML", false, trustHtml(`<link rel="preconnect" href="${href}">`));
  },
  "preconnect, in a frame of markup": ({ url: href }) =>
    put(`<iframe srcdoc="&lt;link rel=preconnect href=${href}>"></iframe>`),
};

/** @type {Technique[]} */
export const BY_LINK = Object.entries(LINKS).map(([name, run]) => ({ name, run }));
