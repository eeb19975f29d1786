// Pictures of one incident for those who read about the guide. `cargo xtask pictures` runs this against the served page.

import { mkdirSync } from "node:fs";
import { answerScreen, answerUpTo, begin, openBrowser, SEXTORTION, view } from "../tests/page/hands.mjs";
import { inVault } from "../tests/page/vault.mjs";
import { writeMeasured } from "./measure.mjs";

const folder = process.argv[2] ?? "www/pictures";

/** An A4 sheet at 96 pixels an inch. */
const SHEET = { width: 794, height: 1123 };

const screens = {
  desktop: { width: 1280, height: 900 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 320, height: 640 },
};

mkdirSync(folder, { recursive: true });
const browser = await openBrowser();

/** The guide at its start. @param {{ width: number, height: number }} viewport */
async function open(viewport) {
  const page = inVault(await browser.newPage({ viewport }));
  await page.goto(process.env.GUIDE_URL ?? "");
  return page;
}

for (const [name, viewport] of Object.entries(screens)) {
  const page = await open(viewport);
  const take = (/** @type {string} */ of) => page.screenshot({ path: `${folder}/${of}-${name}.png` });
  await take("start");
  await begin(page);
  await answerUpTo(page, "adult-involved", { ...SEXTORTION, threatened: "no" });
  await page.evaluate(() => scrollTo(0, 0));
  await take("question");
  await page.check('input[name="coerced"][value="yes"]');
  await page.evaluate(() => scrollTo(0, 0));
  await take("banner");
  while ((await view(page)) === "questions") await answerScreen(page, SEXTORTION);
  await take("outcome");
  if (name === "desktop") {
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize(SHEET);
    await page.evaluate(() => {
      document.body.style.padding = "14mm";
    });
    await take("record");
  }
  await page.close();
}

const pictures = ["start", "question", "banner", "outcome"].map((of) => {
  const cells = Object.keys(screens).map((name) => `![${of}, ${name}](${of}-${name}.png)`);
  return `| ${[of, ...cells].join(" | ")} |\n`;
});
const record = "\nThe first sheet of the record, as it prints on A4:\n\n![record](record-desktop.png)\n";
await writeMeasured(folder, [...pictures, record], () => open(screens.desktop));
await browser.close();
