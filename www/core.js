// The core: WebAssembly that stands in the page as text, a character a byte, started without any request.

import init, { assess, decode, encode } from "sgii-core";
import { bytes } from "./bytes.js";

/**
 * @typedef {Parameters<typeof assess>[0]} Incident
 * @typedef {Incident["nation"]} Nation
 * @typedef {ReturnType<typeof assess>} Decision
 * @typedef {ReturnType<typeof decode>} Reopened
 */

/**
 * Starts the core and sees that it can be relied on. It is compiled beside the page's own thread: Chromium before 115 refuses to
 * compile anything larger than 4 KB on it.
 * @param {string} text
 * @param {Nation[]} nations
 */
export async function startCore(text, nations) {
  await init({ module_or_path: bytes(text) });
  selfTest(nations);
}

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
