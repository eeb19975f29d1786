// The entry for Node, where a program may wait for the core: it is there as soon as the package is.

import bytes from "./bytes.js";
import { loadAtOnce } from "./core.js";

loadAtOnce(bytes);

export * from "./inline.js";
export { default } from "./inline.js";
