// What is timed in Node: the page's core as it ships, the package with its words, and other engines. Prints tables as
// lines of fields with a tab between, which `cargo xtask bench` puts together. Times are nanoseconds.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { byJsonLogic, byJsonRulesEngine, chain, loop } from "./engines.mjs";
import { less, row, times } from "./timing.mjs";

const MADE = new URL("../../target/", import.meta.url);
const { incidents, worlds, table } = JSON.parse(readFileSync(new URL("bench/workload.json", MADE), "utf8"));
const RESPONSES = [undefined, "school-led", "seek-advice", "refer-now", "emergency"];
const NATIVE = "native: JSON text in, full Decision out";
const CHAIN = "JavaScript: the table as a chain of `if`";
/** The rules engine takes its time. */
const FEW = 200;

// A refusal is timed as it would be without the engine's tracing of where it arose.
Error.stackTraceLimit = 0;

const page = await core("page/core.js", "page/core.wasm");
const pageParts = await core("bench/page/parts.js", "bench/page/parts.wasm");
const npm = await core("bench/npm/parts.js", "bench/npm/parts.wasm");
const engines = [chain, loop, byJsonLogic, byJsonRulesEngine].map((engine) => engine(table));

await allAgree();
await wholeDecisions();
await responseAlone();

async function core(script, module) {
  const bindings = await import(new URL(script, MADE).href);
  bindings.initSync({ module: readFileSync(new URL(module, MADE)) });
  return bindings;
}

/** Before anything is timed: all come to one response in every world. */
async function allAgree() {
  const engineNames = engines.map((engine, place) => [`engine ${place}`, (world) => engine(world.facts)]);
  const cores = [
    ["page", (world) => page.assess(world.incident).response.atLeast],
    ["package", (world) => npm.assess(world.incident).response.atLeast],
    ["package, packed", (world) => RESPONSES[npm.responseBounds(...world.packed) & 0xff]],
  ];
  for (const world of worlds) {
    for (const [name, response] of [...engineNames, ...cores]) {
      assert.equal(await response(world), world.response ?? undefined, `${name}: ${JSON.stringify(world.incident)}`);
    }
  }
  const reached = new Set(worlds.map((world) => world.response));
  assert.ok(
    RESPONSES.every((response) => reached.has(response ?? null)),
    `only ${[...reached]} are reached`,
  );
}

async function wholeDecisions() {
  const refusal = (core) => {
    const unknown = incidents.map(({ incident }) => ({ ...incident, unknown: true }));
    return (item) => {
      try {
        core.assess(unknown[item]);
      } catch {
        return;
      }
      assert.fail("an unknown field was not refused");
    };
  };
  const whole = (core) => (item) => core.assess(incidents[item].incident);
  const part = (part) => (item) => part(...incidents[item].packed);
  const tasks = {
    page: whole(page),
    pageReading: refusal(page),
    pageDeciding: part(pageParts.decide),
    npm: whole(npm),
    npmReading: refusal(npm),
    npmDeciding: part(npm.decide),
    npmExplaining: part(npm.explain),
  };
  const taken = await times(Object.values(tasks), incidents.length);
  const took = Object.fromEntries(Object.keys(tasks).map((name, place) => [name, taken[place]]));
  console.log("table\tA whole Decision\tmedian\t9 in 10 within\tworst");
  const PAGE = "WebAssembly, the page's core: object in, full Decision out";
  row(PAGE, NATIVE, took.page);
  row("page's core: of it, reading the incident", PAGE, took.pageReading);
  row("page's core: of it, deciding", PAGE, took.pageDeciding);
  row(
    "page's core: of it, making JavaScript's objects",
    PAGE,
    less(less(took.page, took.pageReading), took.pageDeciding),
  );
  const NPM = "WebAssembly, the package, with words: object in, full Decision out";
  row(NPM, NATIVE, took.npm);
  row("package: of it, reading the incident", NPM, took.npmReading);
  row("package: of it, deciding", NPM, took.npmDeciding);
  row("package: of it, putting it into words", NPM, less(took.npmExplaining, took.npmDeciding));
  row("package: of it, making JavaScript's objects", NPM, less(less(took.npm, took.npmReading), took.npmExplaining));
}

async function responseAlone() {
  const some = worlds.slice(0, FEW);
  const [written, looped, logic, rules] = engines;
  const each = (of, run) => () => of.forEach(run);
  const tasks = [
    [CHAIN, "", worlds, each(worlds, ({ facts }) => written(facts))],
    ["JavaScript: the table in a loop", CHAIN, worlds, each(worlds, ({ facts }) => looped(facts))],
    ["json-logic-js", CHAIN, some, each(some, ({ facts }) => logic(facts))],
    ["json-rules-engine", CHAIN, some, () => inTurn(some, ({ facts }) => rules(facts))],
    ["WebAssembly, the package: packed answers to response bounds", CHAIN, worlds, each(worlds, packed)],
    [
      "WebAssembly, the page's core: a whole Decision for it",
      CHAIN,
      some,
      each(some, ({ incident }) => page.assess(incident)),
    ],
  ];
  const taken = await times(
    tasks.map(([, , , run]) => run),
    1,
  );
  console.log("table\tThe response alone\tmedian");
  for (const [place, [name, against, of]] of tasks.entries()) {
    console.log(["row", name, against, (taken[place][0] / of.length).toFixed(1)].join("\t"));
  }
}

function packed(world) {
  return npm.responseBounds(world.packed[0], world.packed[1], world.packed[2], world.packed[3]);
}

async function inTurn(of, run) {
  for (const one of of) await run(one);
}
