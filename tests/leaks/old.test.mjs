// The leak suite in the oldest real Chromium that each page is promised to run in, or the nearest one that npm keeps. What they lack
// is no fault of the guide: only what comes out of it is.

import { openOld, programOf } from "../page/engines/old.mjs";
import { freshProfile } from "../page/engines/profile.mjs";
import { testLeaks } from "./suite.mjs";

/** Each page, and the packed program within `tests/old`. */
const OLD = {
  "guide.html": "@sparticuz/chromium/bin/chromium.br",
  "guide-nowasm.html": "chrome-aws-lambda/bin/chromium-72.0.3617.0.br",
};

for (const [guide, from] of Object.entries(OLD))
  testLeaks(`Old Chromium for ${guide}`, () => openOld(programOf(from), freshProfile()), {
    guide,
    // A page within another is in a process of its own, where these drivers do not reach.
    places: ["http", "file"],
    compared: false,
  });
