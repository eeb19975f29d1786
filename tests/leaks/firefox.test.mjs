// The leak suite in Firefox.

import { openFirefox } from "../page/engines/firefox.mjs";
import { freshProfile } from "../page/engines/profile.mjs";
import { testLeaks } from "./suite.mjs";

/** Firefox as people have it, but for WebRTC: on one machine alone it has nobody to speak to unless it may speak to itself. */
const PREFERENCES = {
  "security.fileuri.strict_origin_policy": true,
  "media.peerconnection.ice.loopback": true,
  "media.peerconnection.ice.obfuscate_host_addresses": false,
};

testLeaks("Firefox", () => openFirefox(freshProfile(), PREFERENCES));
