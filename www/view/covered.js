// The neutral screen over everything while somebody makes a call: nothing on it tells what is beneath.

import { button, heading, para } from "../dom.js";
import { label } from "../labels.js";

/** @param {import("../guide.js").Guide} guide */
export const coveredView = (guide) => [
  heading(label("title")),
  para(label("covered")),
  button(label("uncover"), () => guide.back()),
];
