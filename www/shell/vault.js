// The vault: a frame in which the questions run, made of the page's own parts. It has no origin, no window of its own to open and
// nowhere to go, and the page's content policy holds in it too.

import { byId, el } from "../dom.js";
import { trusted } from "./trusted.js";

/** Scripts and printing. No form is ever sent, so it needs no leave to send one. */
const SANDBOX = "allow-scripts allow-modals";

/** The vault as the main part of the page, hidden until something is heard from it. */
export function makeVault() {
  const $frame = document.createElement("iframe");
  Object.assign($frame, { name: "vault", title: document.title, allow: "clipboard-write" });
  $frame.setAttribute("sandbox", SANDBOX);
  $frame.srcdoc = trusted.createHTML(`<!doctype html>${within().outerHTML}`);
  const $vault = el("main", { id: "vault" }, $frame);
  // What is said beneath it moves nothing above when it appears.
  byId("offline").before($vault);
  return $vault;
}

/** The page once more, with the guide for a script where this one has the shell; it opens at what the address names. */
function within() {
  const $page = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
  for (const $outside of $page.querySelectorAll(".outside")) $outside.remove();
  $page.querySelector("#script")?.setAttribute("type", "module");
  // What is not to be seen at first is not laid out at first.
  $page.querySelector("#guidance")?.setAttribute("hidden", "");
  $page.dataset.at = location.hash.slice(1);
  return $page;
}
