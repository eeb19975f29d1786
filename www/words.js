// The policy's words, as they stand in the page: most in the written guidance, the rest in a block of data. They are spoken in
// the words of one nation.

/**
 * @typedef {"yes" | "no" | "unsure"} Answer
 * @typedef {"response" | "recording" | "typology" | "scope"} Axis
 * @typedef {{ id: string, title: string, status: string, checked: string, reviewBy: string }} Edition
 * @typedef {object} Question
 * @property {string} group
 * @property {string} ask
 * @property {string} hint
 * @property {string} [more] what else counts
 * @property {string} why
 * @property {string} unknown
 * @property {string} [known] what a call says of a yes
 * @property {string} [open] what a call says is not known
 * @property {string[][]} [askedWhen]
 * @property {true} [alwaysMatters]
 *
 * @typedef {{ name: string, says: string[], crimes?: string[], label?: string, outcomes?: string[] }} Value
 * @typedef {{ title: string, publisher: string, edition: string, read: Depth, checked: string, reviewBy: string, url?: string, note: string }} Source
 * @typedef {"full-text" | "summary" | "excerpt" | "not-read"} Depth
 * @typedef {{ text: string, why: string }} Saying
 *
 * @typedef {object} Words
 * @property {string} lang the language of the words
 * @property {string[]} fallen the entries that are English all the same, such as `step/refer-now`
 * @property {Edition} edition
 * @property {Record<string, { name: string }>} nation
 * @property {Record<string, Record<string, string>>} term what is said in each nation, and `neutral` where none is chosen
 * @property {Record<string, string>} terms what is said here
 * @property {Record<string, { heading: string, intro?: string }>} group
 * @property {Record<string, Question>} question in file order
 * @property {Record<string, string>} reading
 * @property {Record<Axis, Record<string, string>>} rule
 * @property {Record<Axis, Record<string, Value>>} value
 * @property {Record<string, string>} unpublished
 * @property {Record<string, Saying>} step
 * @property {Record<string, Saying>} never
 * @property {Record<string, Saying>} route
 * @property {Record<string, { name: string }>} person
 * @property {Record<string, string>} line what stands on the people's cards
 * @property {Record<string, string>} call
 * @property {Record<string, { name: string, missing?: string }>} contact by kind
 * @property {Record<string, string[]>} notice
 * @property {Record<string, Source>} source
 */

/** What names an entry in the written guidance, and what says a text of the entry that was named last. */
const MARKED = "[id*='/'], [data-entry], [data-says], [data-each]";

/**
 * All the words, as one block of data in which terms stand in braces.
 * @param {string} block what the written guidance does not say
 * @param {Element} $guidance
 * @throws {Error} if the guidance lacks a text
 */
export function wholeWords(block, $guidance) {
  const { written, ...words } = JSON.parse(block);
  let named = "";
  let found = 0;
  for (const $marked of $guidance.querySelectorAll(MARKED)) {
    const { id, dataset } = /** @type {HTMLElement} */ ($marked);
    const { entry = id, each, says = each } = dataset;
    if (entry) named = entry;
    const text = says !== undefined && braced($marked);
    if (!text) continue;
    found += 1;
    const [last = "", ...outer] = `${named}/${says}`.split("/").filter(Boolean).reverse();
    const within = outer.reduceRight((all, key) => (all[key] ??= {}), words);
    within[last] = each === undefined ? text : [...(within[last] ?? []), text];
  }
  if (found !== written) throw new Error(`the guidance has ${found} texts, and not ${written}`);
  return JSON.stringify(words);
}

/** What an element says, with the names of terms in braces. @param {Element} $text */
const braced = ($text) =>
  Array.from($text.childNodes, ($piece) => {
    const { term } = /** @type {HTMLElement} */ ($piece).dataset ?? {};
    return term ? `{${term}}` : $piece.textContent;
  }).join("");

/**
 * The words with every term said the nation's way; without a nation, the neutral way.
 * @param {string} block all the words
 * @param {string} [nation]
 * @returns {Words}
 */
export function wordsFor(block, nation = "neutral") {
  /** @type {Words} */
  const plain = JSON.parse(block);
  /** @type {Record<string, string>} */
  const terms = {};
  for (const [id, said] of Object.entries(plain.term)) terms[id] = said[nation] ?? said.neutral ?? "";
  const spoken = JSON.parse(block, (_, value) => (typeof value === "string" ? put(value, terms) : value));
  return { ...spoken, terms };
}

/**
 * A text with what stands for each name in braces.
 * @param {string} text
 * @param {any} values texts and numbers by name, or in the order of their places
 */
export const put = (text, values) => text.replace(/\{([\w-]+)\}/g, (braced, name) => values[name] ?? braced);

/**
 * The sentences of a notice. What is said about safeguarding may not go missing in silence.
 * @param {Words} words
 * @param {string} id
 * @returns {string[]}
 * @throws {Error} if the policy has none of that name
 */
export function notice(words, id) {
  const says = words.notice[id];
  if (!says) throw new Error(`there is no notice "${id}"`);
  return says;
}

/** A notice as running text. @param {Words} words @param {string} id */
export const said = (words, id) => notice(words, id).join(" ");
