// Every technique known to us by which a script within a page could tell somebody something.
// Each is tried from where the answers are, and on a page without protection, which shows that the trap works.

/** @typedef {import("./trap.mjs").Way} Way */

/**
 * @typedef {object} Technique
 * @property {string} name
 * @property {(way: Way) => unknown} [run] what is done; it runs in the page and knows nothing but the way and `put`
 * @property {(way: Way) => string} [markup] what is put into the page instead
 * @property {(href: string) => unknown} [link] what makes a link to a listener of its own instead
 * @property {() => boolean} [needs] whether this browser has what it takes; it runs in a page without protection
 * @property {"tcp" | "udp"} [listens] for what is seen to come without saying a word
 * @property {boolean} [goes] leaves the page, so each has a page of its own
 * @property {boolean} [pressed] is done as a person presses a key
 * @property {boolean} [late] comes only as the page is left
 * @property {boolean} [wide] of the page's own host, so there is none on `file://`
 */

/** In the page: puts markup into it as parts that run and load. @type {(markup: string) => HTMLElement} */
const put = /** @type {any} */ (undefined);
/** In the page: a text that is trusted, as far as the page lets a script trust it. @type {(text: string) => any} */
const trust = /** @type {any} */ (undefined);
/** In the page: markup that is trusted, in the same way. @type {(markup: string) => any} */
const trustHtml = /** @type {any} */ (undefined);
/** What the types of these tests do not know, or not in every browser. @type {any} */
const self = globalThis;

