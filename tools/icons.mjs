// The icons of the installed guide, drawn from the one in the page. `cargo xtask pictures` runs this.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { openBrowser } from "../tests/page/hands.mjs";

/** By name: how many pixels wide, and whether the system cuts its own shape out of it. */
export const ICONS = {
  192: { size: 192, cut: false },
  512: { size: 512, cut: false },
  maskable: { size: 512, cut: true },
  touch: { size: 180, cut: true },
};

/** The page's icon, as SVG. */
export const drawing = () =>
  decodeURIComponent(/href="data:image\/svg\+xml,([^"]*)"/.exec(readFileSync("www/index.html", "utf8"))?.[1] ?? "");

/** The drawing for a system that cuts: the ground to the edges, and the lines well within. @param {string} svg */
const forCutting = (svg) =>
  svg
    .replace("viewBox='0 0 16 16'", "viewBox='-1 -1 18 18'")
    .replace(/<rect[^>]*rx[^>]*?fill=('[^']*')\/>/, "<rect x='-1' y='-1' width='18' height='18' fill=$1/>");

/** An icon as PNG, drawn now. @param {import("playwright-core").Browser} browser @param {{ size: number, cut: boolean }} icon */
export async function draw(browser, { size, cut }) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = cut ? forCutting(drawing()) : drawing();
  await page.setContent(
    `<style>html,body{margin:0;background:none}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}

if (process.argv[1]?.endsWith("icons.mjs")) {
  const folder = process.argv[2] ?? "www/icons";
  mkdirSync(folder, { recursive: true });
  const browser = await openBrowser();
  for (const [name, icon] of Object.entries(ICONS)) writeFileSync(`${folder}/${name}.png`, await draw(browser, icon));
  await browser.close();
}
