// By styles that a script makes, wherever a style may name an address.

/** @typedef {import("../techniques.mjs").Technique} Technique */

/** @type {Record<string, (url: string) => string>} */
const STYLES = {
  background: (url) => `html { background-image: url("${url}") }`,
  font: (url) => `@font-face { font-family: leaky; src: url("${url}") } body { font-family: leaky }`,
  "font for some letters": (url) =>
    `@font-face { font-family: leaks; src: url("${url}"); unicode-range: U+2E } body::before { content: "."; font-family: leaks }`,
  "a sheet that it imports": (url) => `@import "${url}";`,
  "a set of images": (url) => `body { background-image: image-set("${url}" 1x) }`,
  "an image that fades": (url) => `body { list-style-image: -webkit-cross-fade(url("${url}"), url("data:,"), 50%) }`,
  cursor: (url) => `html { cursor: url("${url}"), auto }`,
  content: (url) => `body::after { content: url("${url}") }`,
  "text of alternates": (url) => `html::before { content: url("${url}") / "a" }`,
  filter: (url) => `body { filter: url("${url}#a") }`,
  clip: (url) => `main { clip-path: url("${url}#a") }`,
  mask: (url) => `main { mask: url("${url}#a") }`,
  shape: (url) => `main::before { content: "."; float: left; shape-outside: url("${url}") }`,
  border: (url) => `main { border: 1px solid; border-image: url("${url}") 1 }`,
  reflection: (url) => `main { -webkit-box-reflect: below 0 url("${url}") }`,
  path: (url) => `main { offset-path: url("${url}#a") }`,
  "variable of an address": (url) => `:root { --a: url("${url}") } main { background-image: var(--a) }`,
  "property of an address": (url) =>
    `@property --b { syntax: "<image>"; inherits: true; initial-value: url("${url}") } main::after { content: var(--b) }`,
};

/** @type {Technique[]} */
export const BY_STYLE = Object.entries(STYLES).map(([name, style]) => ({
  name: `style made by script: ${name}`,
  style,
}));
