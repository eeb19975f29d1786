// The first script of the page and of the vault, before any other: what no content policy closes is taken away.
// A frame in the vault has an origin of its own, so none can be reached to take it back from.

for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "RTCDataChannel", "WebTransport"]) {
  Reflect.deleteProperty(globalThis, name);
}
