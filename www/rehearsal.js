// A rehearsal that nobody sees: one of each kind of screen, so that whatever this browser lacks is missed before anything can be
// pressed, and not when someone has begun to answer.

import { outcomeView } from "./view/outcome.js";
import { questionsView } from "./view/questions.js";

/**
 * Makes a screen of questions and an outcome, and forgets them.
 * @param {import("./guide.js").Guide} guide nothing has been answered in it
 * @param {import("./core.js").Nation[]} nations
 * @throws {Error} whatever the browser cannot do
 */
export function rehearse(guide, [nation]) {
  const [screen] = guide.screens;
  if (!nation || !screen) throw new Error("there is nothing to ask");
  guide.choose(nation);
  questionsView(guide, screen);
  for (const question of screen.questions) guide.answer(question, "yes");
  outcomeView(guide);
  guide.code();
  guide.forget();
}
