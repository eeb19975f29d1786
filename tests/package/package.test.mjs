// The package as somebody has it who has installed it from the tarball.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { openBrowser } from "../page/hands.mjs";
import { serve } from "./serve.mjs";

const USER = resolve(process.env.PACKAGE_USER ?? "target/npm/user");
const INSTALLED = join(USER, "node_modules/sgii-guide");
const VERSION = /^version = "(.*)"$/m.exec(readFileSync("Cargo.toml", "utf8"))?.[1];
const CALLS = ["assess", "decode", "encode", "policy", "responseBounds", "version"];

/** @typedef {Record<string, (...given: unknown[]) => unknown> & { default: (options?: object) => Promise<void> }} Entry */

/** @param {string} name */
const installed = (name) => readFileSync(join(INSTALLED, name), "utf8");

const files = readdirSync(INSTALLED, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(INSTALLED.length + 1));

const required = createRequire(import.meta.url);

/** An entry as it is before anybody has loaded the core. @param {string} name @returns {Promise<Entry>} */
const fresh = (name) =>
  name.startsWith("cjs/") ? required(join(INSTALLED, name)) : import(pathToFileURL(join(INSTALLED, name)).href);

/** A copy of one of the examples, among the user's own. @param {string} name */
function taken(name) {
  copyFileSync(join("package", name), join(USER, name));
  return join(USER, name);
}

test("the tarball holds the package, its types, its schemas, a README, both licences and the examples, and nothing else", () => {
  assert.deepEqual(files.sort(), [
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "bytes.js",
    "calls.js",
    "cjs/bytes.js",
    "cjs/calls.js",
    "cjs/core.js",
    "cjs/inline.d.ts",
    "cjs/inline.js",
    "cjs/node.js",
    "cjs/package.json",
    "cjs/sgii_guide.js",
    "core.js",
    "decision.schema.json",
    "example.cjs",
    "example.html",
    "example.mjs",
    "fetch.d.ts",
    "fetch.js",
    "incident.schema.json",
    "inline.d.ts",
    "inline.js",
    "node.js",
    "package.json",
    "sgii_guide.js",
    "sgii_guide_bg.wasm",
  ]);
  for (const name of ["README.md", "example.html", "example.mjs", "example.cjs"])
    assert.equal(installed(name), readFileSync(join("package", name), "utf8"));
  for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) assert.equal(installed(name), readFileSync(name, "utf8"));
});

test("the schemas of the package are those of the edition", () => {
  for (const of of ["incident", "decision"]) {
    const printed = execFileSync("target/debug/sgii", ["schema", of], { encoding: "utf8" });
    assert.deepEqual(JSON.parse(installed(`${of}.schema.json`)), JSON.parse(printed));
    assert.ok(required.resolve(`sgii-guide/${of}.schema.json`, { paths: [USER] }));
  }
});

test("package.json says what it is", () => {
  const { name, version, description, license, type, engines, sideEffects, exports, dependencies, scripts } =
    JSON.parse(installed("package.json"));
  assert.deepEqual(
    { name, version, license, type, engines, sideEffects, dependencies, scripts },
    {
      name: "sgii-guide",
      version: VERSION,
      license: "MIT OR Apache-2.0",
      type: "module",
      engines: { node: ">=20.19" },
      sideEffects: ["./node.js", "./cjs/node.js"],
      dependencies: undefined,
      scripts: undefined,
    },
  );
  assert.match(description, /^What a school should do, and why/);
  assert.deepEqual(Object.keys(exports), [
    ".",
    "./fetch",
    "./sgii_guide_bg.wasm",
    "./incident.schema.json",
    "./decision.schema.json",
    "./package.json",
  ]);
});

test("no file of it tells where it was made", () => {
  const places = [process.cwd(), homedir(), "/.cargo/", "/registry/src/"];
  for (const name of files) {
    const bytes = readFileSync(join(INSTALLED, name));
    for (const place of places) assert.ok(!bytes.includes(place), `${place} in ${name}`);
  }
});

test("the core inside is the core in the file", async () => {
  const core = new Uint8Array(readFileSync(join(INSTALLED, "sgii_guide_bg.wasm")));
  for (const name of ["bytes.js", "cjs/bytes.js"]) assert.deepEqual((await fresh(name)).default, core);
});

