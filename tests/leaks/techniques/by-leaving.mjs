// By going elsewhere, also where a person has to press a key first.

import { put, self, trust } from "./in-page.mjs";

/** @typedef {import("../techniques.mjs").Technique} Technique */
/** @typedef {import("../trap.mjs").Way} Way */

/** @type {Technique[]} */
const LEAVING = [
  { name: "location", run: ({ url }) => Object.assign(location, { href: url }) },
  { name: "location, replaced", run: ({ url }) => location.replace(url) },
  {
    name: "location of the whole window",
    run: ({ url }) => Object.assign(/** @type {Window} */ (top).location, { href: url }),
  },
  { name: "location of the parent", run: ({ url }) => parent.location.replace(url) },
  { name: "location within the page's own host", run: ({ own }) => location.assign(own), wide: true },
  {
    name: "location of a script",
    run: ({ url }) => location.assign(trust(`javascript:void fetch("${url}",{mode:"no-cors"})`)),
  },
  { name: "navigation", needs: () => "navigation" in self, run: ({ url }) => self.navigation.navigate(url) },
  {
    name: "meta refresh",
    run: ({ url }) => document.head.append(put(`<meta http-equiv="refresh" content="0;url=${url}">`)),
  },
  { name: "form", run: ({ url }) => /** @type {any} */ (put(`<form action="${url}"></form>`)).submit() },
  {
    name: "form, posted",
    run: ({ url }) => /** @type {any} */ (put(`<form method="post" action="${url}"></form>`)).submit(),
  },
  {
    name: "form, by its button's own address",
    run: ({ url }) => put(`<form><button formaction="${url}">.</button></form>`).querySelector("button")?.click(),
  },
  {
    name: "link that is in no page",
    run: ({ url }) => Object.assign(document.createElement("a"), { href: url }).click(),
  },
  {
    name: "link in SVG",
    run: ({ url }) =>
      put(`<svg><a href="${url}"><text>.</text></a></svg>`).querySelector("a")?.dispatchEvent(new MouseEvent("click")),
  },
  {
    name: "link in MathML",
    run: ({ url }) => {
      const $math = document.createElementNS("http://www.w3.org/1998/Math/MathML", "math");
      $math.setAttribute("href", url);
      document.body.append($math);
      $math.dispatchEvent(new MouseEvent("click"));
    },
  },
  {
    name: "area of a map",
    run: ({ url }) => put(`<map name="m"><area href="${url}"></map>`).querySelector("area")?.click(),
  },
  {
    name: "report of a policy",
    run: ({ url }) => {
      put(`<meta http-equiv="Content-Security-Policy" content="img-src 'none'; report-uri ${url}">`);
      Object.assign(new Image(), { src: `${url}/image` });
    },
  },
  { name: "link", run: ({ url }) => put(`<a href="${url}">.</a>`).click() },
  { name: "link of the whole window", run: ({ url }) => put(`<a href="${url}" target="_top">.</a>`).click() },
  { name: "frame of the shell's name", run: ({ url }) => put(`<a href="${url}" target="vault">.</a>`).click() },
  {
    name: "written anew",
    run: ({ url }) => document.write(trust(`<meta http-equiv="refresh" content="0;url=${url}">`)),
  },
];

/** @type {Technique[]} */
const PRESSING = [
  { name: "window opened", run: ({ url }) => open(url) },
  {
    name: "window opened, empty, then led",
    run: ({ url }) => Object.assign(/** @type {Window} */ (open()).location, { href: url }),
  },
  { name: "link to a new window", run: ({ url }) => put(`<a href="${url}" target="_blank">.</a>`).click() },
  {
    name: "link to a new window that is told nothing",
    run: ({ url }) => put(`<a href="${url}" target="_blank" rel="noopener">.</a>`).click(),
  },
  { name: "link to the whole window, pressed", run: ({ url }) => put(`<a href="${url}" target="_top">.</a>`).click() },
  {
    name: "form to a new window",
    run: ({ url }) => /** @type {any} */ (put(`<form action="${url}" target="_blank"></form>`)).submit(),
  },
  {
    name: "window opened, with a source to account to",
    run: ({ url }) => open("about:blank", "_blank", `attributionsrc=${encodeURIComponent(url)}`),
  },
  {
    name: "picture in picture of a document",
    needs: () => "documentPictureInPicture" in self,
    run: async ({ url }) => {
      const beside = await self.documentPictureInPicture.requestWindow();
      Object.assign(new beside.Image(), { src: url });
    },
  },
  { name: "share", needs: () => "share" in navigator, run: ({ url }) => navigator.share({ url }) },
  {
    name: "installation",
    needs: () => "install" in navigator,
    run: ({ url }) => /** @type {any} */ (navigator).install(url),
  },
  { name: "download", run: ({ url }) => put(`<a href="${url}" download="a">.</a>`).click() },
  { name: "ping of a link", run: ({ url }) => put(`<a href="#a" ping="${url}">.</a>`).click() },
  { name: "mail", run: ({ mark }) => put(`<a href="mailto:${mark}@a.example">.</a>`).click() },
  {
    name: "mail, to the whole window",
    run: ({ mark }) => put(`<a href="mailto:${mark}@a.example" target="_top">.</a>`).click(),
  },
  { name: "mail, by the address", run: ({ mark }) => Object.assign(location, { href: `mailto:${mark}@a.example` }) },
  { name: "message to a telephone", run: ({ mark }) => put(`<a href="sms:0?body=${mark}">.</a>`).click() },
  { name: "telephone", run: ({ mark }) => Object.assign(location, { href: `tel:${mark}` }) },
  {
    name: "application of a telephone",
    run: ({ url }) => put(`<a href="${url.replace("http", "intent")}#Intent;end">.</a>`).click(),
  },
];

/** Chromium connects before it asks the policy whether a frame may go there. */
const CONNECTS_FIRST = [
  "location",
  "location, replaced",
  "meta refresh",
  "link that is in no page",
  "link in SVG",
  "area of a map",
];

/** @type {Technique[]} */
export const BY_LEAVING = [
  ...LEAVING.map((technique) => ({ ...technique, goes: true, known: knownTo(technique) })),
  ...PRESSING.map((technique) => ({ ...technique, goes: true, pressed: true })),
];

/** @param {Technique} technique @returns {(engine: string) => boolean} */
function knownTo({ name }) {
  return (engine) => /Chromium/.test(engine) && CONNECTS_FIRST.includes(name);
}
