// The bar over every screen, with the way to clear everything always in reach.

import { button, byId, el, fill } from "../dom.js";
import { label } from "../labels.js";

/** @param {import("../guide.js").Guide} guide */
export const topBar = (guide) =>
  byId("bar").append(
    button(label("return"), () => guide.back(), { class: "button return" }),
    button(label("hide"), () => guide.clearTo("cleared"), { class: "button hide" }),
  );

/**
 * The code of the answers so far: it has to be at hand before the telephone rings or a device falls asleep.
 * @param {import("../guide.js").Guide} guide
 * @param {boolean} isShown
 */
export const codeSoFar = (guide, isShown) =>
  fill(
    byId("code-so-far"),
    isShown && Object.keys(guide.answers).length > 0 && [`${label("code")}: `, el("b", "code", guide.code())],
  );
