// The package in programs that each use it with a tool of their own, built and run as their package.json says.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { openBrowser } from "../page/hands.mjs";
import { serve } from "./serve.mjs";

const CONSUMERS = resolve(process.env.PACKAGE_CONSUMERS ?? "target/npm/consumers");
const TARBALL = resolve(CONSUMERS, "../sgii-guide.tgz");

/** What the tools are told beside: to keep to themselves, and to print plainly. */
const ENVIRONMENT = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" };
const ESM_IN_JEST = { NODE_OPTIONS: "--experimental-vm-modules --no-warnings" };

/** @param {string} name */
const folder = (name) => join(CONSUMERS, name);

/** A program of the tools' own. @param {string} program @param {string[]} given @param {string} cwd */
const tool = (program, given, cwd = CONSUMERS) =>
  execFileSync(join(CONSUMERS, "node_modules/.bin", program), given, { cwd, env: ENVIRONMENT, encoding: "utf8" });

/** A script of a consumer's package.json; what it prints, where it fails, is in the error. @param {string} name @param {string} script @param {Record<string, string>} environment */
function run(name, script, environment = {}) {
  const options = {
    cwd: folder(name),
    env: { ...ENVIRONMENT, ...environment },
    encoding: /** @type {const} */ ("utf8"),
  };
  return execFileSync("npm", ["run", "--silent", script], options);
}

/** @param {string} name @param {string} script */
function build(name, script = "build") {
  rmSync(join(folder(name), "dist"), { recursive: true, force: true });
  return run(name, script);
}

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** What a page says once it has a decision; a request or a script that fails is told instead. @param {string} address @param {string} selector @returns {Promise<string>} */
async function said(address, selector = "#response") {
  const page = await browser.newPage();
  /** @type {string[]} */
  const failed = [];
  page.on("pageerror", (error) => failed.push(error.message));
  page.on("response", (reply) => reply.status() >= 400 && failed.push(`${reply.status()} ${reply.url()}`));
  await page.goto(address);
  const text = page.locator(selector, { hasText: /./ });
  await text.waitFor({ timeout: 20_000 }).catch((error) => failed.push(error.message));
  assert.deepEqual(failed, []);
  return text.innerText().finally(() => page.close());
}

/** A port that is free now. @returns {Promise<number>} */
function port() {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** A server that a consumer's package.json starts, with whatever it starts in turn, until the test ends. @param {import("node:test").TestContext} t @param {string} name @param {string} script @param {string} host What the tool calls its option for the host. @returns {Promise<string>} */
async function started(t, name, script, host) {
  const free = String(await port());
  const words = ["run", script, "--", host, "127.0.0.1", "--port", free];
  const server = spawn("npm", words, { cwd: folder(name), env: ENVIRONMENT, detached: true });
  t.after(() => server.pid && process.kill(-server.pid));
  return new Promise((resolve, reject) => {
    let printed = "";
    const read = (/** @type {Buffer} */ chunk) => {
      printed += chunk;
      if (printed.includes(`//127.0.0.1:${free}`)) resolve(`http://127.0.0.1:${free}/`);
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.on("exit", () => reject(new Error(printed)));
  });
}

/** @param {string} file @param {string} among */
const read = (file, among = CONSUMERS) => readFileSync(join(among, file), "utf8");

const README = read("README.md", "package");

test("what the README tells to write is what is written here", () => {
  const given = [...README.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = ""]) => code);
  const files = ["vite/main.js", "jest/text-encoding.cjs", "vite-fetch/vite.config.js"].map((name) => read(name));
  const written = [...files, read("example.cjs", "package")];
  for (const code of given)
    assert.ok(
      written.some((text) => text.includes(code)),
      code,
    );
  assert.equal(given.length, written.length);
  assert.ok(read("rollup/rollup.config.js").includes("plugins: [resolve()]"));
});

test("the README names the versions that are tried", () => {
  const rows = [...README.matchAll(/^\| (\S+) \| ([\d., ]+) \|/gm)].map(([, tool = "", versions = ""]) => [
    tool,
    versions,
  ]);
  const tried = (/** @type {string} */ name, /** @type {string} */ tool) =>
    JSON.parse(read(`${name}/package.json`)).devDependencies[tool].replace(/\.\d+$/, "");
  for (const [tool = "", versions] of rows) {
    const name = tool.toLowerCase().replace(".js", "");
    const here = name === "vite" ? [tried("vite-7", name), tried(name, name)] : [tried(name, name)];
    assert.equal(versions, here.join(", "), tool);
  }
  assert.equal(rows.length, 9);
});

test("publint finds nothing", () => {
  tool("publint", ["run", TARBALL, "--strict"]);
});

/** The core's file is no module, and `fetch` finds it by `import.meta.url`, which CommonJS has not. */
test("the types are right however they are resolved", () => {
  tool("attw", [TARBALL, "--exclude-entrypoints", "fetch", "sgii_guide_bg.wasm"]);
});

test("the types of the entry that only ECMAScript modules can have are right for them", () => {
  tool("attw", [TARBALL, "--profile", "esm-only", "--entrypoints", "fetch"]);
});

test("TypeScript has its types however it resolves them, and without a browser's", () => {
  run("typescript", "test");
});

for (const name of ["vite", "vite-7", "vite-fetch"]) {
  test(`${name}, built`, async (t) => {
    build(name);
    assert.equal(await said(await serve(t, join(folder(name), "dist"))), "emergency");
  });

  test(`${name}, while developing`, async (t) => {
    // Vite keeps what it has bundled by version, which stays the same here while the package changes.
    rmSync(join(folder(name), "node_modules/.vite"), { recursive: true, force: true });
    assert.equal(await said(await started(t, name, "dev", "--host")), "emergency");
  });
}

test("webpack", async (t) => {
  build("webpack");
  assert.equal(await said(await serve(t, folder("webpack"))), "emergency");
});

test("webpack with the core fetched", async (t) => {
  build("webpack", "build:fetch");
  assert.equal(await said(`${await serve(t, folder("webpack"))}fetch.html`), "emergency");
});

test("Rollup", async (t) => {
  build("rollup");
  assert.equal(await said(await serve(t, folder("rollup"))), "emergency");
});

test("esbuild to a module", async (t) => {
  build("esbuild");
  assert.equal(await said(await serve(t, folder("esbuild"))), "emergency");
});

test("esbuild to a plain script", async (t) => {
  build("esbuild", "build:iife");
  assert.equal(await said(`${await serve(t, folder("esbuild"))}iife.html`), "emergency");
});

test("esbuild for Node", () => {
  build("esbuild", "build:node");
  assert.equal(execFileSync("node", [join(folder("esbuild"), "dist/node.js")], { encoding: "utf8" }), "emergency\n");
});

test("Parcel, with the core inside and fetched", async (t) => {
  build("parcel");
  const address = await serve(t, join(folder("parcel"), "dist"));
  assert.equal(await said(address), "emergency");
  assert.equal(await said(`${address}fetch.html`), "emergency");
});

test("Next.js, on the server and in the browser", async (t) => {
  run("next", "build");
  const address = await started(t, "next", "start", "--hostname");
  assert.equal(await said(address, "#on-the-server"), "emergency");
  assert.equal(await said(address), "emergency");
});

test("Jest, with CommonJS, with modules, and with jsdom", () => {
  run("jest", "test", ESM_IN_JEST);
});

test("Vitest, and with jsdom", () => {
  run("vitest", "test");
});
