// By markup that loads something.

/** @typedef {import("../techniques.mjs").Technique} Technique */
/** @typedef {import("../trap.mjs").Way} Way */

/** Markup, with what it would load. @type {Record<string, (way: Way) => string>} */
const MARKUP = {
  image: ({ url }) => `<img src="${url}">`,
  "image, of a set": ({ url }) => `<img srcset="${url} 1x">`,
  picture: ({ url }) => `<picture><source srcset="${url}"><img></picture>`,
  "image button": ({ url }) => `<input type="image" src="${url}">`,
  "image in SVG": ({ url }) => `<svg><image href="${url}" width="9" height="9"/></svg>`,
  "part of another SVG": ({ own }) => `<svg><use href="${own}#a"/></svg>`,
  "filter in SVG": ({ url }) =>
    `<svg><filter id="f"><feImage href="${url}"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>`,
  video: ({ url }) => `<video src="${url}" preload="auto" muted autoplay></video>`,
  "picture of a video": ({ url }) => `<video poster="${url}"></video>`,
  sound: ({ url }) => `<audio src="${url}" preload="auto"></audio>`,
  "image in SVG, by an animation": ({ url }) =>
    `<svg><image width="9" height="9"><set attributeName="href" to="${url}"/></image></svg>`,
  "part of another SVG, of another host": ({ url }) => `<svg><use href="${url}#a"/></svg>`,
  "mask in SVG": ({ url }) => `<svg><rect width="9" height="9" mask="url(${url}#a)"/></svg>`,
  "fill in SVG": ({ url }) => `<svg><rect width="9" height="9" fill="url(${url}#a)"/></svg>`,
  "marker in SVG": ({ url }) => `<svg><path d="M0 0L9 9" marker-end="url(${url}#a)"/></svg>`,
  "script in SVG": ({ url }) => `<svg><script href="${url}"></script></svg>`,
  "source of a video": ({ url }) => `<video preload="auto"><source src="${url}"></video>`,
  "track of a video": ({ url }) =>
    `<video src="data:video/mp4," preload="auto"><track default kind="captions" src="${url}"></video>`,
  object: ({ url }) => `<object data="${url}"></object>`,
  embed: ({ url }) => `<embed src="${url}">`,
  frame: ({ url }) => `<iframe src="${url}"></iframe>`,
  "frame of markup": ({ url }) => `<iframe srcdoc="&lt;img src='${url}'>"></iframe>`,
  "frame of markup with a script": ({ url }) =>
    `<iframe srcdoc="&lt;script>fetch('${url}',{mode:'no-cors'})&lt;/script>"></iframe>`,
  "links in a frame of markup": ({ url }) =>
    `<iframe srcdoc="&lt;link rel=stylesheet href='${url}'>&lt;link rel=prefetch href='${url}'>&lt;link rel=icon href='${url}'>"></iframe>`,
  "frame of data": ({ url }) => `<iframe src="data:text/html,<img src='${url}'>"></iframe>`,
  "frame of a script": ({ url }) => `<iframe src="javascript:fetch('${url}',{mode:'no-cors'})"></iframe>`,
  "fenced frame": ({ url }) => `<fencedframe src="${url}"></fencedframe>`,
  "style sheet": ({ url }) => `<link rel="stylesheet" href="${url}">`,
  "style that imports": ({ url }) => `<style>@import "${url}";</style>`,
  "style of a set of images": ({ url }) =>
    `<style>body { cursor: url("${url}"), auto; background: image-set("${url}" 1x) }</style>`,
  "style of an attribute": ({ url }) => `<p style='background: url("${url}")'>.</p>`,
  script: ({ url }) => `<script src="${url}"></script>`,
  "script in words": ({ url }) => `<script>fetch("${url}", { mode: "no-cors" })</script>`,
  "script that imports": ({ url }) => `<script type="module">import "${url}";</script>`,
  preload: ({ url }) => `<link rel="preload" as="image" href="${url}">`,
  "preload of a module": ({ url }) => `<link rel="modulepreload" href="${url}">`,
  prefetch: ({ url }) => `<link rel="prefetch" href="${url}">`,
  "prefetch from the page's own host": ({ own }) => `<link rel="prefetch" href="${own}">`,
  prerender: ({ url }) => `<link rel="prerender" href="${url}">`,
  speculation: ({ own }) =>
    `<script type="speculationrules">{"prefetch":[{"urls":["${own}"],"eagerness":"immediate"}]}</script>`,
  "speculation on rendering": ({ own }) =>
    `<script type="speculationrules">{"prerender":[{"urls":["${own}"],"eagerness":"immediate"}]}</script>`,
  "preload of a font": ({ url }) => `<link rel="preload" as="font" crossorigin href="${url}">`,
  "preload of data": ({ url }) => `<link rel="preload" as="fetch" crossorigin href="${url}">`,
  "style sheet, alternate": ({ url }) => `<link rel="alternate stylesheet" title="a" href="${url}">`,
  "dictionary for what is packed": ({ url }) => `<link rel="compression-dictionary" crossorigin href="${url}">`,
  "icon for a Home Screen": ({ url }) => `<link rel="apple-touch-icon" href="${url}">`,
  "page that is imported": ({ url }) => `<link rel="import" href="${url}">`,
  "image with a source to account to": ({ url }) => `<img attributionsrc="${url}" src="data:,">`,
  icon: ({ url }) => `<link rel="icon" href="${url}">`,
  "icon of the page's own host": ({ own }) => `<link rel="icon" href="${own}">`,
  manifest: ({ own }) => `<link rel="manifest" href="${own}">`,
  "event in an attribute": ({ url }) => `<img src="data:," onerror="fetch('${url}',{mode:'no-cors'})">`,
  "base address": ({ url }) => `<base href="${url}/"><img src="image">`,
  background: ({ url }) => `<table background="${url}"><tr><td>.</table>`,
};

/** What the page's own host would have to be asked for. */
const OF_OWN_HOST = Object.entries(MARKUP).filter(([, markup]) =>
  markup({ mark: "", url: "", own: "own", tcp: 0, udp: 0 }).includes("own"),
);

/** @type {Technique[]} */
export const BY_MARKUP = Object.entries(MARKUP).map(([name, markup]) => ({
  name,
  markup,
  wide: OF_OWN_HOST.some(([own]) => own === name),
}));

/** What only a server of names would show. @type {Technique} */
export const LOOK_UP = {
  name: "look-up of a name beforehand",
  markup: ({ mark }) => `<link rel="dns-prefetch" href="//${mark}.localhost">`,
};
