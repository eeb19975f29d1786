// The shell: the written guidance, and around the questions the only ways out of them, each to a place that is known beforehand.

import { byId } from "../dom.js";
import { label } from "../labels.js";
import { keepOffline } from "./offline.js";
import { makeVault } from "./vault.js";

/** How long the questions may take to start before the page says that they do not, in milliseconds. */
const PATIENCE = 10_000;

/** More steps than the questions have. No greater number is heard, for the browser keeps titles and one could stand for the answers. */
const STEPS = 20;

/** The links to other languages, those that lead out of the written guidance, and the numbers that are right everywhere. @type {any} */
const LEADING = '#bar a, #guidance a:not([href^="#"]), #numbers a';

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
  if (source && source === $vault.querySelector("iframe")?.contentWindow)
    HEARS.find(([what]) => what === data[0])?.[1](...data.slice(1));
});

/** The title of what is shown. */
let shown = document.title;

/** Whether what is shown is as tall whatever was answered. */
let isAlike = true;

/** @param {string} view @param {number} step */
function show(view, step) {
  if (!(Number.isInteger(step) && step >= 0 && step < STEPS)) return;
  clearTimeout(impatience);
  document.body.className = "up";
  document.title = shown = label(TITLES[view] ?? "title", step);
  isAlike = !(view in TITLES);
  around({ step });
  if (!isAlike) around({ height: screen.height });
  tellOffline(view);
}

/**
 * A page around this one is told the screen's height in place of any that depends on the answers, and never one that is taller.
 * @param {number} height
 */
function resize(height) {
  $vault.style.setProperty("--height", `${Number(height)}px`);
  if (isAlike) around({ height: Math.min(Math.max(0, Math.ceil(height)), screen.height) });
}

/** Leaves the written guidance standing, and says calmly that the questions cannot run. */
function fail() {
  $vault.remove();
  document.body.className = "failed";
  byId("core-failed").hidden = false;
  tellOffline("failed");
}

/**
 * Goes where a link of this page leads that stands in the vault too, once something is pressed there. Within the page it goes
 * nowhere: the history would keep the address.
 * @param {string} address
 */
function follow(address) {
  if (navigator.userActivation?.isActive === false) return;
  /** @type {HTMLAnchorElement[]} */
  const $links = [...document.querySelectorAll(LEADING)];
  $links.find(({ href }) => href === address)?.click();
}

/** Tells a page around this one, where there is one, how tall the guide is and which step it shows. @param {object} what */
function around(what) {
  if (parent !== self) parent.postMessage({ sgii: 1, ...what }, "*");
}
