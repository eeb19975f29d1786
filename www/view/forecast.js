// What police may record, kept apart from what to do: a forecast, never a promise and never a reason not to report.

import { box, el, folded, list, onDemand, para, paras } from "../dom.js";
import { label } from "../labels.js";
import { said } from "../words.js";
import { reasons } from "./reasons.js";

/**
 * @typedef {import("../guide.js").Guide} Guide
 * @typedef {NonNullable<Guide["decision"]["recording"]>} Recording
 */

/** What is said after the categories, in small letters. */
const LAST = ["recorded-as-crime", "police-record", "forces-vary"];

/** @param {Guide} guide */
export function forecastView(guide) {
  const { words, decision } = guide;
  const { recording } = decision;
  if (!recording) return false;
  const { settled, notices = [], forecast, because } = recording;
  /** @param {string} id */
  const says = (id) => para(said(words, id));
  const any = notices.includes("any-category");
  const others = notices.filter((id) => id !== "forecast" && !LAST.includes(id));
  return folded(
    label("forecast"),
    box("inset", says("forecast")),
    others.map(says),
    !settled && !any && para(label("possible"), "strong"),
    !any && forecast.map((category) => categoryOf(guide, category)),
    box("small", notices.filter((id) => LAST.includes(id)).map(says)),
    onDemand(label("why-source"), reasons(guide, "recording", because)),
    box("screen", onDemand(label("origin"), says("where-this-comes-from"))),
  );
}

/** @param {Guide} guide @param {Recording["forecast"][number]} category */
function categoryOf({ words }, { value, label: named, crimes, outcomes, notPublished }) {
  const meant = words.value.recording[value];
  return el(
    "div",
    { class: "category", "data-recording": value },
    el("h3", null, meant?.name),
    paras(meant?.says ?? []),
    el("dl", null, fact("crimes", crimes), fact("recorded-as", named), fact("outcomes", outcomes)),
    notPublished.length > 0 &&
      onDemand(label("unpublished"), list(notPublished.map(({ id }) => words.unpublished[id]))),
  );
}

/** What police call something, in English. @param {string} term @param {string | readonly string[] | undefined} told */
const fact = (term, told) =>
  told && el("div", "row", el("dt", null, label(term)), el("dd", { lang: "en" }, [told].flat().join(", ")));

/** @param {Guide} guide */
export function typologyView(guide) {
  const { words, decision } = guide;
  const { typology } = decision;
  if (!typology) return false;
  const values = typology.possible.flatMap((value) => words.value.typology[value] ?? []);
  return folded(
    label("typology"),
    !typology.settled && para(label("possible"), "strong"),
    values.map(({ name, says }) => [el("h3", null, name), paras(says)]),
    typology.notices?.map((id) => para(said(words, id), "small")),
    onDemand(label("why-source"), reasons(guide, "typology", typology.because)),
  );
}
