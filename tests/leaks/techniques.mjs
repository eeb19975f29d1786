// Every technique known to us by which a script within a page could tell somebody something.
// Each is tried from where the answers are, and on a page without protection, which shows that the trap works.

import { BY_KEEPING } from "./techniques/by-keeping.mjs";
import { BY_LEAVING } from "./techniques/by-leaving.mjs";
import { BY_LINK } from "./techniques/by-link.mjs";
import { BY_MARKUP, LOOK_UP } from "./techniques/by-markup.mjs";
import { BY_SCRIPT } from "./techniques/by-script.mjs";
import { BY_STYLE } from "./techniques/by-style.mjs";

/** @typedef {import("./trap.mjs").Way} Way */

/** Where a page is open: from its host, from a file, or from its host within another page. @typedef {"http" | "file" | "framed"} Place */

/**
 * @typedef {object} Technique
 * @property {string} name
 * @property {(way: Way) => unknown} [run] what is done; it runs in the page and knows nothing but the way and what `in-page.mjs` names
 * @property {(way: Way) => string} [markup] what is put into the page instead
 * @property {(url: string) => string} [style] a style sheet that a script makes instead
 * @property {() => boolean} [needs] whether this browser has what it takes; it runs in a page without protection
 * @property {boolean} [goes] leaves the page, so each has a page of its own
 * @property {boolean} [pressed] is done as a person presses a key
 * @property {boolean} [wide] of the page's own host, so there is none on `file://`
 * @property {boolean} [framed] is for a page within another
 * @property {(engine: string) => boolean} [known] whether it gets out of the guide, as is said under the table
 */

/** @type {Technique[]} */
export const TECHNIQUES = [...BY_SCRIPT, ...BY_MARKUP, ...BY_STYLE, ...BY_LINK, LOOK_UP, ...BY_KEEPING, ...BY_LEAVING];

/** Those that there are in such a place. @param {Place} place */
export const techniquesIn = (place) =>
  TECHNIQUES.filter(({ wide, framed }) => (place === "framed") === Boolean(framed) && !(wide && place === "file"));
