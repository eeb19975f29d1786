// For everyone, on every kind of screen: zoomed, spaced out, in forced colours, without motion, by touch, by keyboard, on paper.

import assert from "node:assert/strict";
import { test } from "node:test";
import { onEveryKind, WARNING } from "./kinds.mjs";
import { assertAccessible, focusIsVisible, openGuide } from "./support.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @param {string} kind */
async function assertNothingSideways(page, kind) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${over} pixels too wide: ${kind}`);
}

/** What people set who need it: WCAG 1.4.12. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** Adds style as the policy of the page allows no element to. @param {string} style */
function spaceOut(style) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}

/** What is cut off where it stands. @param {Page} page */
const cutOff = (page) =>
  page.locator("#top *, main *").evaluateAll(($all) =>
    $all
      .filter(($one) => {
        const shown = $one.checkVisibility() && $one.clientWidth > 1 && $one.textContent?.trim();
        const shut = /hidden|clip/.test(getComputedStyle($one).overflow) || $one.matches("button, .button");
        return shown && shut && ($one.scrollWidth > $one.clientWidth + 1 || $one.scrollHeight > $one.clientHeight + 1);
      })
      .map(($one) => $one.outerHTML.slice(0, 120)),
  );

test("at 400 % zoom everything is in one column, and the bar leaves room for it", async (t) => {
  const page = await openGuide(t, { viewport: { width: 320, height: 256 } });
  await onEveryKind(page, async (kind) => {
    await assertNothingSideways(page, kind);
    const bar = await page.locator("#top").evaluate(($bar) => $bar.getBoundingClientRect().height);
    assert.ok(bar <= 256 / 3, `the bar takes ${bar} of 256 pixels: ${kind}`);
    for (let presses = 0; presses < 6; presses += 1) {
      await page.keyboard.press("Tab");
      const nowhere = await page.evaluate(() => document.activeElement === document.body);
      assert.ok(nowhere || (await focusIsVisible(page)), `the focus is out of sight: ${kind}`);
    }
  });
});

for (const width of [320, 1280]) {
  test(`spaced-out text is neither cut off nor pushed aside, ${width} pixels wide`, async (t) => {
    const page = await openGuide(t, { viewport: { width, height: 800 } });
    await onEveryKind(page, async (kind) => {
      await page.evaluate(spaceOut, SPACED);
      await assertNothingSideways(page, kind);
      assert.deepEqual(await cutOff(page), [], kind);
    });
  });
}

test("whatever can be pressed is 44 pixels high and wide, but for links within a sentence", async (t) => {
  const page = await openGuide(t, { viewport: { width: 320, height: 640 }, hasTouch: true });
  await onEveryKind(page, async (kind) => {
    const small = await page
      .locator("a[href]:visible, button:visible, summary:visible, label:visible, input:visible")
      .evaluateAll(($all) =>
        $all
          .filter(($one) => !$one.matches("label input, #skip") && getComputedStyle($one).display !== "inline")
          .map(($one) => ({ ...$one.getBoundingClientRect().toJSON(), is: $one.outerHTML.slice(0, 120) }))
          .filter(({ width, height }) => width < 43.9 || height < 43.9)
          .map(({ width, height, is }) => `${Math.round(width)} × ${Math.round(height)}: ${is}`),
      );
    assert.deepEqual(small, [], kind);
  });
});

// What is missing is told before the heading, where the focus goes: it does not count.
test("headings begin with the only first one and leave no level out", async (t) => {
  const page = await openGuide(t);
  await onEveryKind(page, async (kind) => {
    const headings = await page
      .locator("h1:visible, h2:visible, h3:visible, h4:visible, h5:visible, h6:visible")
      .evaluateAll(($all) =>
        $all
          .filter(($one) => !$one.closest(".summary"))
          .map(($one) => ({ level: Number($one.tagName[1]), text: $one.textContent?.trim() })),
      );
    const levels = headings.map(({ level }) => level);
    assert.equal(levels.indexOf(1), 0, kind);
    assert.equal(levels.lastIndexOf(1), 0, kind);
    for (const [at, { level, text }] of headings.entries()) {
      assert.notEqual(text, "", kind);
      assert.ok(level - (levels[at - 1] ?? 0) <= 1, `"${text}" leaves a level out: ${kind}`);
    }
  });
});

test("the focus begins at the way past the bar, and goes down the screen as it is read", async (t) => {
  const page = await openGuide(t, { viewport: { width: 320, height: 640 } });
  await onEveryKind(page, async (kind) => {
    if (kind === WARNING) return;
    const stops = await focusStops(page);
    assert.equal(stops[0]?.id, "skip", kind);
    assert.ok(stops.length > 1, kind);
    const read = stops.filter(({ inBar }) => !inBar);
    for (const [at, { down, is }] of read.entries()) {
      assert.ok(down >= (read[at - 1]?.down ?? 0), `the focus goes up to ${is}: ${kind}`);
    }
  });
});

/** Where the focus stops from the top of the page to its end. @param {Page} page */
async function focusStops(page) {
  await page.evaluate(() => {
    scrollTo(0, 0);
    const $start = document.createElement("span");
    $start.tabIndex = -1;
    document.body.prepend($start);
    $start.focus();
    $start.remove();
  });
  const stops = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const $at = /** @type {Element} */ (document.activeElement);
      const inBar = $at.id === "skip" || document.querySelector("#top")?.contains($at);
      const down = Math.round(($at.closest("label") ?? $at).getBoundingClientRect().top + scrollY);
      return { id: $at.id, inBar, down, is: $at.outerHTML.slice(0, 90), over: $at === document.body };
    });
    if (stop.over || stop.is === stops[0]?.is) return stops;
    stops.push(stop);
  }
}

test("in forced colours what is pressed has an edge or a line, what has the focus a ring, and what warns a border", async (t) => {
  const page = await openGuide(t, { forcedColors: "active" });
  await onEveryKind(page, async (kind) => {
    assert.deepEqual(await unmarked(page), [], kind);
    for (let presses = 0; presses < 8; presses += 1) {
      await page.keyboard.press("Tab");
      assert.equal(await hasNoRing(page), false, `nothing shows the focus: ${kind}`);
    }
  });
});

test("in the dark scheme everything stands out enough to be read", async (t) => {
  const page = await openGuide(t, { bypassCSP: true, colorScheme: "dark" });
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--paper"));
  assert.notEqual(paper.trim(), "#fff");
  await onEveryKind(page, async (kind) => {
    if (kind !== WARNING) await assertAccessible(page);
  });
});

/** What looks like plain text, where only the system's colours are drawn. @param {Page} page */
const unmarked = (page) =>
  page
    .locator("button:visible, .button:visible, main a[href]:visible, .banner:visible, .summary:visible, .inset:visible")
    .evaluateAll(($all) =>
      $all
        .filter(($one) => {
          const style = getComputedStyle($one);
          const edged = ["Top", "Right", "Bottom", "Left"].some(
            (side) => Number.parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)) > 0,
          );
          return !edged && !style.textDecorationLine.includes("underline") && $one.textContent?.trim();
        })
        .map(($one) => $one.outerHTML.slice(0, 120)),
    );

/** @param {Page} page */
const hasNoRing = (page) =>
  page.evaluate(() => {
    const $at = /** @type {Element} */ (document.activeElement);
    if ($at === document.body) return false;
    return ![$at, $at.closest("label") ?? $at].some(($one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle($one);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    });
  });

test("where motion is unwelcome nothing moves", async (t) => {
  const page = await openGuide(t, { reducedMotion: "reduce" });
  await onEveryKind(page, async (kind) => {
    const moving = await page.locator("html, body, body *").evaluateAll(($all) =>
      $all
        .filter(($one) => {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle($one);
          const slides = transitionDuration.split(", ").some((time) => Number.parseFloat(time) > 0.01);
          return animationName !== "none" || slides || scrollBehavior === "smooth";
        })
        .map(($one) => $one.outerHTML.slice(0, 90)),
    );
    assert.deepEqual(moving, [], kind);
  });
});

test("the vault is the main part of the page around it, and the two forms of the start have each a name", async (t) => {
  const page = await openGuide(t);
  const main = page.mainFrame().getByRole("main");
  assert.equal(await main.count(), 1);
  assert.equal(await main.locator("iframe").count(), 1);
  await page.locator("summary", { hasText: "Open a case again" }).click();
  for (const name of ["Where is the school?", "Case code"]) {
    assert.equal(await page.locator("#app").getByRole("form", { name, exact: true }).count(), 1, name);
  }
});
