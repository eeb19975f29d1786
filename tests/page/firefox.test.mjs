// The vital flow in Firefox, and what is on the disk after it.

import { after } from "node:test";
import { testDisk } from "./engines/disk.mjs";
import { openFirefox } from "./engines/firefox.mjs";
import { freshProfile, remove } from "./engines/profile.mjs";
import { testVitalFlow } from "./engines/vital.mjs";

const profile = freshProfile();
testVitalFlow("Firefox", () => openFirefox(profile));
after(() => remove(profile));
testDisk("Firefox", openFirefox);
