// A trap: every way out that ends on this machine, and a list of what has come by it.

import { createSocket } from "node:dgram";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { basename, extname } from "node:path";

/** A mark is a number, for a step and a title can hold nothing else, and one that nothing else on this machine says. */
const FIRST = 314_159_000;
const MARK = /3141[56]\d{4}/g;

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
 * @property {string} url of another origin, where only this technique leads: a connection alone is seen
 * @property {string} own of the origin that the page itself came from
 * @property {number} tcp the port of `url`
 * @property {number} udp a port for datagrams, of this technique alone
 */

/** @param {Record<string, string>} pages files that the page's own host serves, by name @param {Record<string, string>} [headers] what it sends with them */
export async function openTrap(pages, headers = {}) {
  /** @type {Set<string>} */
  const arrived = new Set();
  /** @type {(() => void)[]} */
  const closes = [];
  /** @param {string} said */
  const note = (said) => {
    for (const [mark] of said.matchAll(MARK)) arrived.add(mark);
  };

  /** A server that notes what it is asked for and told. @param {string} [mark] what a connection alone says */
  async function listen(mark) {
    const server = createServer((request, reply) => {
      note(request.url ?? "");
      request.on("data", (part) => note(String(part)));
      const found = mark ? undefined : served(pages, new URL(request.url ?? "/", "http://host").pathname);
      // No content: a page that was led here stays where it is.
      reply.writeHead(found ? 200 : 204, {
        ...(found && headers),
        "content-type": found?.type ?? "text/plain",
        "access-control-allow-origin": "*",
      });
      reply.end(found?.body);
    });
    if (mark) server.on("connection", () => arrived.add(mark));
    server.on("upgrade", (request, socket) => {
      note(request.url ?? "");
      socket.destroy();
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    closes.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return /** @type {import("node:net").AddressInfo} */ (server.address()).port;
  }

  /** A port to which datagrams can come from one technique alone. @param {string} mark */
  async function hear(mark) {
    const socket = createSocket("udp4", () => arrived.add(mark));
    socket.bind(0, "127.0.0.1");
    await once(socket, "listening");
    closes.push(() => socket.close());
    return socket.address().port;
  }

  const port = await listen();
  const host = `http://127.0.0.1:${port}`;
  return {
    host,
    /** The same host, which is another origin by this name. */
    elsewhere: `http://localhost:${port}`,
    arrived,
    note,
    /** @param {number} number of the attempt, its own @returns {Promise<Way>} */
    async way(number) {
      const mark = String(FIRST + number);
      const [tcp, udp] = await Promise.all([listen(mark), hear(mark)]);
      return { mark, url: `http://127.0.0.1:${tcp}/${mark}`, own: `${host}/${mark}`, tcp, udp };
    },
    close: () => {
      for (const close of closes) close();
    },
  };
}

/** @param {Record<string, string>} pages @param {string} path */
function served(pages, path) {
  const file = pages[basename(path)];
  return file === undefined ? undefined : { type: TYPES[extname(file)], body: readFileSync(file) };
}
