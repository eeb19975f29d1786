// The leak suite in Chromium, as it is started by people: every frame in the process that it would have, and QUIC allowed.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "node:test";
import { openChromium } from "../page/engines/chromium.mjs";
import { freshProfile } from "../page/engines/profile.mjs";
import { LAUNCH } from "../page/hands.mjs";
import { headersFor } from "../page/hosted.mjs";
import { testClosed, testLeaks } from "./suite.mjs";

const args = LAUNCH.args.filter((arg) => !/quic|IsolateSandboxedIframes/.test(arg));
const open = (profile = freshProfile()) => openChromium(profile, { ...LAUNCH, args });

/** A profile as the policy `NetworkPredictionOptions` = 2 leaves it. */
function withoutPredictions() {
  const profile = freshProfile();
  mkdirSync(join(profile, "Default"));
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify({ net: { network_prediction_options: 2 } }));
  return profile;
}

testLeaks("Chromium", () => open());
suite("Chromium, with something besides the guide itself", { concurrency: true }, () => {
  testClosed("Chromium", "under the headers made for hosts", () => open(), {
    headers: headersFor("strict", "/guide.html"),
  });
  testClosed("Chromium", "once its worker keeps it", () => open(), { kept: true });
  testClosed("Chromium", "where the browser is told not to connect beforehand", () => open(withoutPredictions()), {
    place: "file",
  });
});
