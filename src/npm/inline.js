// The usual entry: the core is inside, so nothing has to be found or fetched.

import bytes from "./bytes.js";
import { load } from "./core.js";

export * from "./calls.js";

export default function init({ module_or_path = bytes } = {}) {
  return load(module_or_path);
}
