// The record as Chromium prints it from the vault, when its own button is pressed.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { assertRecord, printedTo } from "./engines/paper.mjs";
import { freshProfile, remove } from "./engines/profile.mjs";
import { openScreen } from "./engines/screen.mjs";
import { AI_FAKE, answerAll, begin, GUIDE_URL, LAUNCH, MUTUAL, press, SEXTORTION } from "./support.mjs";
import { inVault } from "./vault.mjs";

/** The printer that a person last chose, as Chromium remembers it. */
const TO_A_FILE = JSON.stringify({
  version: 2,
  recentDestinations: [{ id: "Save as PDF", origin: "local", account: "" }],
  selectedDestinationId: "Save as PDF",
});

/** What a print is called tells nothing. */
const NAMED = "Next steps – Response guide.pdf";

/** @param {string} profile */
function choosePrinter(profile) {
  mkdirSync(join(profile, "Default"), { recursive: true });
  const settings = {
    printing: { print_preview_sticky_settings: { appState: TO_A_FILE } },
    savefile: { default_directory: profile },
  };
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify(settings));
}

/** @type {Awaited<ReturnType<typeof openScreen>>} */
let screen;
before(async () => {
  screen = await openScreen();
});
after(() => screen?.close());

for (const [name, story] of Object.entries({ MUTUAL, SEXTORTION, AI_FAKE })) {
  test(`the record takes few sheets of A4: ${name}`, async (t) => {
    const profile = freshProfile();
    choosePrinter(profile);
    const context = await chromium.launchPersistentContext(profile, {
      ...LAUNCH,
      headless: false,
      args: [...LAUNCH.args, "--kiosk-printing"],
      env: { ...process.env, DISPLAY: screen.display },
    });
    t.after(async () => {
      await context.close();
      remove(profile);
    });
    const page = inVault(context.pages()[0] ?? (await context.newPage()));
    await page.goto(GUIDE_URL);
    await begin(page);
    await answerAll(page, story);
    await press(page, "Print this record");
    t.diagnostic(`${assertRecord(await printedTo(join(profile, NAMED)))} sheets`);
  });
}
