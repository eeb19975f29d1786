// The response alone by other means: one small two-valued table, of yes and no, in four engines. They do far less than
// the guide: nothing is ever not known, nothing is left open, and nothing is explained.

import jsonLogic from "json-logic-js";
import { Engine } from "json-rules-engine";

/** @typedef {{ when: Record<string, boolean>, then: string }} Row the first row that is met decides */

/** The table read row by row, as one would write it by hand. @param {Row[]} table */
export function loop(table) {
  const rows = table.map(({ when, then }) => ({ cells: Object.entries(when), then }));
  return (facts) => rows.find(({ cells }) => cells.every(([question, answer]) => facts[question] === answer))?.then;
}

/** The table written out as one function, as one would write it by hand for speed. @param {Row[]} table */
export function chain(table) {
  const cell = ([question, answer]) => `${answer ? "" : "!"}facts[${JSON.stringify(question)}]`;
  const line = ({ when, then }) =>
    `if (${Object.entries(when).map(cell).join(" && ")}) return ${JSON.stringify(then)};`;
  return new Function("facts", table.map(line).join("\n"));
}

/** @param {Row[]} table */
export function byJsonLogic(table) {
  const cell = ([question, answer]) => (answer ? { var: question } : { "!": { var: question } });
  const rule = { if: table.flatMap(({ when, then }) => [{ and: Object.entries(when).map(cell) }, then]) };
  return (facts) => jsonLogic.apply(rule, facts) ?? undefined;
}

/** Each row is a rule; of those that are met, the one that stands first counts. @param {Row[]} table */
export function byJsonRulesEngine(table) {
  const engine = new Engine();
  for (const [place, { when, then }] of table.entries()) {
    const all = Object.entries(when).map(([fact, value]) => ({ fact, operator: "equal", value }));
    engine.addRule({ conditions: { all }, event: { type: then, params: { place } } });
  }
  return async (facts) => {
    const { events } = await engine.run(facts);
    return events.sort((one, other) => one.params.place - other.params.place)[0]?.type;
  };
}
