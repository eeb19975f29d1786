// The service worker: keeps the pages and what they are installed with, all of one build or nothing, and answers from there.

/** What is kept, and the SHA-256 of each. The build writes it here. @type {Record<string, string>} */
const FILES = {};

/** Where a page may lead, as hosts are told to say it too. The build writes it here. */
const ALLOWLIST = "";

/** Named for what it holds, so that no two builds share one. */
const CACHE = `guide-${Object.values(FILES)
  .map((hash) => hash.slice(0, 8))
  .join("-")}`;

const PAGE = "guide.html";

/** Stands in for a page that was lost while there is no connection. */
const OTHER_PAGE = "guide-nowasm.html";

/** How long a page that has to be fetched again may keep someone waiting, in milliseconds. */
const PATIENCE = 8_000;

const worker = /** @type {any} */ (globalThis);

/** The windows that this worker has given a page to. @type {Set<string>} */
const served = new Set();

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(install()));
worker.addEventListener("activate", (/** @type {any} */ event) =>
  event.waitUntil(Promise.all([worker.clients.claim(), tidy()])),
);

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const name = fileAt(request.url);
  if (request.method !== "GET" || !name) return;
  // What stands at the folder itself may be another page of the host: only where there is no connection is it the guide.
  if (!isFolder(request.url)) event.respondWith(answer(name, event));
  else if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => answer(name, event)));
});

worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "take-over") worker.skipWaiting();
  else
    event.waitUntil(
      opensOffline(event.data)
        .then((does) => event.ports[0]?.postMessage(does))
        .then(tidy),
    );
});

/** Fetches every file anew and checks it, and only then keeps any. */
async function install() {
  const files = await Promise.all(Object.keys(FILES).map(fetched));
  const before = await caches.has(CACHE);
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(files.map(([name, response]) => cache.put(name, response)));
  } catch (full) {
    if (!before) await caches.delete(CACHE);
    throw full;
  }
}

/** Deletes earlier builds once no window shows a page of theirs. A later one may be on its way in. */
async function tidy() {
  if (worker.registration.installing || worker.registration.waiting) return;
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (!windows.every((/** @type {{ id: string }} */ { id }) => served.has(id))) return;
  const others = (await caches.keys()).filter((name) => name !== CACHE && name.startsWith("guide-"));
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** An address without what comes after the path. @param {string} url */
const placeOf = (url) => url.replace(/[?#].*/, "");

/** @param {string} url */
const isFolder = (url) => placeOf(url) === worker.registration.scope;

/** The file that an address stands for. Many hosts leave out the end of a page's name. @param {string} url */
function fileAt(url) {
  if (isFolder(url)) return PAGE;
  const place = placeOf(url);
  return Object.keys(FILES).find((name) => [place, `${place}.html`].includes(worker.registration.scope + name));
}

/** A file as it is kept, else as the host has it, else for a page its stand-in. @param {string} name @param {any} event */
async function answer(name, { request, resultingClientId }) {
  served.add(resultingClientId);
  const file = (await kept(name)) ?? (await mended(name).catch(() => undefined));
  const response = file ? bounded(file) : await hosted(request.url);
  if (response) return response;
  return (request.mode === "navigate" && (await kept(OTHER_PAGE))) || Response.error();
}

/** A file that a browser which knows such a list lets connect to nothing else, whatever its host sends. @param {Response} file */
function bounded(file) {
  const headers = new Headers(file.headers);
  if (!headers.has("Connection-Allowlist")) headers.set("Connection-Allowlist", ALLOWLIST);
  return new Response(file.body, { headers });
}

/** @param {string} name @returns {Promise<Response | undefined>} the file, if it is kept and whole */
async function kept(name) {
  const response = await (await caches.open(CACHE)).match(name);
  return response && (await isWhole(name, response)) ? response : undefined;
}

/** Fetches a file that is not whole again, and keeps it. @param {string} name */
async function mended(name) {
  const [, response] = await fetched(name);
  await (await caches.open(CACHE)).put(name, response.clone());
  return response;
}

/** What the host has in place of a file of this build: the page of another, without a worker to keep it from anyone. @param {string} url @returns {Promise<Response | undefined>} */
async function hosted(url) {
  worker.registration.update().catch(() => {});
  const patience = new AbortController();
  setTimeout(() => patience.abort(), PATIENCE);
  const { signal } = patience;
  const response = await fetch(url, { cache: "reload", mode: "same-origin", signal }).catch(() => undefined);
  if (!response?.ok) return undefined;
  return response.redirected ? Response.redirect(response.url) : response;
}

/** Whether an address opens without a connection: every file is kept and whole, after those that are not were fetched again. @param {string} url */
async function opensOffline(url) {
  if (!fileAt(url)) return false;
  const all = Object.keys(FILES).map(async (name) => (await kept(name)) ?? mended(name));
  return Promise.all(all).then(
    () => true,
    () => false,
  );
}

/** A file from the host, wherever on it, if it is of this build. @param {string} name @returns {Promise<[string, Response]>} */
async function fetched(name) {
  const response = await fetch(name, { cache: "reload", credentials: "omit", mode: "same-origin" });
  if (!response.ok || !(await isWhole(name, response))) throw new Error(`${name} is of another build`);
  return [name, await direct(response)];
}

/** A response that says nothing of a redirect, for a browser takes no other for a page. @param {Response} response */
const direct = async (response) =>
  response.redirected ? new Response(await response.arrayBuffer(), { headers: response.headers }) : response;

/** @param {string} name @param {Response} response */
async function isWhole(name, response) {
  const hash = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  return FILES[name] === Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
