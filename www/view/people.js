// The people in it: a card for each, opened when that person is at hand. On paper each has a letter, and a line for the name.

import { box, el, list, onDemand, para, part } from "../dom.js";
import { label } from "../labels.js";
import { pressable } from "./contacts.js";
import { citation } from "./sources.js";

/**
 * @typedef {import("../guide.js").Guide} Guide
 * @typedef {Guide["decision"]["people"][number]} Person
 */

/** The parts of a card, each with its heading. */
const PARTS = /** @type {const} */ ([
  ["say", "part-say"],
  ["do", "part-do"],
  ["doNot", "part-do-not"],
  ["police", "part-police"],
]);

/** @param {Guide} guide */
export const peopleView = (guide) =>
  part(
    label("people"),
    box(
      "folds people",
      guide.decision.people.map((person, at) => cardOf(guide, person, at)),
    ),
  );

/** @param {Guide} guide @param {Person} person @param {number} at */
function cardOf({ words }, person, at) {
  const lines = PARTS.flatMap(([part]) => person[part]);
  /** @param {{ id: string }} line */
  const text = ({ id }) => pressable(words.line[id] ?? "");
  return onDemand(
    nameOf(words.person[person.who]?.name, person, at),
    PARTS.map(
      ([part, heading]) => person[part].length > 0 && [el("h4", null, label(heading)), list(person[part].map(text))],
    ),
    lines.length > 0 &&
      box("screen", onDemand(label("sources"), list(lines.map((line) => [para(text(line)), citation(words, line)])))),
  );
}

/** @param {string | undefined} name @param {Person} person @param {number} at */
const nameOf = (name, { who, maybe }, at) =>
  el(
    "h3",
    { "data-person": who },
    el("span", "paper letter", `${String.fromCharCode(65 + at)} `),
    name,
    maybe && ` (${label("maybe")})`,
    el("span", "paper line"),
  );
