// Where things come from, and how far each source was read.

import { el, folded, list, onDemand, para } from "../dom.js";
import { day, label } from "../labels.js";
import { said } from "../words.js";

/**
 * @typedef {import("../guide.js").Guide} Guide
 * @typedef {import("../words.js").Words} Words
 * @typedef {import("../words.js").Source} Source
 * @typedef {{ basis: string, sources: readonly { source: string, section?: string }[] }} Cited
 */

/** The number of a source, by which paper names it. @param {Words} words @param {string} id */
const numberOf = ({ source }, id) => Object.keys(source).indexOf(id) + 1;

/** Guidance or judgement, and the sources: with section and depth, or on paper by number. @param {Words} words @param {Cited} cited */
export function citation(words, { basis, sources }) {
  const cites = sources.map(({ source, section }) => {
    const { title, read } = /** @type {Source} */ (words.source[source]);
    return `${title}${section ? `\u2068, ${section}\u2069` : ""} (${label(`read-${read}`)})`;
  });
  const $basis = el("span", `tag tag--${basis}`, label(`basis-${basis}`));
  const numbers = new Set(sources.map(({ source }) => numberOf(words, source)));
  const $cites = el("span", "screen", cites.join("; "));
  return para([$basis, $cites, el("span", "paper", ` ${[...numbers].join(", ")}`)], "hint cite");
}

/** Why something is advised, and where that comes from. @param {Words} words @param {string | undefined} why @param {Cited} cited */
export const whyAndSource = (words, why, cited) => onDemand(label("why-source"), para(why), citation(words, cited));

/** The sources this outcome rests on. @param {Guide} guide */
export function sourcesView({ words, decision }) {
  const ids = new Set(citedIn(decision));
  const sources = Object.entries(words.source).flatMap(([id, source]) =>
    ids.has(id) ? el("li", { value: numberOf(words, id) }, sourceOf(source)) : [],
  );
  const bases = ["guidance", "judgement"].map((basis) => [
    el("b", null, label(`basis-${basis}`)),
    `: ${said(words, basis)}`,
  ]);
  return folded(label("sources"), list(bases), el("ol", "sources", sources));
}

/** Every source in a part of a decision: whatever rests on one says so in the same way. @param {any} part @returns {string[]} */
const citedIn = (part) => (Object(part) === part ? [part.source, ...Object.values(part).flatMap(citedIn)] : []);

/** @param {Source} source */
const sourceOf = ({ title, url, publisher, edition, read, checked, note }) => [
  para(url ? outwards(title, url) : title, "strong"),
  para([label("source", publisher, edition, label(`read-${read}`), day(checked)), el("span", "screen", ` ${note}`)]),
];

/** A link out of the guide opens beside it, so that nothing here is lost. @param {string} text @param {string} href */
const outwards = (text, href) =>
  el("a", { href, target: "_blank", rel: "noreferrer" }, text, el("span", "unseen", label("new-tab")));
