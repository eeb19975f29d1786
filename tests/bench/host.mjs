// A host as schools have one: it sends what packs as brotli, packed beforehand, and knows what it has sent.

import { createServer } from "node:http";
import { brotliCompressSync } from "node:zlib";
import { shipped, typeOf } from "../page/host.mjs";

/** The page that times are held against: one thing to press, and nothing that happens. */
export const EMPTY = "empty.html";

/** For a phone, as the guide's own page is. */
const NOTHING = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Empty</title>
<link rel="icon" href="data:,"><button>Press</button>`;

/** Worth packing: pictures are packed already. */
const PACKS = /\.(html|js|webmanifest)$/;

/** Where a request comes from, by what the browser says that it is for; whatever it does not name the worker has asked for. */
const FROM = /** @type {Record<string, string>} */ ({
  document: "page",
  image: "page",
  manifest: "page",
  serviceworker: "worker",
});

/**
 * Serves what is shipped, and the empty page.
 * @typedef {{ from: string, bytes: number }} Sent one answer: who asked, and the bytes of its body
 */
export async function openHost() {
  const files = [...shipped(), /** @type {const} */ ([EMPTY, Buffer.from(NOTHING)])].map(([name, bytes]) => {
    const packed = PACKS.test(name) ? brotliCompressSync(bytes) : undefined;
    return /** @type {const} */ ([name, { bytes, packed }]);
  });
  const held = new Map(files);
  /** @type {Sent[]} */
  const sent = [];
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? "", "http://host").pathname.slice(1);
    const file = held.get(name);
    const packed = /\bbr\b/.test(String(request.headers["accept-encoding"])) ? file?.packed : undefined;
    const body = packed ?? file?.bytes ?? Buffer.alloc(0);
    sent.push({
      from: FROM[String(request.headers["sec-fetch-dest"])] ?? "what the worker fetches",
      bytes: body.length,
    });
    const encoding = packed && { "content-encoding": "br" };
    response.writeHead(file ? 200 : 404, { "content-type": typeOf(name), "cache-control": "no-cache", ...encoding });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/`, sent, close: () => server.close() };
}
