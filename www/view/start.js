// The start: what comes before any question, where the school is, and the way back to a case.

import { box, el, heading, link, list, onDemand, para, paras, part, sender } from "../dom.js";
import { label } from "../labels.js";
import { notice } from "../words.js";
import { codeForm } from "./code.js";
import { editionNotice } from "./edition.js";
import { namedForm } from "./errors.js";
import { radios } from "./radios.js";

/** @typedef {import("../guide.js").Guide} Guide */

/** @param {Guide} guide */
export function startView(guide) {
  const { words } = guide;
  /** @param {string} id */
  const says = (id) => notice(words, id);
  return [
    heading(words.edition.title),
    box("urgent", paras(says("emergency"))),
    box("warning", paras(says("never-look"))),
    paras(says("who-for")),
    nationForm(guide),
    onDemand(label("code-open"), codeForm(guide)),
    part(label("before"), list([...says("answers"), ...says("one-run"), ...says("nothing-leaves")])),
    editionNotice(words),
    para(link(label("read-all"), () => guide.to("guidance"))),
  ];
}

/** @param {Guide} guide */
function nationForm(guide) {
  let chosen = guide.nation;
  const asks = label("nation");
  const choices = Object.entries(guide.words.nation).map(([id, { name }]) => /** @type {const} */ ([id, name]));
  /** @param {string} nation */
  const choose = (nation) => {
    chosen = /** @type {import("../core.js").Nation} */ (nation);
  };
  const send = () => {
    if (!chosen) return [/** @type {const} */ (["nation", label("missing-nation")])];
    guide.begin(chosen);
    return [];
  };
  return namedForm(
    asks,
    send,
    radios({ id: "nation", asks: el("h2", null, asks), choices, chosen, choose }),
    sender(label("start"), "button start"),
  );
}
