// Where things come from, and how far each source was read.

import { el, list, onDemand, para } from "../dom.js";
import { day, label } from "../labels.js";
import { notice } from "../words.js";

/**
 * @typedef {import("../guide.js").Guide} Guide
 * @typedef {import("../words.js").Words} Words
 * @typedef {import("../words.js").Source} Source
 * @typedef {{ basis: string, sources: readonly { source: string, section?: string }[] }} Cited
 */

/** Guidance or judgement, and the sources with section and depth. @param {Words} words @param {Cited} cited */
export function citation(words, { basis, sources }) {
  const cites = sources.map(({ source, section }) => {
    const { title, read } = /** @type {Source} */ (words.sources[source]);
    return `${title}${section ? `, ${section}` : ""} (${label(`read-${read}`)})`;
  });
  const $basis = el("span", { class: `tag tag--${basis}` }, label(`basis-${basis}`));
  return para([$basis, el("span", null, cites.join("; "))], "hint cite");
}

/** Why something is advised, and where that comes from. @param {Words} words @param {string | undefined} why @param {Cited} cited */
export const whyAndSource = (words, why, cited) => onDemand(label("why-source"), para(why), citation(words, cited));

/** The sources this outcome rests on. @param {Guide} guide */
export function sourcesView({ words, decision }) {
  const { steps, never, scripts, response, scope, recording, typology } = decision;
  /** @type {readonly Cited[][]} */
  const cited = [
    steps,
    never,
    scripts,
    response.because,
    scope.because,
    recording?.because ?? [],
    typology?.because ?? [],
  ];
  const ids = new Set(cited.flat().flatMap(({ sources }) => sources.map(({ source }) => source)));
  const sources = Object.entries(words.sources).filter(([id]) => ids.has(id));
  const bases = ["guidance", "judgement"].map((basis) => [
    el("b", null, label(`basis-${basis}`)),
    `: ${notice(words, basis).join(" ")}`,
  ]);
  const $title = el("h2", null, label("sources"));
  return el(
    "section",
    { class: "part" },
    onDemand($title, list(bases), list(sources.map(([, source]) => sourceOf(source)))),
  );
}

/** @param {Source} source */
const sourceOf = ({ title, url, publisher, edition, read, checked, note }) => [
  para(url ? outwards(title, url) : title, "strong"),
  para(`${label("source", publisher, edition, label(`read-${read}`), day(checked))} ${note}`),
];

/** A link out of the guide opens beside it, so that nothing here is lost. @param {string} text @param {string} href */
const outwards = (text, href) =>
  el("a", { href, target: "_blank", rel: "noreferrer" }, text, el("span", { class: "unseen" }, label("new-tab")));
