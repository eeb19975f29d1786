// The core, and whether it is there yet.

import * as bindings from "./sgii_guide.js";

let loaded = false;

/** @param {string | object} module_or_path Whatever the bindings can make a core of. */
export async function load(module_or_path) {
  await bindings.default({ module_or_path });
  loaded = true;
}

/** Not for pages: older browsers refuse to wait for so many bytes. @param {Uint8Array<ArrayBuffer>} module */
export function loadAtOnce(module) {
  bindings.initSync({ module });
  loaded = true;
}

/** The same call, refused in plain words while there is no core. @template {unknown[]} G @template T @param {(...given: G) => T} call */
export const guarded =
  (call) =>
  /** @param {G} given */
  (...given) => {
    if (!loaded) throw new Error("the core is not loaded yet: call `await init()` first");
    return call(...given);
  };
