// What Chromium leaves on the disk.

import { openChromium } from "./engines/chromium.mjs";
import { testDisk } from "./engines/disk.mjs";

testDisk("Chromium", openChromium);
