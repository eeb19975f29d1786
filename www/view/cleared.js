// The neutral screen after everything was cleared: nothing on it tells what was open before.

import { button, heading, para } from "../dom.js";
import { label } from "../labels.js";

/** @param {import("../guide.js").Guide} guide */
export const clearedView = (guide) => [
  heading(label("title")),
  para(label("cleared")),
  button(label("start"), () => guide.to("start")),
];
