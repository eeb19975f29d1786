// The vital flow in WebKit.

import { testVitalFlow } from "./engines/vital.mjs";
import { openWebKit } from "./engines/webkit.mjs";

testVitalFlow("WebKit", openWebKit);
