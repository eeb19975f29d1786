// What every entry exports besides `init`.

import { guarded } from "./core.js";
import * as bindings from "./sgii_guide.js";

export const assess = guarded(bindings.assess);
export const decode = guarded(bindings.decode);
export const encode = guarded(bindings.encode);
export const policy = guarded(bindings.policy);
export const responseBounds = guarded(bindings.responseBounds);
export const version = guarded(bindings.version);
