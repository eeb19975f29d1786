// The core: WebAssembly that stands in the page as hexadecimal digits, started without any request.

import init, { assess, decode, encode } from "sgii-core";

/**
 * @typedef {Parameters<typeof assess>[0]} Incident
 * @typedef {Incident["nation"]} Nation
 * @typedef {ReturnType<typeof assess>} Decision
 * @typedef {ReturnType<typeof decode>} Reopened
 */

/**
 * Starts the core and sees that it can be relied on. It is compiled beside the page's own thread: Chromium before 115 refuses to
 * compile anything larger than 4 KB on it.
 * @param {string} hex
 * @param {Nation[]} nations
 */
export async function startCore(hex, nations) {
  await init({ module_or_path: bytes(hex) });
  selfTest(nations);
}

/** A new browser has a word for it, and is a hundred times as fast. @param {string} hex */
const bytes = (hex) =>
  /** @type {any} */ (Uint8Array).fromHex?.(hex) ??
  Uint8Array.from(hex.match(/\w\w/g) ?? [], (pair) => Number.parseInt(pair, 16));

/**
 * An empty incident is open in every nation, and a plain emergency is one.
 * @param {Nation[]} nations
 */
function selfTest(nations) {
  for (const nation of nations) {
    const open = assess({ nation, answers: {} });
    const danger = assess({ nation, answers: { "immediate-danger": "yes" } });
    if (!open.next || danger.response.atLeast !== "emergency") throw new Error(`the self-test failed in ${nation}`);
  }
}

export { assess, decode, encode };
