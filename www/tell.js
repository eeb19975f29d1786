// All that the guide tells the shell around it: where it stands, never what was answered.

/**
 * @typedef {["view", import("./guide.js").Place["view"], number?]} View what is shown now, and which step of the questions it is
 * @typedef {["error"]} Incomplete a form was sent before it was complete
 * @typedef {["height", number]} Height how tall it all is, in CSS pixels
 * @typedef {["open", string]} Open the address of one of the shell's own links
 * @typedef {["failed"]} Failed the questions cannot run
 */

/** The vault has no origin, so neither knows the other by name: the shell is what is around it. @param {View | Incomplete | Height | Open | Failed} told */
export const tell = (...told) => parent.postMessage(told, "*");

/** Tells how tall the guide is, whenever that changes. */
export const tellHeight = () =>
  new ResizeObserver(() => tell("height", document.body.offsetHeight)).observe(document.body);
