// A trap: every way out that ends on this machine, and a list of what has come by it.

import { createSocket } from "node:dgram";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as listenForConnections } from "node:net";
import { basename, extname } from "node:path";

/** Marks what must not come: a word that nothing else on this machine says. */
const MARK = /leak-\d+/g;

const TYPES = /** @type {Record<string, string>} */ ({
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".webmanifest": "application/manifest+json",
  ".png": "image/png",
});

/**
 * Where one technique may send to.
 * @typedef {object} Way
 * @property {string} mark
 * @property {string} url of another origin
 * @property {string} own of the origin that the page itself came from
 * @property {number} port of a listener for this technique alone, where it says that it needs one
 */

/** @param {Record<string, string>} pages files that the page's own host serves, by name */
export async function openTrap(pages) {
  /** @type {Set<string>} */
  const arrived = new Set();
  /** @type {(() => void)[]} */
  const closes = [];
  /** @param {string} said */
  const note = (said) => {
    for (const [mark] of said.matchAll(MARK)) arrived.add(mark);
  };
  const host = await listen((path) => served(pages, path));
  const elsewhere = await listen(() => undefined);

  /** A server that notes what it is asked for. @param {(path: string) => { type?: string, body: string | Buffer } | undefined} find */
  async function listen(find) {
    const server = createServer((request, reply) => {
      note(request.url ?? "");
      request.on("data", (part) => note(String(part)));
      const found = find(new URL(request.url ?? "/", "http://host").pathname);
      // No content: a page that was led here stays where it is.
      reply.writeHead(found ? 200 : 204, {
        "content-type": found?.type ?? "text/plain",
        "access-control-allow-origin": "*",
      });
      reply.end(found?.body);
    });
    server.on("upgrade", (request, socket) => {
      note(request.url ?? "");
      socket.destroy();
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    closes.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${portOf(server)}`;
  }

  /** A port on which whatever comes can only be from one technique. @param {"tcp" | "udp"} kind @param {string} mark */
  async function portFor(kind, mark) {
    const come = () => arrived.add(mark);
    if (kind === "tcp") {
      const server = listenForConnections((socket) => come() && socket.destroy());
      await once(server.listen(0, "127.0.0.1"), "listening");
      closes.push(() => server.close());
      return portOf(server);
    }
    const socket = createSocket("udp4", come);
    socket.bind(0, "127.0.0.1");
    await once(socket, "listening");
    closes.push(() => socket.close());
    return socket.address().port;
  }

  return {
    host,
    arrived,
    /** @param {number} number of the attempt, its own @param {"tcp" | "udp"} [kind] @returns {Promise<Way>} */
    async way(number, kind) {
      const mark = `leak-${number}`;
      const port = kind ? await portFor(kind, mark) : 0;
      return { mark, url: `${elsewhere}/${mark}`, own: `${host}/${mark}`, port };
    },
    close: () => {
      for (const close of closes) close();
    },
  };
}

/** @param {import("node:net").Server | import("node:http").Server} server */
const portOf = (server) => /** @type {import("node:net").AddressInfo} */ (server.address()).port;

/** @param {Record<string, string>} pages @param {string} path */
function served(pages, path) {
  const file = pages[basename(path)];
  return file === undefined ? undefined : { type: TYPES[extname(file)], body: readFileSync(file) };
}
