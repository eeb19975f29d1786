// The first script of the page and of the vault, before any other: what no content policy closes is taken away.

const { apply, defineProperty, deleteProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;

/** Peers, servers, a voice that may be a service elsewhere, and a second way to lead through the history. */
const CONNECTING = [
  "RTCPeerConnection",
  "webkitRTCPeerConnection",
  "RTCDataChannel",
  "WebTransport",
  "speechSynthesis",
];
without(globalThis, [...CONNECTING, "navigation"]);

/** Whoever has opened the page could be told everything by a message. */
globalThis.opener = null;

/** Only the vault is told where to open. */
if (document.documentElement.dataset.at !== undefined) {
  // Whatever goes wrong, and a script that the browser is too old even to read, leaves everything to the shell at once.
  addEventListener("error", () => parent.postMessage(["failed"], "*"));
  withoutLinksAndFrames();
  withoutMessages();
  withOwnHistory();
}

/**
 * A link or a frame connects beforehand to any address, and whoever has opened the page can count frames; so none is made,
 * neither by name nor out of text nor as an element of one's own.
 */
function withoutLinksAndFrames() {
  const refused = { __proto__: null, link: 1, iframe: 1, frame: 1, fencedframe: 1, object: 1, embed: 1 };
  const nameOf = /** @type {any} */ (getOwnPropertyDescriptor(Element.prototype, "localName")).get;
  const maker = /** @type {any} */ (Document.prototype);
  for (const name of ["createElement", "createElementNS"]) {
    const make = maker[name];
    maker[name] = function (/** @type {any[]} */ ...what) {
      const $made = apply(make, this, what);
      if (apply(nameOf, $made, []) in refused) throw new TypeError("not made here");
      return $made;
    };
  }
  // Where the browser has Trusted Types, text becomes markup by a policy: this takes the only one there may be.
  /** @type {any} */ (globalThis).trustedTypes?.createPolicy("guide", {});
  const makes = /HTML(Unsafe)?$|^parse|^write|^register|^createContextual|^createDocument$|^execCommand$/;
  const prototypes = [Document, Element, HTMLElement, ShadowRoot, Range, DOMImplementation].map((of) => of.prototype);
  for (const of of [Document, ...prototypes]) {
    // Markup can still be read where it can no longer be set.
    for (const name of ownKeys(of)) if (makes.test(String(name))) defineProperty(of, name, { set: undefined });
    without(of, ["customElementRegistry"]);
  }
  // Nor can a frame be led elsewhere and stopped again, unseen, once its browser has connected.
  without(globalThis, ["customElements", "CustomElementRegistry", "DOMParser", "XSLTProcessor", "stop"]);
}

/** Nobody has anything to say to the vault, and whoever says something can be answered. */
function withoutMessages() {
  const stop = Event.prototype.stopImmediatePropagation;
  for (const type of ["message", "messageerror"]) addEventListener(type, (event) => apply(stop, event, []), true);
}

/** The browser keeps the history: it is told how many screens there were, and led back over those, one at a time. */
function withOwnHistory() {
  const own = history;
  const maker = /** @type {any} */ (History.prototype);
  const { pushState, back } = maker;
  const stateOf = /** @type {any} */ (getOwnPropertyDescriptor(maker, "state")).get;
  const at = () => apply(stateOf, own, [])?.at ?? 0;
  let goes = false;
  addEventListener("popstate", ({ isTrusted }) => (goes &&= !isTrusted), true);
  maker.pushState = () => apply(pushState, own, [{ at: at() + 1 }, ""]);
  maker.back = () => {
    if (goes || at() === 0) return;
    goes = true;
    apply(back, own, []);
  };
  without(maker, ["go", "forward", "replaceState"]);
}

/** @param {object} of @param {string[]} names */
function without(of, names) {
  for (const name of names) deleteProperty(of, name);
}
