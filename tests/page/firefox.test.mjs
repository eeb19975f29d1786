// The vital flow in Firefox, what is on the disk after it, and the guide without a connection and in other pages.

import { after } from "node:test";
import { testDisk } from "./engines/disk.mjs";
import { testEmbed } from "./engines/embed.mjs";
import { openFirefox } from "./engines/firefox.mjs";
import { testLookups } from "./engines/lookups.mjs";
import { testOffline } from "./engines/offline.mjs";
import { freshProfile, remove } from "./engines/profile.mjs";
import { testVitalFlow } from "./engines/vital.mjs";

const profile = freshProfile();
testVitalFlow("Firefox", () => openFirefox(profile));
const offline = freshProfile();
testOffline("Firefox", () => openFirefox(offline));
const embedded = freshProfile();
testEmbed("Firefox", () => openFirefox(embedded));
after(() => [profile, offline, embedded].forEach(remove));
testDisk("Firefox", openFirefox);
testLookups(openFirefox);
