// The bar over every screen, with the way to clear everything always in reach.

import { button, byId } from "../dom.js";
import { label } from "../labels.js";

/** @param {import("../guide.js").Guide} guide */
export const topBar = (guide) =>
  byId("bar").append(
    button(label("return"), () => guide.back(), { class: "button return" }),
    button(label("hide"), () => guide.clearTo("cleared"), { class: "button hide" }),
  );
