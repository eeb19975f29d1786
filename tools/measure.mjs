// What a few incidents ask of whoever answers, measured on the page that is served, and written beside the pictures of it.

import { writeFileSync } from "node:fs";
import { answerScreen, begin, view } from "../tests/page/hands.mjs";
import { answersOf, WALKS } from "../tests/page/walks.mjs";

/** @typedef {import("playwright-core").Page} Page */

const NATIONS = { england: "England", wales: "Wales", scotland: "Scotland", "northern-ireland": "Northern Ireland" };

const HEAD = `# The page in pictures and in numbers

<!-- Written by \`cargo xtask pictures\`, with every picture in this folder. -->

Each picture is of one incident: a stranger online demands money from a pupil.

| | desktop, 1280 pixels | tablet, 820 pixels | phone, 320 pixels |
|---|---|---|---|
`;

const MEASURED = `
## How much there is to read and to answer

Every question that comes to stand on a screen is answered, by keyboard. Words are those in sight when a screen is left, or when the
outcome is shown, without what is opened on demand and without the bar.

| incident | nation | screens of questions | questions | words on them | words on the outcome |
|---|---|--:|--:|--:|--:|
`;

/** Words in sight. @param {Page} page */
const words = (page) => page.evaluate(() => document.getElementById("app")?.innerText.match(/\S+/g)?.length ?? 0);

/** A row of the table. @param {Page} page @param {import("../tests/page/walks.mjs").Walk} walk */
async function row(page, walk) {
  await begin(page, walk.nation);
  const asked = [];
  let read = 0;
  while ((await view(page)) === "questions") {
    const answered = await answerScreen(page, answersOf(walk), async () => {
      read += await words(page);
    });
    asked.push(answered);
  }
  const nation = NATIONS[/** @type {keyof typeof NATIONS} */ (walk.nation)];
  return [walk.story, nation, asked.length, asked.flat().length, read, await words(page)];
}

/**
 * Writes the page about the pictures.
 * @param {string} folder
 * @param {string[]} pictures the rows of the table of pictures
 * @param {() => Promise<Page>} open the guide at its start
 */
export async function writeMeasured(folder, pictures, open) {
  const rows = [];
  for (const walk of WALKS) {
    const page = await open();
    rows.push(await row(page, walk));
    await page.close();
  }
  const table = rows.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
  writeFileSync(`${folder}/README.md`, HEAD + pictures.join("") + MEASURED + table);
}
