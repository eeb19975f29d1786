// The shell: the written guidance, and around the questions the only ways out of them, each to a place that is known beforehand.

import { byId } from "../dom.js";
import { label } from "../labels.js";
import { keepOffline } from "./offline.js";
import { makeVault } from "./vault.js";

/** How long the questions may take to start before the page says that they do not, in milliseconds. */
const PATIENCE = 10_000;

/** @type {Record<string, string>} */
const TITLES = { questions: "title-step", outcome: "title-outcome" };

byId("core-failed").hidden = true;

const $vault = makeVault();
const tellOffline = keepOffline(byId("offline"));
const impatience = setTimeout(fail, PATIENCE);

/** What is done about what the guide tells. Whatever else it says is not heard. @type {[string, (...told: any[]) => void][]} */
const HEARS = [
  ["view", show],
  ["error", () => (document.title = label("title-error", shown))],
  ["height", resize],
  ["open", follow],
  ["failed", fail],
];

addEventListener("message", ({ source, data }) => {
  // Both are null once the vault has gone.
  if (source && source === $vault.contentWindow) HEARS.find(([what]) => what === data[0])?.[1](...data.slice(1));
});

/** The title of what is shown. */
let shown = document.title;

/** @param {string} view @param {number} [step] */
function show(view, step) {
  clearTimeout(impatience);
  document.body.className = "up";
  document.title = shown = label(TITLES[view] ?? "title", Number(step));
  around({ step: Number(step) });
  tellOffline(view);
}

/** A page around this one is told no more than the screen's height, so that it cannot know one long outcome from another. @param {number} height */
function resize(height) {
  $vault.style.setProperty("--height", `${Number(height)}px`);
  around({ height: Math.min(Number(height), screen.height) });
}

/** Leaves the written guidance standing, and says calmly that the questions cannot run. */
function fail() {
  $vault.remove();
  document.body.className = "failed";
  byId("core-failed").hidden = false;
  tellOffline("failed");
}

/** Goes where a link of the written guidance leads. @param {string} address */
function follow(address) {
  [...document.links].find(({ href }) => href === address)?.click();
}

/** Tells a page around this one, where there is one, how tall the guide is and which step it shows. @param {object} what */
function around(what) {
  if (parent !== self) parent.postMessage({ sgii: 1, ...what }, "*");
}
