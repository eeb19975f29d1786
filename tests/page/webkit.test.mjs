// The vital flow in WebKit, the guide without a connection and in other pages, and the record on paper.

import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { testEmbed } from "./engines/embed.mjs";
import { testOffline } from "./engines/offline.mjs";
import { assertRecord, printedTo } from "./engines/paper.mjs";
import { freshProfile, remove } from "./engines/profile.mjs";
import { testVitalFlow } from "./engines/vital.mjs";
import { openWebKit } from "./engines/webkit.mjs";
import { GUIDE_URL, SEXTORTION } from "./support.mjs";

testVitalFlow("WebKit", openWebKit);
testOffline("WebKit", openWebKit);
testEmbed("WebKit", openWebKit);

/** WebKit sets no columns on paper, and nothing but what the story tells is answered. */
const MOST = 10;

/** What Debian's own Python needs to open WebKitGTK by itself. */
const BINDINGS = ["-c", 'import gi; gi.require_version("WebKit2", "4.1")'];

test("WebKit: the record takes few sheets of A4", async (t) => {
  const python = "/usr/bin/python3";
  if (spawnSync(python, BINDINGS).status !== 0) return t.skip("python3-gi and gir1.2-webkit2-4.1 are not installed");
  const folder = freshProfile();
  t.after(() => remove(folder));
  const incident = JSON.stringify({ nation: "england", answers: SEXTORTION });
  const code = execFileSync("target/debug/sgii", ["code"], { input: incident, encoding: "utf8" }).trim();
  const paper = join(folder, "paper.pdf");
  const print = [python, "tests/page/engines/webkit_paper.py", GUIDE_URL, code, paper];
  execFileSync("xvfb-run", ["--auto-servernum", "dbus-run-session", "--", ...print], {
    stdio: "ignore",
    timeout: 90_000,
  });
  t.diagnostic(`${assertRecord(await printedTo(paper), MOST)} sheets`);
});
