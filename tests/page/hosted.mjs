// The guide on a host that sends the headers made for it.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { asNamed } from "./host.mjs";

/** @typedef {Record<string, string>} Headers */

/** Whoever may frame the page is filled in by whoever hosts it. */
export const TO_FILL_IN = "https://intranet.example";

/** What a file is, as any host knows. @type {Record<string, string>} */
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript" };

/** Where a server listens that is given a free port. @param {import("node:net").Server} server @returns {Promise<string>} */
export const listening = (server) =>
  new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      resolve(`127.0.0.1:${port}`);
    }),
  );

/** Reads the file as Netlify does. @param {string} text @returns {[string, Headers][]} */
function rulesOf(text) {
  return text.split("\n\n").map((block) => {
    const [path = "", ...lines] = block.trim().split("\n");
    return [path, Object.fromEntries(lines.map((line) => line.trim().split(/: (.*)/)))];
  });
}

/** @param {string} set @param {string} path @returns {Headers} */
export function headersFor(set, path) {
  const rules = rulesOf(readFileSync(`dist/headers/${set}/_headers`, "utf8"));
  return Object.assign({}, ...rules.filter(([rule]) => rule === "/*" || rule === path).map(([, headers]) => headers));
}

/**
 * A host that sends what the set says.
 * @param {import("node:test").TestContext} t
 * @param {string} set
 * @param {string} [around] who may frame it
 * @param {import("./host.mjs").Route} [route]
 */
export async function host(t, set, around = TO_FILL_IN, route = asNamed) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://host").pathname;
    const filled = Object.entries(headersFor(set, path)).map(([name, value]) => [
      name,
      value.replace(TO_FILL_IN, around),
    ]);
    const found = route(path.slice(1));
    if (typeof found !== "string")
      return response.writeHead(found.status, { ...Object.fromEntries(filled), location: `/${found.to}` }).end();
    const type = TYPES[extname(found)] ?? "application/octet-stream";
    response.writeHead(200, { ...Object.fromEntries(filled), "content-type": type });
    response.end(readFileSync(`dist/${found}`));
  });
  t.after(() => server.close());
  return `http://${await listening(server)}`;
}
