// Which questions stand on which screen, and which screen comes next.

/**
 * @typedef {import("./words.js").Words} Words
 * @typedef {{ group: string, questions: string[] }} Screen
 * @typedef {object} Sitting what moving about depends on
 * @property {Screen[]} screens
 * @property {Words} words
 * @property {Record<string, import("./words.js").Answer>} answers
 * @property {import("./core.js").Decision} decision
 */

/** More than this and a screen is too long for someone in a hurry. */
const MOST_ON_A_SCREEN = 7;

/**
 * The question screens in order: a group a screen, long groups in parts, and the first question of all by itself.
 * They are the same for every incident, so that no question moves to another screen while someone is answering.
 * @param {Words} words
 * @returns {Screen[]}
 */
export function screensOf({ question: all }) {
  /** @type {Screen[]} */
  const screens = [];
  for (const [id, { group }] of Object.entries(all)) {
    const last = screens[screens.length - 1];
    const fits = last?.group === group && last !== screens[0] && last.questions.length < MOST_ON_A_SCREEN;
    if (fits) last.questions.push(id);
    else screens.push({ group, questions: [id] });
  }
  return screens;
}

/** The questions whose answers may open this one. @param {{ askedWhen?: string[][] }} question */
export const parentsOf = ({ askedWhen = [] }) => askedWhen.flat();

/**
 * Whether a question stands on its screen now: it can still change something, or it was answered and still applies.
 * @param {Sitting} sitting
 * @param {string} id
 */
export const stands = ({ decision, answers }, id) =>
  decision.ask.includes(id) || (id in answers && !decision.setAside.some(({ question }) => question === id));

/** The first screen with something left to ask. @param {Sitting} sitting */
export const nextDue = ({ screens, decision }) =>
  screens.find(({ questions }) => questions.some((id) => decision.ask.includes(id)));

/** How many screens with something on them there are up to this one. @param {Sitting} sitting @param {Screen} here */
export const stepOf = (sitting, here) =>
  sitting.screens
    .slice(0, sitting.screens.indexOf(here))
    .filter(({ questions }) => questions.some((id) => stands(sitting, id))).length + 1;

/**
 * How many screens are still to come if no answer is changed: at least those with a question that will be asked whatever
 * the others come to, at most those with something that is asked now or may yet be.
 * @param {Sitting} sitting
 * @param {Screen} here
 * @returns {[number, number]}
 */
export function toGo({ screens, words, decision, answers }, here) {
  const certain = decision.ask.filter((id) => words.question[id]?.alwaysMatters);
  /** @type {string[]} */
  const possible = [];
  for (const [id, question] of Object.entries(words.question)) {
    const mayOpen = !(id in answers) && parentsOf(question).some((parent) => possible.includes(parent));
    if (mayOpen || decision.ask.includes(id)) possible.push(id);
  }
  const others = screens.filter((screen) => screen !== here);
  /** @param {string[]} ids */
  const having = (ids) => others.filter(({ questions }) => questions.some((id) => ids.includes(id))).length;
  return [having(certain), having(possible)];
}
