// The icons in the manifest are the page's own, in the sizes that it says, and a browser takes them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { draw, ICONS } from "../../tools/icons.mjs";
import { freshProfile, remove } from "./engines/profile.mjs";
import { GUIDE_URL, LAUNCH, openBrowser } from "./support.mjs";

/** How far two drawings of the same may differ from browser to browser: the mean over all pixels and colours, of 255. */
const MOST = 2;

const manifest = JSON.parse(readFileSync("dist/guide.webmanifest", "utf8"));

/** The picture that an address holds. @param {string} address */
const held = (address) => Buffer.from(address.replace("data:image/png;base64,", ""), "base64");

test("the manifest has a neutral name, and says the sizes that its icons have", () => {
  assert.equal(manifest.name, "Response guide");
  for (const { src, sizes, type } of manifest.icons) {
    const png = held(src);
    assert.equal(type, "image/png");
    assert.equal(png.toString("latin1", 1, 4), "PNG");
    assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, sizes);
  }
  assert.deepEqual(
    manifest.icons.map((/** @type {any} */ { purpose }) => purpose),
    ["any", "any", "any", "maskable"],
  );
});

test("a browser can install the guide, and has no complaint", async (t) => {
  const profile = freshProfile();
  const context = await chromium.launchPersistentContext(profile, LAUNCH);
  t.after(() => context.close().then(() => remove(profile)));
  const page = await context.newPage();
  /** @type {string[]} */
  const heard = [];
  page.on("console", (message) => heard.push(message.text()));
  await page.goto(GUIDE_URL);
  const session = await context.newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors, []);
  assert.deepEqual(heard, []);
});

test("every icon is the page's own drawing", async () => {
  const browser = await openBrowser();
  const page = await browser.newPage();
  for (const [name, icon] of Object.entries(ICONS)) {
    const pictures = [readFileSync(`www/icons/${name}.png`), await draw(browser, icon)];
    const { apart, colours } = await page.evaluate(
      compare,
      pictures.map((png) => png.toString("base64")),
    );
    assert.ok(apart <= MOST, `${name} is ${apart} from the drawing; \`cargo xtask pictures\` draws it anew`);
    assert.ok(colours > 1, `${name} is blank`);
  }
  await browser.close();
});

/** Runs in the page. @param {string[]} pictures as PNG in Base64 */
async function compare(pictures) {
  const drawn = await Promise.all(
    pictures.map(async (picture) => {
      const $image = Object.assign(new Image(), { src: `data:image/png;base64,${picture}` });
      await $image.decode();
      const $canvas = Object.assign(document.createElement("canvas"), { width: $image.width, height: $image.height });
      const canvas = /** @type {CanvasRenderingContext2D} */ ($canvas.getContext("2d"));
      canvas.drawImage($image, 0, 0);
      return canvas.getImageData(0, 0, $image.width, $image.height).data;
    }),
  );
  const [one, other] = /** @type {[Uint8ClampedArray, Uint8ClampedArray]} */ (drawn);
  let sum = one.length === other.length ? 0 : Number.POSITIVE_INFINITY;
  one.forEach((value, at) => {
    sum += Math.abs(value - (other[at] ?? 0));
  });
  return { apart: sum / one.length, colours: new Set(new Uint32Array(one.buffer)).size };
}