/** @type {Technique[]} */
const BY_SCRIPT = [
  { name: "fetch", run: ({ url }) => fetch(url, { mode: "no-cors" }) },
  { name: "fetch, kept alive", run: ({ url }) => fetch(url, { mode: "no-cors", keepalive: true }) },
  { name: "fetch, posting", run: ({ url, mark }) => fetch(url, { mode: "no-cors", method: "POST", body: mark }) },
  { name: "fetch from the page's own host", run: ({ own }) => fetch(own), wide: true },
  {
    name: "fetchLater",
    needs: () => "fetchLater" in self,
    run: ({ url }) => self.fetchLater(url, { activateAfter: 0 }),
  },
  {
    name: "XMLHttpRequest",
    run: ({ url }) => {
      const request = new XMLHttpRequest();
      request.open("GET", url);
      request.send();
    },
  },
  { name: "beacon", run: ({ url, mark }) => navigator.sendBeacon(url, mark) },
  {
    name: "beacon as the page is hidden",
    run: ({ url }) => addEventListener("pagehide", () => navigator.sendBeacon(url)),
    late: true,
  },
  { name: "EventSource", run: ({ url }) => new EventSource(url) },
  { name: "WebSocket", run: ({ url }) => new WebSocket(url.replace("http", "ws")) },
  {
    name: "WebSocketStream",
    needs: () => "WebSocketStream" in self,
    run: ({ url }) => new self.WebSocketStream(url.replace("http", "ws")),
  },
  {
    name: "WebTransport",
    listens: "udp",
    needs: () => "WebTransport" in self,
    run: ({ port }) => new self.WebTransport(`https://127.0.0.1:${port}/`),
  },
  {
    name: "WebRTC, asking a STUN server",
    listens: "udp",
    needs: () => "RTCPeerConnection" in self,
    run: async ({ port }) => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
      peer.createDataChannel("");
      await peer.setLocalDescription(await peer.createOffer());
    },
  },
  {
    name: "WebRTC from a frame of its own",
    listens: "udp",
    needs: () => "RTCPeerConnection" in self,
    run: async ({ port }) => {
      const $frame = document.createElement("iframe");
      document.body.append($frame);
      const peer = new /** @type {any} */ ($frame.contentWindow).RTCPeerConnection({
        iceServers: [{ urls: `stun:127.0.0.1:${port}` }],
      });
      peer.createDataChannel("");
      await peer.setLocalDescription(await peer.createOffer());
    },
  },
  {
    name: "WebRTC by a relay over TCP",
    listens: "tcp",
    needs: () => "RTCPeerConnection" in self,
    run: async ({ port }) => {
      const relay = { urls: `turn:127.0.0.1:${port}?transport=tcp`, username: "a", credential: "b" };
      const peer = new RTCPeerConnection({ iceServers: [relay] });
      peer.createDataChannel("");
      await peer.setLocalDescription(await peer.createOffer());
    },
  },
  { name: "image by script", run: ({ url }) => Object.assign(new Image(), { src: url }) },
  { name: "image from the page's own host", run: ({ own }) => Object.assign(new Image(), { src: own }), wide: true },
  { name: "sound by script", run: ({ url }) => new Audio(url).load() },
  { name: "import()", run: ({ url }) => import(url) },
  { name: "worker", run: ({ own }) => new Worker(trust(own)), wide: true },
  {
    name: "worker of a blob",
    run: ({ url }) => new Worker(trust(URL.createObjectURL(new Blob([`fetch("${url}", { mode: "no-cors" })`])))),
  },
  {
    name: "worker of data",
    run: ({ url }) => new Worker(trust(`data:text/javascript,fetch("${url}",{mode:"no-cors"})`)),
  },
  {
    name: "shared worker",
    needs: () => "SharedWorker" in self,
    run: ({ own }) => new SharedWorker(trust(own)),
    wide: true,
  },
  {
    name: "service worker",
    needs: () => "serviceWorker" in navigator,
    run: ({ own }) => navigator.serviceWorker.register(trust(own)),
    wide: true,
  },
  { name: "audio worklet", run: ({ url }) => new AudioContext().audioWorklet.addModule(url) },
  {
    name: "paint worklet",
    needs: () => "paintWorklet" in CSS,
    run: ({ url }) => /** @type {any} */ (CSS).paintWorklet.addModule(url),
  },
  {
    name: "font by script",
    run: ({ url }) => new FontFace("leak", `url("${url}")`).load(),
  },
  {
    name: "style made by script: background",
    run: ({ url }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`html { background-image: url("${url}") }`);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
  },
  {
    name: "style made by script: font",
    run: ({ url }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`@font-face { font-family: leaky; src: url("${url}") } body { font-family: leaky }`);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
  },
  {
    name: "style by property",
    run: ({ url }) => {
      put("<p>.</p>").style.listStyle = `url("${url}")`;
      put("<p>.</p>").style.borderImage = `url("${url}") 1`;
      put("<ul><li>.</li></ul>").style.listStyleImage = `url("${url}")`;
      put("<p>.</p>").style.maskImage = `url("${url}")`;
    },
  },
  {
    name: "notification with an icon",
    needs: () => "Notification" in self,
    run: ({ url }) => new Notification("", { icon: url }),
  },
  {
    name: "payment method",
    needs: () => "PaymentRequest" in self,
    run: ({ url }) =>
      new PaymentRequest([{ supportedMethods: url }], {
        total: { label: "", amount: { currency: "GBP", value: "0" } },
      }).canMakePayment(),
  },
  {
    name: "presentation",
    needs: () => "PresentationRequest" in self,
    run: ({ url }) => new self.PresentationRequest(url).getAvailability(),
  },
  {
    name: "parent's page, reached into",
    run: ({ url }) => Object.assign(new /** @type {any} */ (parent).Image(), { src: url }),
  },
  {
    name: "fetch of a frame's own",
    run: ({ url }) => /** @type {any} */ (put("<iframe></iframe>")).contentWindow.fetch(url, { mode: "no-cors" }),
  },
  { name: "the shell, asked to open it", run: ({ url }) => parent.postMessage(["open", url], "*") },
  {
    name: "the shell, told other things",
    run: ({ url }) => {
      for (const what of ["view", "error", "height", url]) parent.postMessage([what, url, url], "*");
    },
  },
];

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
  object: ({ url }) => `<object data="${url}"></object>`,
  embed: ({ url }) => `<embed src="${url}">`,
  frame: ({ url }) => `<iframe src="${url}"></iframe>`,
  "frame of markup": ({ url }) => `<iframe srcdoc="&lt;img src='${url}'>"></iframe>`,
  "frame of markup with a script": ({ url }) =>
    `<iframe srcdoc="&lt;script>fetch('${url}',{mode:'no-cors'})&lt;/script>"></iframe>`,
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
  icon: ({ url }) => `<link rel="icon" href="${url}">`,
  "icon of the page's own host": ({ own }) => `<link rel="icon" href="${own}">`,
  manifest: ({ own }) => `<link rel="manifest" href="${own}">`,
  "event in an attribute": ({ url }) => `<img src="data:," onerror="fetch('${url}',{mode:'no-cors'})">`,
  "base address": ({ url }) => `<base href="${url}/"><img src="image">`,
  background: ({ url }) => `<table background="${url}"><tr><td>.</table>`,
};

/** What the page's own host would have to be asked for. */
const OF_OWN_HOST = Object.entries(MARKUP).filter(([, markup]) =>
  markup({ mark: "", url: "", own: "own", port: 0 }).includes("own"),
);

/** @type {Technique[]} */
const BY_MARKUP = Object.entries(MARKUP).map(([name, markup]) => ({
  name,
  markup,
  wide: OF_OWN_HOST.some(([own]) => own === name),
}));

