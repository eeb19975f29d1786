// A few incidents from the first screen to the outcome, with what is asked on the way.

import { readFileSync } from "node:fs";

/**
 * @typedef {object} Walk
 * @property {string} story what happened, in a sentence without its stop
 * @property {string} nation
 * @property {import("./hands.mjs").Story} answers
 * @property {"yes" | "no" | "unsure"} rest the answer to every other question
 * @property {string[][]} screens the questions asked on each screen, from its top
 */

/** @type {Walk[]} */
export const WALKS = JSON.parse(readFileSync(new URL("walks.json", import.meta.url), "utf8"));

/** An answer to every question that is asked on a walk. @param {Walk} walk @returns {import("./hands.mjs").Story} */
export const answersOf = ({ answers, rest, screens }) => ({
  ...Object.fromEntries(screens.flat().map((question) => [question, rest])),
  ...answers,
});
