// The two cores that ship, as the build has left them, in Node.

import { readFileSync } from "node:fs";
import { bytes } from "../../www/bytes.js";

/** @typedef {{ assess: (incident: any) => any, encode: (incident: any) => string, decode: (code: any) => any }} Core */

/** What the build has written, without types. @param {string} file @returns {Promise<any>} */
const built = (file) => import(`${process.cwd()}/target/page/${file}`);

const bindings = await built("core.js");
const withoutWasm = await built("plain-core/core.js");
await withoutWasm.default({ module_or_path: readFileSync("target/page/plain-core/tables") });

/** The WebAssembly of the page, as it ships, and the memory that it has. @returns {{ core: Core, memory: WebAssembly.Memory }} */
export function shipped() {
  const page = readFileSync("dist/guide.html", "utf8");
  const text = /<script type="text\/plain" id="core">([^<]+)<\/script>/.exec(page)?.[1];
  const exports = bindings.initSync({ module: bytes(text ?? "") });
  const memory = Object.values(exports).find((value) => value instanceof WebAssembly.Memory);
  return { core: bindings, memory: /** @type {WebAssembly.Memory} */ (memory) };
}

/** The core of the page for a browser without WebAssembly. @returns {Core} */
export const plain = () => withoutWasm;
