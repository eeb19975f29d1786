// The first script of the page and of the vault, before any other: what no content policy closes is taken away.
// A frame in the vault has an origin of its own, so none can be reached to take it back from.

const { apply, deleteProperty, getOwnPropertyDescriptor } = Reflect;

for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "RTCDataChannel", "WebTransport"]) {
  deleteProperty(globalThis, name);
}

/** Only the vault is told where to open. */
if (document.documentElement.dataset.at !== undefined) {
  withoutLinks();
  // Whatever goes wrong, and a script that the browser is too old even to read, leaves everything to the shell at once.
  addEventListener("error", () => parent.postMessage(["failed"], "*"));
}

/** A link element connects beforehand to any address, and prefetches from whatever one directive allows; so none is made. */
function withoutLinks() {
  const ofLinks = /** @type {any} */ (getOwnPropertyDescriptor(HTMLLinkElement.prototype, "rel")).get;
  const maker = /** @type {any} */ (Document.prototype);
  for (const name of ["createElement", "createElementNS"]) {
    const make = maker[name];
    maker[name] = function (/** @type {any[]} */ ...what) {
      const $made = apply(make, this, what);
      try {
        apply(ofLinks, $made, []);
      } catch {
        return $made;
      }
      throw new TypeError("no links here");
    };
  }
  // Nor is one read out of markup, for which this takes the only policy there may be.
  /** @type {any} */ (globalThis).trustedTypes?.createPolicy("guide", {});
  const otherMakers = [
    [globalThis, "customElements", "CustomElementRegistry", "XSLTProcessor"],
    [Element.prototype, "setHTML"],
    [ShadowRoot.prototype, "setHTML"],
    [Document, "parseHTML"],
    [maker, "execCommand"],
  ];
  for (const [of, ...names] of otherMakers) for (const name of names) deleteProperty(of, name);
}
