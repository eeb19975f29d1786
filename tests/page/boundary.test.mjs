// What JavaScript gives the two cores that ship, and what they give back: nothing wrong traps, takes long or takes room,
// and no prototype that somebody has changed takes or hides anything.

import assert from "node:assert/strict";
import { test } from "node:test";
import { plain, shipped } from "./cores.mjs";

/** @typedef {import("./cores.mjs").Core} Core */

const { core: wasm, memory } = shipped();

/** @type {readonly (readonly [name: string, core: Core])[]} */
const CORES = [
  ["WebAssembly", wasm],
  ["the build without WebAssembly", plain()],
];

/** What is no text, and what it is called. @type {readonly (readonly [value: unknown, name: string])[]} */
const NO_TEXT = [
  [undefined, "nothing"],
  [null, "null"],
  [5, "a number"],
  [Number.NaN, "a number"],
  [true, "true or false"],
  [5n, "a bigint"],
  [Symbol("a"), "a symbol"],
  [() => 0, "a function"],
  [[], "a list"],
  [{}, "an object"],
  [{ length: 1e9 }, "an object"],
  [Object("1F7K"), "an object that is not plain"],
  [new Uint8Array(9), "an object that is not plain"],
  [new Proxy({}, {}), "an object"],
];

for (const [name, core] of CORES) {
  test(`${name}: what is no case code is refused in words`, () => {
    for (const [value, found] of NO_TEXT) {
      const message = `found ${found}, expected a case code as a text`;
      assert.throws(() => core.decode(value), { name: "Error", message });
    }
    const message = "it has 3,000,000 characters, and should have 32 letters and digits";
    assert.throws(() => core.decode(" 1 ".repeat(1e6)), { name: "Error", message });
  });

  test(`${name}: what is no incident is refused in words`, () => {
    const expected = "expected an object with `nation` and `answers`";
    for (const take of [core.assess, core.encode]) {
      for (const [value, found] of NO_TEXT.filter(([, found]) => found !== "an object")) {
        assert.throws(() => take(value), { name: "Error", message: `found ${found}, ${expected}` });
      }
      assert.throws(() => take("england"), { name: "Error", message: `found \`england\`, ${expected}` });
    }
  });

  test(`${name}: a hundred thousand unknown keys are counted`, () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, place) => [`k${place}`, "yes"]));
    const before = memory.buffer.byteLength;
    for (const incident of [
      { nation: "england", answers: {}, ...many },
      { nation: "england", answers: many },
    ]) {
      const { message } = /** @type {Error} */ (caught(() => core.assess(incident)));
      assert.ok(message.length < 5_000, `${message.length}`);
      assert.equal(message.split("\n").length, 21);
      assert.match(message, /\nand 99,980 more$/);
    }
    assert.ok(memory.buffer.byteLength - before <= 2 ** 20, "it takes room");
  });

  test(`${name}: of a text without an end the beginning is shown`, () => {
    const long = "x".repeat(50_000_000);
    const before = memory.buffer.byteLength;
    const { message } = /** @type {Error} */ (caught(() => core.assess({ nation: long, answers: { [long]: long } })));
    assert.match(message, /^found `x{60}…` as `nation`.*\n`x{60}…` is not a question/);
    assert.ok(memory.buffer.byteLength - before <= 2 ** 20, "it takes room");
  });

  test(`${name}: no prototype takes or hides what comes back`, () => {
    const incident = { nation: "england", answers: { "child-imagery": "yes", coerced: "yes" } };
    const ways = [() => core.assess(incident), () => core.decode(core.encode(incident))];
    for (const way of ways) {
      const expected = JSON.stringify(way());
      const keys = [...fieldsOf(way()), ..."0123456789"];
      let taken = 0;
      for (const field of [{ set: () => ++taken }, { value: "hidden" }]) {
        const found = polluted(keys, field, () => JSON.stringify(way()));
        assert.equal(found, expected);
      }
      assert.equal(taken, 0);
    }
  });
}

/** @param {() => unknown} act */
function caught(act) {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

/** The names of all fields, however deep. @param {unknown} value @returns {Set<string>} */
function fieldsOf(value) {
  const deeper = Object.entries(/** @type {object} */ (value)).filter(([, held]) => typeof held === "object");
  return new Set([...Object.keys(/** @type {object} */ (value)), ...deeper.flatMap(([, held]) => [...fieldsOf(held)])]);
}

/** What comes of an act while both prototypes have these keys. @template T @param {string[]} keys @param {PropertyDescriptor} field @param {() => T} act */
function polluted(keys, field, act) {
  const prototypes = [Object.prototype, Array.prototype];
  const there = prototypes.flatMap((prototype) =>
    keys.filter((key) => !Object.hasOwn(prototype, key)).map((key) => /** @type {const} */ ([prototype, key])),
  );
  const descriptor = Object.assign(Object.create(null), field, { configurable: true });
  for (const [prototype, key] of there) Object.defineProperty(prototype, key, descriptor);
  try {
    return act();
  } finally {
    for (const [prototype, key] of there) Reflect.deleteProperty(prototype, key);
  }
}
