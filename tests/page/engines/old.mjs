// A Chromium of years ago, as npm keeps it, by the protocol of its own developer tools over two pipes. Playwright and Puppeteer
// speak to newer ones only.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { transformSync } from "esbuild";
import { isUp, moveByScript, until } from "./window.mjs";

/** @typedef {import("./window.mjs").Window} Window */
/** @typedef {(method: string, what?: object) => Promise<any>} Ask */

/** As root too, without a screen, and without the other processes that a small machine of its time had no room for. */
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-zygote"];

/** Each key by what the protocol tells of it. @type {Record<string, { code: number, text?: string, key?: string }>} */
const KEYS = {
  Tab: { code: 9 },
  Enter: { code: 13, text: "\r" },
  Space: { code: 32, text: " ", key: " " },
  ArrowUp: { code: 38 },
  ArrowDown: { code: 40 },
};

/** Where browsers are unpacked to. */
const UNPACKED = "target/old";

/** The program of a package in `tests/old`, which is unpacked once. @param {string} from the packed program within the package */
export function programOf(from) {
  const program = `${UNPACKED}/${dirname(from)}/${basename(from, ".br")}`;
  if (!existsSync(program)) {
    mkdirSync(dirname(program), { recursive: true });
    const packed = readFileSync(`tests/old/node_modules/${from}`);
    writeFileSync(`${program}.part`, brotliDecompressSync(packed), { mode: 0o755 });
    renameSync(`${program}.part`, program);
  }
  return program;
}

/** @param {string} program @param {string} profile an empty folder @returns {Promise<Window & { version: string }>} */
export async function openOld(program, profile) {
  const command = [...FLAGS, "--window-size=1280,900", `--user-data-dir=${profile}`, "--remote-debugging-pipe"];
  const browser = spawn(program, command, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => browser.on("exit", resolve));
  const spoken = speak(browser);
  const { product } = await spoken.ask("Browser.getVersion");
  const close = async () => {
    browser.kill("SIGKILL");
    await ended;
  };
  return { ...(await openWindow(spoken, close)), version: product };
}

/** @param {ReturnType<typeof speak>} spoken @param {() => Promise<void>} close */
async function openWindow({ ask, frames }, close) {
  const { targetId } = await ask("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true });
  /** @type {Ask} */
  const tell = (method, what) => ask(method, what, sessionId);
  for (const domain of ["Page", "Runtime"]) await tell(`${domain}.enable`);
  const beside = () => openWindow({ ask, frames }, () => ask("Target.closeTarget", { targetId }));
  return { ...windowOf(tell, frames), beside, close };
}

/** What is said and heard over the pipes, and the frames that scripts can run in. @param {import("node:child_process").ChildProcess} browser */
function speak({ stdio }) {
  const [, , , said, heard] = /** @type {any} */ (stdio);
  /** @type {Map<number, (answer: any) => void>} */
  const waiting = new Map();
  /** The context of scripts in each frame, by the frame's id. @type {Map<string, number>} */
  const frames = new Map();
  let rest = "";
  let last = 0;
  heard.on("data", (/** @type {Buffer} */ bytes) => {
    const parts = (rest + bytes).split("\0");
    rest = parts.pop() ?? "";
    for (const part of parts) hear(JSON.parse(part));
  });
  /** @param {any} message */
  function hear({ id, method, params, ...answer }) {
    waiting.get(id)?.(answer);
    waiting.delete(id);
    if (method === "Runtime.executionContextCreated") {
      const { id: context, auxData } = params.context;
      if (auxData.isDefault) frames.set(auxData.frameId, context);
    }
  }
  /** @param {string} method @param {object} [params] @param {string} [sessionId] */
  const ask = async (method, params = {}, sessionId = undefined) => {
    const id = ++last;
    const answered = new Promise((resolve) => waiting.set(id, resolve));
    said.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const { result, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
  return { ask, frames };
}

/** @param {Ask} tell @param {Map<string, number>} frames @returns {Omit<Window, "beside" | "close">} */
function windowOf(tell, frames) {
  /** Runs a script where it is wanted. @param {(tree: any) => string} where @returns {any} */
  const within = (where) => async (/** @type {Function} */ script, /** @type {any} */ given) => {
    const { frameTree } = await tell("Page.getFrameTree");
    const { result, exceptionDetails } = await tell("Runtime.callFunctionOn", {
      functionDeclaration: inOldWords(script),
      executionContextId: frames.get(where(frameTree)),
      arguments: [{ value: given }],
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  const outside = within(({ frame }) => frame.id);
  return {
    hands: {
      keyboard: { press: (name) => stroke(tell, name) },
      evaluate: within(({ frame, childFrames = [] }) => (childFrames[0]?.frame ?? frame).id),
    },
    outside,
    async goTo(url) {
      await tell("Page.navigate", { url });
      await until(() => outside(() => document.readyState === "complete"));
      await until(() => outside(isUp));
    },
    move: (way) => moveByScript(/** @type {any} */ ({ evaluate: outside }), way),
    screenshot: async () => Buffer.from((await tell("Page.captureScreenshot")).data, "base64"),
  };
}

/** What a test asks, as a browser of 2019 understands it. @param {Function} script */
const inOldWords = (script) => transformSync(`(${script})`, { target: "es2018" }).code.trim().replace(/;$/, "");

/** @param {Ask} tell @param {string} name */
async function stroke(tell, name) {
  const { code, text, key = name } = KEYS[name] ?? { code: 0 };
  const what = { key, code: name, windowsVirtualKeyCode: code, nativeVirtualKeyCode: code };
  await tell("Input.dispatchKeyEvent", { type: text ? "keyDown" : "rawKeyDown", text, ...what });
  await tell("Input.dispatchKeyEvent", { type: "keyUp", ...what });
}
