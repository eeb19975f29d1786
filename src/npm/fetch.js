// The entry with the core in a file of its own, for bundlers that see from this very expression that they have to take it along.

import { load } from "./core.js";

export * from "./calls.js";

export default function init({ module_or_path = new URL("sgii_guide_bg.wasm", import.meta.url) } = {}) {
  return load(module_or_path);
}
