// Pages of another origin that show the guide, as intranets and learning platforms do, and note what they are told.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { listening } from "./hosted.mjs";
import { GUIDE_URL } from "./support.mjs";

/** @typedef {{ body: string, policy?: string, isolated?: boolean }} Intranet what a page holds, the content policy that it is sent with, and whether it is isolated from other origins */

/** The frame, as whoever embeds the guide is told to write it. */
const SNIPPET = /<iframe[^>]*>/.exec(readFileSync("docs/embedding.md", "utf8"))?.[0] ?? "";

/** @param {string} address */
export const frameOf = (address) => `${SNIPPET.replace(/src="[^"]*"/, `src="${address}"`)}</iframe>`;

export const SCRIPT = '<script src="/embed.js" defer></script>';

const body = frameOf(GUIDE_URL) + SCRIPT;

/** What an editor or a filter leaves of an element without these attributes. @param {string} html @param {string[]} names */
const without = (html, ...names) =>
  names.reduce((left, name) => left.replace(new RegExp(` ${name}="[^"]*"`), ""), html);

/** Pages in which the guide shows. @type {Record<string, Intranet>} */
export const SHOWING = {
  "without a policy": { body },
  "whose scripts come from itself alone": { body, policy: `script-src 'self'; frame-src ${new URL(GUIDE_URL).origin}` },
  "with Trusted Types": { body, policy: "require-trusted-types-for 'script'; trusted-types 'none'" },
  "that may frame the guide and nothing else": {
    body,
    policy: `default-src 'self'; style-src 'unsafe-inline'; frame-src ${GUIDE_URL}`,
  },
  "whose styles come from itself alone": { body, policy: `default-src 'self'; frame-src ${GUIDE_URL}` },
  "that leaves no style and no size to a frame": { body: without(body, "style", "width", "height") },
};

/** A page in which neither a style nor a script is left. @type {Intranet} */
export const STRIPPED = { body: without(frameOf(GUIDE_URL), "style") };

/** A page that may show no frame. @type {Intranet} */
export const REFUSING = { body, policy: "frame-src 'none'" };

/** What an intranet builder makes of an embed block: its own sandboxed frame around the guide's, of a fixed height, and no script of ours. @type {Intranet} */
export const BUILDER = {
  body: `<iframe sandbox="allow-scripts allow-same-origin allow-popups allow-forms" style="width:600px;height:700px" src="/block"></iframe>`,
};

/** Notes what the page is told, and what its policy refuses. */
const NOTING = `globalThis.told = [];
globalThis.refused = [];
addEventListener("message", ({ data }) => told.push(data));
addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refused.push(effectiveDirective));`;

/** What else there is beside the page. @type {Record<string, () => { type: string, text: string | Buffer }>} */
const BESIDE = {
  "/embed.js": () => ({ type: "text/javascript", text: readFileSync("dist/embed.js") }),
  "/noting.js": () => ({ type: "text/javascript", text: NOTING }),
  "/block": () => html(`<iframe src="${GUIDE_URL}" style="width:100%;height:600px"></iframe>`),
  // Tells the page around it whatever it is told.
  "/echo": () => html(`<script>addEventListener("message", ({ data }) => parent.postMessage(data, "*"))</script>`),
};

/** @param {string} text */
const html = (text) => ({ type: "text/html", text: `<!doctype html><title>Intranet</title>${text}` });

/** Serves such a page, and gives its address. @param {import("node:test").TestContext} t @param {Intranet} intranet */
export async function openIntranet(t, intranet) {
  const server = createServer(({ url }, response) => {
    const { body, policy, isolated } = intranet;
    const around = () => html(`<script src="/noting.js"></script><p>Above</p>${body}<p>Below</p>`);
    const { type, text } = (BESIDE[url ?? ""] ?? around)();
    response.writeHead(200, {
      "content-type": type,
      ...(policy && { "content-security-policy": policy }),
      ...(isolated && { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" }),
    });
    response.end(text);
  });
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://${(await listening(server)).replace("127.0.0.1", "localhost")}/`;
}
