// A folder served on loopback.

import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const TYPES = /** @type {Record<string, string>} */ ({
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
});

/** Serves a folder for as long as the test runs, and tells the address. @param {import("node:test").TestContext} t @param {string} folder @param {Record<string, string>} headers @returns {Promise<string>} */
export function serve(t, folder, headers = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "", "http://user");
    const file = join(folder, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    if (pathname === "/favicon.ico") return response.end();
    if (!existsSync(file)) return response.writeHead(404).end();
    response
      .writeHead(200, { ...headers, "content-type": TYPES[extname(file)] ?? "text/plain" })
      .end(readFileSync(file));
  });
  t.after(() => server.close().closeAllConnections());
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      resolve(`http://127.0.0.1:${port}/`);
    });
  });
}
