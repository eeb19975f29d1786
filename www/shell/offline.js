// The guide without a connection: kept by the worker beside the page, and never said to be kept unless it is.

import { el, fill } from "../dom.js";
import { label } from "../labels.js";
import { trusted } from "./trusted.js";

/** Where Safari's events go missing, how long a worker may take to take over, in milliseconds. */
const TAKES = 2_000;

/** How often the host is asked for a newer build at most, in milliseconds. */
const ASKS_EVERY = 3_600_000;

/** Views on which there may be answers, and the one after which there are none. */
const ANSWERED = ["questions", "outcome"];

/**
 * Has the guide kept where that is of use: from a host, and in a window of its own. Within another page it would be kept a second
 * time, for that page alone, which is not kept.
 * @param {HTMLElement} $status where it is said
 * @returns {(view: string) => void} to be told each view that is shown
 */
export function keepOffline($status) {
  const serviceWorker = container();
  if (!serviceWorker || !location.protocol.startsWith("http")) return () => {};

  let view = "";
  let answered = false;
  let asked = 0;
  /** Whether a newer build has taken over in another window. */
  let outdated = false;
  /** Whether this window has agreed to the newer build. */
  let agreed = false;
  let declined = false;
  let controlled = Boolean(serviceWorker.controller);
  /** @type {ServiceWorkerRegistration | undefined} */
  let kept;

  const free = () => view === "start" && !answered;

  const reload = () => {
    if (agreed && free()) location.reload();
    agreed = false;
  };

  const take = () => {
    agreed = true;
    fill($status, []);
    if (!kept?.waiting) return reload();
    kept.waiting.postMessage("take-over");
    setTimeout(reload, TAKES);
  };

  const decline = () => {
    declined = true;
    look();
  };

  const offer = () => [
    `${label("offline-newer")} `,
    el("button", { type: "button", class: "link", click: take }, label("offline-use")),
    " ",
    el("button", { type: "button", class: "link", click: decline }, label("offline-later")),
  ];

  const newer = () => (outdated || kept?.waiting) && !declined;

  const look = async () => {
    const ready = free() && !newer() && kept?.active && (await isReady(kept.active));
    // Another build may have come in the meantime, or the start have been left.
    const says = free() && !agreed && (newer() ? offer() : ready && readyLabel());
    fill($status, says || []);
  };

  const ask = () => {
    // In WebKit a page that asks as it is left leaves every later question without an answer.
    if (document.hidden || !free() || !kept?.active || Date.now() - asked < ASKS_EVERY) return;
    asked = Date.now();
    kept.update().catch(() => {});
  };

  const start = async () => {
    // Where a browser may keep nothing, Firefox reports the very question as an error.
    if (!navigator.cookieEnabled) return;
    const { href } = new URL("worker.js", location.href);
    const url = trusted.createScriptURL(href);
    // WebKit may leave a second registration without an answer.
    kept = await serviceWorker.getRegistration();
    if (kept?.active?.scriptURL !== href) kept = await serviceWorker.register(url, { updateViaCache: "none" });
    kept.addEventListener("updatefound", () => kept?.installing?.addEventListener("statechange", look));
    kept.installing?.addEventListener("statechange", look);
    if (matchMedia("(display-mode: standalone)").matches) navigator.storage.persist();
    ask();
    look();
  };

  serviceWorker.addEventListener("controllerchange", () => {
    outdated ||= controlled && !agreed;
    controlled = true;
    reload();
    look();
  });
  document.addEventListener("visibilitychange", () => {
    ask();
    look();
  });

  return (now) => {
    if (!view) start().catch(() => {});
    view = now;
    answered = now !== "cleared" && (answered || ANSWERED.includes(now));
    look();
  };
}

/** What has a worker: not within another page. Where the page is sandboxed, to ask for it is an error. */
function container() {
  try {
    return parent === self ? navigator.serviceWorker : undefined;
  } catch {
    return undefined;
  }
}

/** Whether this very address would be answered, with everything kept and whole. @param {ServiceWorker} worker @returns {Promise<boolean>} */
const isReady = (worker) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(location.href, [port2]);
  });

/** Safari on a phone or tablet forgets in a week what is not on the Home Screen, and only there is the property known. */
const readyLabel = () => label(/** @type {any} */ (navigator).standalone === false ? "offline-tab" : "offline-ready");
