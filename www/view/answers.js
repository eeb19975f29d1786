// The answers given so far, each with the way back to it.

import { el, fill, folded, link, para, paras } from "../dom.js";
import { label } from "../labels.js";
import { codeView } from "./code.js";

/** @typedef {import("../guide.js").Guide} Guide */

/** The answers as a panel to open, with the code that keeps them, and how to bring it up to date. @param {Guide} guide */
export function answersPanel(guide) {
  const $title = el("span");
  const $list = el("div");
  const refresh = () => {
    fill($title, label("answers-count", Object.keys(guide.answers).length));
    fill($list, [answersList(guide), codeView(guide)]);
  };
  return { $panel: folded($title, $list), refresh };
}

/** Every answer, how some of them are read, and by themselves those set aside. @param {Guide} guide */
export function answersList(guide) {
  const { words, answers, decision, nation } = guide;
  const aside = decision.setAside.map(({ question }) => question);
  const given = Object.keys(words.question).filter((id) => answers[id] && !aside.includes(id));
  const readings = decision.readings.flatMap(({ id }) => words.reading[id] ?? []);
  const place = nation ? words.nation[nation]?.name : "";
  return [
    el(
      "dl",
      "answers",
      row(label("nation"), place, "nation", () => guide.to("start")),
      given.map((id) => answerRow(guide, id, () => guide.change(id))),
    ),
    titled("readings", paras(readings)),
    titled("set-aside", aside.length > 0 ? [para(label("set-aside-note")), asideList(guide, aside)] : []),
  ];
}

/** @param {string} title @param {Node[]} children */
const titled = (title, children) => children.length > 0 && [el("h3", null, label(title)), children];

/** @param {Guide} guide @param {string[]} aside */
const asideList = (guide, aside) =>
  el(
    "dl",
    "aside",
    aside.map((id) => answerRow(guide, id)),
  );

/** @param {Guide} guide @param {string} id @param {() => void} [change] */
const answerRow = (guide, id, change) => row(guide.question(id).ask, label(`answer-${guide.answers[id]}`), id, change);

/** @param {string} term @param {string | undefined} answer @param {string} id @param {() => void} [change] */
const row = (term, answer, id, change) =>
  el(
    "div",
    { class: "row", "data-answer": id },
    el("dt", null, term),
    el("dd", null, answer),
    change && el("dd", "change", link([label("change"), el("span", "unseen", label("change-of", term))], change)),
  );
