// By a script that asks for something.

import { put, self, trust, trustHtml } from "./in-page.mjs";

/** @typedef {import("../techniques.mjs").Technique} Technique */
/** @typedef {import("../trap.mjs").Way} Way */

/** @type {Technique[]} */
export const BY_SCRIPT = [
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
  {
    name: "fetchLater, as the page is left",
    needs: () => "fetchLater" in self,
    run: ({ url }) => self.fetchLater(url),
  },
  { name: "beacon", run: ({ url, mark }) => navigator.sendBeacon(url, mark) },
  {
    name: "beacon as the page is hidden",
    run: ({ url }) => addEventListener("pagehide", () => navigator.sendBeacon(url)),
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
    needs: () => "WebTransport" in self,
    run: ({ udp }) => new self.WebTransport(`https://127.0.0.1:${udp}/`),
  },
  {
    name: "WebRTC, asking a STUN server",
    needs: () => "RTCPeerConnection" in self,
    run: async ({ udp }) => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udp}` }] });
      peer.createDataChannel("");
      await peer.setLocalDescription(await peer.createOffer());
    },
  },
  {
    name: "WebRTC from a frame of its own",
    needs: () => "RTCPeerConnection" in self,
    run: async ({ udp }) => {
      const $frame = document.createElement("iframe");
      document.body.append($frame);
      const peer = new /** @type {any} */ ($frame.contentWindow).RTCPeerConnection({
        iceServers: [{ urls: `stun:127.0.0.1:${udp}` }],
      });
      peer.createDataChannel("");
      await peer.setLocalDescription(await peer.createOffer());
    },
  },
  {
    name: "WebRTC by a relay over TCP",
    needs: () => "RTCPeerConnection" in self,
    run: async ({ tcp }) => {
      const relay = { urls: `turn:127.0.0.1:${tcp}?transport=tcp`, username: "a", credential: "b" };
      const peer = new RTCPeerConnection({ iceServers: [relay] });
      peer.createDataChannel("");
      await peer.setLocalDescription(await peer.createOffer());
    },
  },
  { name: "image by script", run: ({ url }) => Object.assign(new Image(), { src: url }) },
  { name: "image from the page's own host", run: ({ own }) => Object.assign(new Image(), { src: own }), wide: true },
  { name: "sound by script", run: ({ url }) => new Audio(url).load() },
  { name: "import()", run: ({ url }) => import(url) },
  { name: "import() of styles", run: ({ url }) => import(url, { with: { type: "css" } }) },
  { name: "import() of data", run: ({ url }) => import(url, { with: { type: "json" } }) },
  {
    name: "import() by a map",
    run: ({ url, mark }) => {
      put(`<script type="importmap">{"imports":{"a${mark}":"${url}"}}</script>`);
      return import(`a${mark}`);
    },
  },
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
    name: "worker of a blob that imports",
    run: ({ url }) => new Worker(trust(URL.createObjectURL(new Blob([`importScripts("${url}")`])))),
  },
  {
    name: "worker of a blob, as a module",
    run: ({ url }) => {
      const text = new Blob([`import "${url}"`], { type: "text/javascript" });
      return new Worker(trust(URL.createObjectURL(text)), { type: "module" });
    },
  },
  {
    name: "shared worker of a blob",
    needs: () => "SharedWorker" in self,
    run: ({ url }) => new SharedWorker(trust(URL.createObjectURL(new Blob([`fetch("${url}", { mode: "no-cors" })`])))),
  },
  {
    name: "shared worker of data",
    needs: () => "SharedWorker" in self,
    run: ({ url }) => new SharedWorker(trust(`data:text/javascript,fetch("${url}",{mode:"no-cors"})`)),
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
    name: "audio worklet of a blob",
    run: ({ url }) => {
      const text = new Blob([`import "${url}"`], { type: "text/javascript" });
      return new AudioContext().audioWorklet.addModule(URL.createObjectURL(text));
    },
  },
  {
    name: "shared storage",
    needs: () => "sharedStorage" in self,
    run: ({ url }) => self.sharedStorage.worklet.addModule(url),
  },
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
  {
    name: "frame of a blob",
    run: ({ url }) => {
      const page = new Blob([`<img src="${url}">`], { type: "text/html" });
      return put(`<iframe src="${URL.createObjectURL(page)}"></iframe>`);
    },
  },
  {
    name: "frame, written",
    run: ({ url }) => {
      const { contentDocument } = /** @type {any} */ (put("<iframe></iframe>"));
      contentDocument.open();
      contentDocument.write(trustHtml(`<img src="${url}">`));
      contentDocument.close();
    },
  },
  {
    name: "frame, empty, then led",
    run: ({ url }) => /** @type {any} */ (put("<iframe></iframe>")).contentWindow.location.replace(url),
  },
  {
    name: "fenced frame, by what it is made for",
    needs: () => "FencedFrameConfig" in self,
    run: ({ url }) => Object.assign(put("<fencedframe></fencedframe>"), { config: new self.FencedFrameConfig(url) }),
  },
  {
    name: "picture of what is played",
    needs: () => "mediaSession" in navigator,
    run: async ({ url }) => {
      const context = new AudioContext();
      const { stream } = context.createMediaStreamDestination();
      const $sound = Object.assign(new Audio(), { srcObject: stream });
      navigator.mediaSession.metadata = new MediaMetadata({ title: "", artwork: [{ src: url, sizes: "96x96" }] });
      await $sound.play();
    },
  },
  {
    name: "identity of another host",
    needs: () => "IdentityCredential" in self,
    run: ({ url, mark }) =>
      navigator.credentials.get(
        /** @type {any} */ ({ identity: { providers: [{ configURL: url, clientId: mark }], mode: "passive" } }),
      ),
  },
  {
    name: "trees made anew, with a style sheet that imports",
    needs: () => "XSLTProcessor" in self,
    run: ({ url }) => {
      const sheet = `<x:stylesheet version="1.0" xmlns:x="http://www.w3.org/1999/XSL/Transform"><x:import href="${url}"/></x:stylesheet>`;
      new XSLTProcessor().importStylesheet(new DOMParser().parseFromString(trustHtml(sheet), "application/xml"));
    },
  },
  {
    name: "style named by an instruction",
    run: ({ url }) => {
      const styled = document.createProcessingInstruction("xml-stylesheet", `type="text/css" href="${url}"`);
      document.insertBefore(styled, document.documentElement);
    },
  },
  {
    name: "image by a command of an editor",
    run: ({ url }) => {
      const $edited = put("<p>.</p>");
      $edited.contentEditable = "true";
      $edited.focus();
      document.execCommand("insertImage", false, url);
    },
  },
  { name: "the shell, asked to open it", run: ({ url }) => parent.postMessage(["open", url], "*") },
  {
    name: "the shell, told other things",
    run: ({ url }) => {
      for (const what of ["view", "error", "height", url]) parent.postMessage([what, url, url], "*");
    },
  },
];