for (const names of [["fetch.js", "inline.js"], ["cjs/inline.js"]])
  test(`${names.join(", ")}: until there is a core, each call says what to call first; one core does for all`, async () => {
    const entries = await Promise.all(names.map(fresh));
    const each = (/** @type {(call: () => unknown, name: string) => void} */ check) => {
      for (const entry of entries) for (const name of CALLS) check(() => entry[name]?.(), name);
    };
    const refused = (/** @type {() => unknown} */ call, /** @type {string} */ name) =>
      assert.throws(call, { name: "Error", message: /call `await init\(\)` first/ }, name);
    each(refused);
    for (const { default: init } of entries)
      await assert.rejects(init({ module_or_path: new Uint8Array(4) }), WebAssembly.CompileError);
    each(refused);
    await entries[0]?.default({ module_or_path: readFileSync(join(INSTALLED, "sgii_guide_bg.wasm")) });
    for (const { version } of entries) assert.equal(version?.(), VERSION);
  });

test("every entry exports the same", async () => {
  for (const name of ["inline.js", "fetch.js", "node.js", "cjs/inline.js", "cjs/node.js"])
    assert.deepEqual(Object.keys(await fresh(name)).sort(), [...CALLS, "default"].sort(), name);
});

for (const name of ["node.js", "cjs/node.js"])
  test(`${name} needs no start, and a start does no harm`, async () => {
    const { default: init, version } = await fresh(name);
    assert.equal(version?.(), VERSION);
    await init();
    assert.equal(version?.(), VERSION);
  });

test("it compiles no text to code", () => {
  // Not the word at the beginning of a text, as the bindings have it for messages.
  for (const name of files.filter((name) => name.endsWith(".js")))
    assert.doesNotMatch(installed(name), /(?<!["'`])\b(?:eval|Function)\s*\(/, name);
});

test("the example for Node calls every function and gets what it should", () => {
  const said = execFileSync("node", [taken("example.mjs")], { cwd: USER, encoding: "utf8" });
  const lines = [
    new RegExp(`^Version ${VERSION}, edition \\S+, \\d+ questions\\. The first: .+\\?$`, "m"),
    /^At least seek-advice, at most refer-now\.$/m,
    /^First: .{10,}$/m,
    /^Ask next: [a-z0-9-]+$/m,
    /^The code [0-9A-Z -]+ opens \{"nation":"england","answers":\{"immediate-danger":"no","adult-involved":"unsure"\}\}\.$/m,
    /^With nothing answered: from 0 to 4\.$/m,
    /perhaps.*expected one of/,
  ];
  for (const line of lines) assert.match(said, line);
});

test("the example for CommonJS gets the same decision", () => {
  const said = execFileSync("node", [taken("example.cjs")], { cwd: USER, encoding: "utf8" });
  assert.equal(said, "At least seek-advice, at most refer-now.\n");
});

/** The example for a browser, with the core inside or fetched, under a policy that allows it this and its scripts. @param {import("node:test").TestContext} t @param {string} entry @param {string} compile What lets it compile the core. @param {string} connect */
async function exampleUnder(t, entry, compile, connect = "'none'") {
  const html = installed("example.html").replace("inline.js", entry);
  const script = /<script type="module">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = `default-src 'none'; script-src 'self' 'sha256-${hash}' ${compile}; connect-src ${connect}`;
  writeFileSync(join(USER, "example.html"), html);
  const address = await serve(t, USER, { "content-security-policy": policy });
  const browser = await openBrowser();
  t.after(() => browser.close());
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  return { page, open: () => page.goto(`${address}example.html`) };
}

/** @param {import("playwright-core").Page} page */
async function decides(page) {
  await page.locator("#steps li").first().waitFor();
  assert.equal(await page.locator("#response").innerText(), "emergency");
  assert.match(await page.locator("#steps").innerText(), /999/);
}

test("the example for a browser runs under the policy that the README gives", async (t) => {
  const { page, open } = await exampleUnder(t, "inline.js", "'wasm-unsafe-eval'");
  await open();
  await decides(page);
});

test("with the core fetched, it does under the policy that the README gives for that", async (t) => {
  const { page, open } = await exampleUnder(t, "fetch.js", "'wasm-unsafe-eval'", "'self'");
  await open();
  await decides(page);
});

test("it runs where a page may not wait for the core to be compiled", async (t) => {
  const { page, open } = await exampleUnder(t, "inline.js", "'wasm-unsafe-eval'");
  await page.addInitScript(() => {
    const refuse = () => {
      throw new RangeError("WebAssembly.Compile is disallowed on the main thread");
    };
    WebAssembly.Module = new Proxy(WebAssembly.Module, { construct: refuse });
    WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct: refuse });
  });
  await open();
  await decides(page);
});

test("a policy that says nothing of WebAssembly keeps the core from starting", async (t) => {
  const { page, open } = await exampleUnder(t, "inline.js", "");
  const refused = page.waitForEvent("pageerror");
  await open();
  assert.match((await refused).message, /unsafe-eval|WebAssembly/);
  assert.equal(await page.locator("#response").innerText(), "");
});
