// A host of the tests' own: it can go away, break, and put up another build.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const TYPES = /** @type {Record<string, string>} */ ({
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  png: "image/png",
  webmanifest: "application/manifest+json",
});

/** @param {string} name */
export const typeOf = (name) => TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream";

/** What is shipped, by its path. */
export const shipped = () => {
  const entries = readdirSync("dist", { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice("dist/".length), readFileSync(path)]));
};

/** What is for others than the guide: a browser for the worker, a page around the guide for its script. */
const NOT_KEPT = ["worker.js", "embed.js"];

/** The paths that the worker keeps. */
export const KEPT = [...shipped().keys()]
  .filter((name) => TYPES[name.split(".").at(-1) ?? ""] && !NOT_KEPT.includes(name))
  .sort();

/** What the start says in the second build, in place of what it says in the first. */
export const NEWER = { from: '"start": "Start"', to: '"start": "Begin"' };

/** @typedef {{ status: number, to: string }} Redirect */
/** @typedef {(path: string) => string | Redirect} Route the file that a path stands for, or where the host leads instead */

/** @type {Route} */
export const asNamed = (path) => path;

/** The page that a path without the end of its name stands for. @type {(path: string) => string} */
const ended = (path) => (/^guide[a-z-]*$/.test(path) ? `${path}.html` : path);

/** Hosts that serve a page without the end of its name, each in its own way. @type {Record<string, Route>} */
export const SHORTENING = {
  "serves its pages by either name": ended,
  "redirects each page to its short name for good": (path) =>
    path.endsWith(".html") ? { status: 308, to: path.slice(0, -".html".length) } : ended(path),
  "redirects each short name to its page": (path) => (ended(path) === path ? path : { status: 302, to: ended(path) }),
};

/** The title of the host's own page, which stands at the folder of the guide. */
export const ELSEWHERE = "Another page of this host";

const hashOf = (/** @type {Buffer} */ bytes) => createHash("sha256").update(bytes).digest("hex");

/**
 * Serves what is shipped.
 * @param {import("node:test").TestContext} t
 * @param {{ folder?: string, route?: Route }} [how] the folder that it stands in, and how paths are understood there
 */
export async function openHost(t, { folder = "", route = asNamed } = {}) {
  const files = shipped();
  files.set("", Buffer.from(`<!doctype html><title>${ELSEWHERE}</title>`));
  /** @type {string[]} every path that was asked for */
  const asked = [];
  /** @type {Set<string>} paths that answer with an error */
  const broken = new Set();
  let server = serve();
  let port = 0;

  function serve() {
    return createServer((request, response) => {
      const path = new URL(request.url ?? "", "http://host").pathname.slice(1);
      const name = path.startsWith(folder) ? path.slice(folder.length) : path;
      asked.push(name);
      const found = route(name);
      if (typeof found !== "string")
        return response.writeHead(found.status, { location: `/${folder}${found.to}` }).end();
      const bytes = files.get(found);
      if (broken.has(name) || !bytes) return response.writeHead(bytes ? 500 : 404).end();
      const type = typeOf(found || "index.html");
      response.writeHead(200, { "content-type": type, "cache-control": "no-cache" }).end(bytes);
    });
  }

  const start = () =>
    new Promise((resolve) => {
      server = serve().listen(port, "127.0.0.1", () => {
        port = /** @type {import("node:net").AddressInfo} */ (server.address()).port;
        resolve(undefined);
      });
    });

  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });

  await start();
  t.after(() => server.listening && stop());
  return {
    url: `http://127.0.0.1:${port}/${folder}guide.html`,
    asked,
    broken,
    start,
    stop,
    /** Has the guide in another language too. @param {string} tag */
    translate(tag) {
      const [name, page] = ["guide.html", String(files.get("guide.html"))];
      const translated = Buffer.from(page.replace('lang="en-GB"', `lang="${tag}"`));
      const entry = `"${name.replace(".", `-${tag}.`)}":"${hashOf(translated)}",`;
      files.set(name.replace(".", `-${tag}.`), translated);
      files.set("worker.js", Buffer.from(String(files.get("worker.js")).replace(`"${name}":`, `${entry}"${name}":`)));
    },
    /** Puts up a second build: other words in both pages, and a worker that names their hashes. */
    deploy() {
      let worker = String(files.get("worker.js"));
      for (const name of KEPT.filter((name) => name.endsWith(".html"))) {
        const before = /** @type {Buffer} */ (files.get(name));
        const after = Buffer.from(String(before).replace(NEWER.from, NEWER.to));
        worker = worker.replace(hashOf(before), hashOf(after));
        files.set(name, after);
      }
      files.set("worker.js", Buffer.from(worker));
    },
  };
}
