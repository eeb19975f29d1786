// What came of the attempts: kept after every run, and committed as the table in docs/leaks.md.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

/** Whether it came to the trap; a browser may lack what it takes. @typedef {"came" | "nothing came" | "not there"} Fate */

/** What came of a technique from the page without protection, and from the guide. @typedef {{ name: string, control: Fate, guide: Fate }} Result */

/** @typedef {import("./techniques.mjs").Place} Place */

/** @typedef {{ seconds: number, places: Record<Place, Result[]> }} Findings in one browser */

/** Where a run leaves what it found. */
export const KEPT = "target/page/leaks";

/** What is committed of it. */
export const COMMITTED = "tests/leaks/findings";

/** @param {string} engine @param {Findings} findings */
export function keep(engine, findings) {
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(`${KEPT}/${engine}.json`, `${JSON.stringify(findings, null, 1)}\n`);
}

/** @param {string} engine @param {string} [folder] @returns {Findings} */
export const committed = (engine, folder = COMMITTED) => JSON.parse(readFileSync(`${folder}/${engine}.json`, "utf8"));

/** @param {Findings} findings @param {(result: Result) => boolean} which */
export const namesOf = ({ places }, which) =>
  Object.entries(places).flatMap(([place, results]) => results.filter(which).map(({ name }) => `${place}: ${name}`));

/** @param {Findings} findings */
export function summary(findings) {
  const [caught, out] = [
    namesOf(findings, ({ control }) => control === "came"),
    namesOf(findings, ({ guide }) => guide === "came"),
  ];
  return `${caught.length} came from the page without protection, ${out.length} from the guide`;
}
