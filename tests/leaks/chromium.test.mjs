// The leak suite in Chromium, as it is started by people: every frame in the process that it would have, and QUIC allowed.

import { openChromium } from "../page/engines/chromium.mjs";
import { freshProfile } from "../page/engines/profile.mjs";
import { LAUNCH } from "../page/hands.mjs";
import { testLeaks } from "./suite.mjs";

const args = LAUNCH.args.filter((arg) => !/quic|IsolateSandboxedIframes/.test(arg));
testLeaks("Chromium", () => openChromium(freshProfile(), { ...LAUNCH, args }));
