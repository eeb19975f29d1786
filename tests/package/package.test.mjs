// The package as somebody has it who has installed it from the tarball.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { homedir } from "node:os";
import { extname, join, resolve } from "node:path";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { LAUNCH } from "../page/hands.mjs";

const USER = resolve(process.env.PACKAGE_USER ?? "target/npm/user");
const INSTALLED = join(USER, "node_modules/sgii-guide");
const VERSION = /^version = "(.*)"$/m.exec(readFileSync("Cargo.toml", "utf8"))?.[1];

/** @param {string} name */
const installed = (name) => readFileSync(join(INSTALLED, name), "utf8");

/** A copy of one of the files beside this one, among the user's own. @param {string} name */
function taken(name) {
  copyFileSync(join("tests/package", name), join(USER, name));
  return join(USER, name);
}

test("the tarball holds the package, its types, a README, both licences and the examples, and nothing else", () => {
  assert.deepEqual(readdirSync(INSTALLED).sort(), [
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "example.html",
    "example.mjs",
    "package.json",
    "sgii_guide.d.ts",
    "sgii_guide.js",
    "sgii_guide_bg.wasm",
  ]);
  for (const name of ["README.md", "example.html", "example.mjs"])
    assert.equal(installed(name), readFileSync(join("tests/package", name), "utf8"));
  for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) assert.equal(installed(name), readFileSync(name, "utf8"));
});

test("package.json says what it is", () => {
  const { name, version, description, license, type, types, sideEffects, exports, dependencies, scripts } = JSON.parse(
    installed("package.json"),
  );
  assert.deepEqual(
    { name, version, license, type, types, sideEffects, dependencies, scripts },
    {
      name: "sgii-guide",
      version: VERSION,
      license: "MIT OR Apache-2.0",
      type: "module",
      types: "sgii_guide.d.ts",
      sideEffects: false,
      dependencies: undefined,
      scripts: undefined,
    },
  );
  assert.match(description, /^What a school should do, and why/);
  assert.deepEqual(Object.keys(exports), [".", "./sgii_guide_bg.wasm"]);
});

test("no file of it tells where it was made", () => {
  const places = [process.cwd(), homedir(), "/.cargo/", "/registry/src/"];
  for (const name of readdirSync(INSTALLED)) {
    const bytes = readFileSync(join(INSTALLED, name));
    for (const place of places) assert.ok(!bytes.includes(place), `${place} in ${name}`);
  }
});

test("it compiles no text to code", () => {
  assert.doesNotMatch(installed("sgii_guide.js"), /\beval\s*\(|\bFunction\s*\(/);
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

test("TypeScript knows what each function takes and gives", () => {
  const tsc = [
    "--noEmit",
    "--strict",
    "--target",
    "es2024",
    "--module",
    "nodenext",
    "--ignoreConfig",
    "--pretty",
    "false",
  ];
  const user = taken("user.ts");
  const { stdout, status } = spawnSync(resolve("node_modules/.bin/tsc"), [...tsc, user], {
    cwd: USER,
    encoding: "utf8",
  });
  assert.equal(stdout, "");
  assert.equal(status, 0);
});

const TYPES = /** @type {Record<string, string>} */ ({
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
});

/** The user's folder under a content security policy, for as long as the test runs. @param {import("node:test").TestContext} t @param {string} policy @returns {Promise<string>} */
function served(t, policy) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "", "http://user").pathname;
    response
      .setHeader("content-security-policy", policy)
      .setHeader("content-type", TYPES[extname(path)] ?? "text/plain");
    response.end(path === "/favicon.ico" ? "" : readFileSync(join(USER, path)));
  });
  t.after(() => server.close().closeAllConnections());
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      resolve(`http://127.0.0.1:${port}/`);
    });
  });
}

/** The example for a browser, under the policy that the README gives, with this in place of what lets it compile the core. @param {import("node:test").TestContext} t @param {string} compile */
async function exampleUnder(t, compile) {
  const html = readFileSync(taken("example.html"), "utf8");
  const script = /<script type="module">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
  const hash = createHash("sha256").update(script).digest("base64");
  const address = await served(
    t,
    `default-src 'none'; script-src 'self' 'sha256-${hash}' ${compile}; connect-src 'self'`,
  );
  const browser = await chromium.launch(LAUNCH);
  t.after(() => browser.close());
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  return { page, open: () => page.goto(`${address}example.html`) };
}

test("the example for a browser runs under the policy that the README gives", async (t) => {
  const { page, open } = await exampleUnder(t, "'wasm-unsafe-eval'");
  await open();
  await page.locator("#steps li").first().waitFor();
  assert.equal(await page.locator("#response").innerText(), "emergency");
  assert.match(await page.locator("#steps").innerText(), /999/);
});

test("a policy that says nothing of WebAssembly keeps the core from starting", async (t) => {
  const { page, open } = await exampleUnder(t, "");
  const refused = page.waitForEvent("pageerror");
  await open();
  assert.match((await refused).message, /unsafe-eval|WebAssembly/);
  assert.equal(await page.locator("#response").innerText(), "");
});
