// The core's bytes. esbuild puts them in as text, so that no other tool has to know what to do with a .wasm file.

import bytes from "./sgii_guide_bg.wasm";

export default /** @type {Uint8Array<ArrayBuffer>} */ (/** @type {unknown} */ (bytes));