/** How a link element may come about; once it is in the page it connects. @type {Record<string, (href: string) => unknown>} */
const LINKS = {
  preconnect: (href) => put(`<link rel="preconnect" href="${href}">`),
  "preconnect, by a qualified name": (href) => {
    const $link = document.createElementNS("http://www.w3.org/1999/xhtml", "any:link");
    for (const [name, value] of Object.entries({ rel: "preconnect", href })) $link.setAttribute(name, value);
    document.head.append($link);
  },
  "preconnect, by another document": (href) => {
    const $link = document.implementation.createHTMLDocument("").createElement("link");
    document.head.append(Object.assign($link, { rel: "preconnect", href }));
  },
  "preconnect, by a name that changes": (href) => {
    let asked = 0;
    const name = { toString: () => (asked++ ? "p" : "link") };
    document.head.append(Object.assign(document.createElement(/** @type {any} */ (name)), { rel: "preconnect", href }));
  },
  "preconnect, by what making an element calls": (href) => {
    const { apply } = Function.prototype;
    Function.prototype.apply = function (...what) {
      document.head.append(Object.assign(Reflect.apply(this, what[0], ["link"]), { rel: "preconnect", href }));
    };
    Object.assign(document.createElement("link"), { rel: "preconnect", href });
    Function.prototype.apply = apply;
    document.head.append(Object.assign(document.createElement("link"), { rel: "preconnect", href }));
  },
  "preconnect, by a copy of a link": (href) => {
    const $link = /** @type {Element} */ (document.querySelector("link") ?? document.createElement("link")).cloneNode();
    document.head.append(Object.assign($link, { rel: "preconnect", href }));
  },
  "preconnect, by a built-in element of one's own": (href) => {
    class Own extends HTMLLinkElement {}
    customElements.define(`own-${href.split(":").at(-1)}`, Own, { extends: "link" });
    document.head.append(Object.assign(new Own(), { rel: "preconnect", href }));
  },
  "preconnect, by markup": (href) => {
    document.head.insertAdjacentHTML(
      "beforeend",
      /** @type {any} */ (trustHtml(`<link rel="preconnect" href="${href}">`)),
    );
  },
  "preconnect, by markup that is said to be safe": (href) => {
    /** @type {any} */ (document.head).setHTML(`<link rel="preconnect" href="${href}">`, {
      sanitizer: { elements: ["link"], attributes: ["rel", "href"] },
    });
  },
  "preconnect, by markup that is read elsewhere": (href) => {
    const read = new DOMParser().parseFromString(trustHtml(`<link rel="preconnect" href="${href}">`), "text/html");
    document.head.append(/** @type {Element} */ (read.querySelector("link")));
  },
  "preconnect, by a style sheet for trees": (href) => {
    const from = new DOMParser().parseFromString(trustHtml("<a/>"), "application/xml");
    const sheet = `<x:stylesheet version="1.0" xmlns:x="http://www.w3.org/1999/XSL/Transform"><x:template match="/"><link rel="preconnect" href="${href}" xmlns="http://www.w3.org/1999/xhtml"/></x:template></x:stylesheet>`;
    const processor = new XSLTProcessor();
    processor.importStylesheet(new DOMParser().parseFromString(trustHtml(sheet), "application/xml"));
    document.head.append(processor.transformToFragment(from, document));
  },
  "preconnect, by a command of an editor": (href) => {
    const $edited = put("<p>.</p>");
    $edited.contentEditable = "true";
    $edited.focus();
    document.execCommand("insertHTML", false, trustHtml(`<link rel="preconnect" href="${href}">`));
  },
  "preconnect, in a frame of markup": (href) => put(`<iframe srcdoc="&lt;link rel=preconnect href=${href}>"></iframe>`),
};

/** What only a connection shows. @type {Technique[]} */
const BY_LINK = Object.entries(LINKS).map(([name, link]) => ({ name, listens: "tcp", link }));

/** What only a server of names would show. @type {Technique} */
const LOOK_UP = {
  name: "look-up of a name beforehand",
  markup: ({ mark }) => `<link rel="dns-prefetch" href="//${mark}.localhost">`,
};

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
  { name: "download", run: ({ url }) => put(`<a href="${url}" download="a">.</a>`).click() },
  { name: "ping of a link", run: ({ url }) => put(`<a href="#a" ping="${url}">.</a>`).click() },
];

/** @type {Technique[]} */
export const TECHNIQUES = [
  ...BY_SCRIPT,
  ...BY_MARKUP,
  ...BY_LINK,
  LOOK_UP,
  ...LEAVING.map((technique) => ({ ...technique, goes: true })),
  ...PRESSING.map((technique) => ({ ...technique, goes: true, pressed: true })),
];
