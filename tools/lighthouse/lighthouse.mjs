// Lighthouse on the shipped bytes, from a host that packs as hosts do. Ends badly unless every score is 100, and names what cost
// points. A page that is dead can score 100 too, so before anything else the guide has to start without an error.

import assert from "node:assert/strict";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";
import { openHost } from "../../tests/bench/host.mjs";
import { LAUNCH } from "../../tests/page/hands.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices"];

/** What else the machine does costs points and gives none: the best of at most so many runs counts. */
const RUNS = 5;

const host = await openHost();
const guide = `${host.url}guide.html`;
try {
  assert.deepEqual(await inBrowser(errors), [], "errors in the console");
  let lost = ["no run"];
  for (let run = 0; run < RUNS && lost.length > 0; run += 1) lost = await inBrowser(pointsLost);
  assert.deepEqual(lost, [], `not 100, for\n${lost.join("\n")}`);
} finally {
  host.close();
}

/** What a page in a browser of its own comes to. @param {(page: import("puppeteer-core").Page) => Promise<string[]>} does */
async function inBrowser(does) {
  const browser = await puppeteer.launch(LAUNCH);
  try {
    return await does(await browser.newPage());
  } finally {
    await browser.close();
  }
}

/** What is complained of until the guide has started and is kept. @param {import("puppeteer-core").Page} page */
async function errors(page) {
  const heard = [];
  page.on("console", (message) => message.type() === "error" && heard.push(message.text()));
  page.on("pageerror", (error) => heard.push(String(error)));
  await page.goto(guide);
  await page.waitForSelector("body.up");
  await page.waitForSelector("#offline:not(:empty)");
  return heard;
}

/** Prints the scores and what makes performance, and gives each audit that cost points. @param {import("puppeteer-core").Page} page */
async function pointsLost(page) {
  const { lhr } = await lighthouse(guide, { onlyCategories: CATEGORIES, logLevel: "error" }, undefined, page);
  assert.equal(lhr.runtimeError, undefined);
  const all = CATEGORIES.map((name) => lhr.categories[name]);
  const says = ({ title, displayValue, score }) => `${title}: ${displayValue ?? score}`;
  const counted = (category) => category.auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => lhr.audits[id]);
  console.log(all.map(({ title, score }) => `${title} ${Math.round(score * 100)}`).join(", "));
  console.log(`  ${counted(all[0]).map(says).join(", ")}`);
  const short = all.filter(({ score }) => Math.round(score * 100) < 100);
  return short
    .flatMap(counted)
    .filter(({ score }) => score !== null && score < 1)
    .map(says);
}
