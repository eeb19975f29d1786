// The core: WebAssembly that stands in the page as hexadecimal digits, started without any request.

import { assess, initSync } from "sgii-core";

/**
 * @typedef {Parameters<typeof assess>[0]} Incident
 * @typedef {Incident["nation"]} Nation
 * @typedef {ReturnType<typeof assess>} Decision
 */

/** Starts the core and sees that it can be relied on. @param {string} hex @param {Nation[]} nations */
export function startCore(hex, nations) {
  initSync({ module: bytes(hex) });
  selfTest(nations);
}

/** @param {string} hex */
const bytes = (hex) => Uint8Array.from(hex.match(/\w\w/g) ?? [], (pair) => Number.parseInt(pair, 16));

/**
 * An empty incident is open in every nation, and a plain emergency is one.
 * @param {Nation[]} nations
 */
function selfTest(nations) {
  for (const nation of nations) {
    expect(assess({ nation, answers: {} }).ask.length > 0, `nothing to ask in ${nation}`);
    const known = assess({ nation, answers: { "immediate-danger": "yes" } });
    expect(known.response.atLeast === "emergency", `no emergency in ${nation}`);
  }
}

/** @param {boolean} holds @param {string} complaint */
function expect(holds, complaint) {
  if (!holds) throw new Error(`self-test: ${complaint}`);
}

export { assess };
