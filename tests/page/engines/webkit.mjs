// WebKitGTK's own small browser, by WebDriver, on a screen and a message bus that end with it. It stands in for Safari; it is not Safari.

import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { isUp, pause, until } from "./window.mjs";

/** @typedef {import("./window.mjs").Window} Window */

/** The keys that WebDriver has no plain character for. */
const KEYS = /** @type {Record<string, string>} */ ({
  Tab: "\uE004",
  Enter: "\uE006",
  Space: " ",
  ArrowUp: "\uE013",
  ArrowDown: "\uE015",
});

/** How long what is drawn takes to reach a picture, in milliseconds. */
const DRAWN = 1_500;

/** How long any one thing may take, in milliseconds. */
const AT_MOST = 20_000;

/** @returns {Promise<Window>} */
export async function openWebKit() {
  const driver = await startDriver();
  const { sessionId } = await driver.ask("POST", "/session", { capabilities: {} });
  /** @param {string} method @param {string} path @param {object} [what] */
  const ask = (method, path, what) => driver.ask(method, `/session/${sessionId}${path}`, what);
  return windowOf({ ask, spokenTo: "" }, await ask("GET", "/window"), async () => {
    await ask("DELETE", "");
    await driver.end();
  });
}

/**
 * What all windows of one browser share.
 * @typedef {object} Session
 * @property {(method: string, path: string, what?: object) => Promise<any>} ask
 * @property {string} spokenTo the handle of the window that hears what is asked
 */

/** @param {Session} session @param {string} handle @param {() => Promise<void>} [close] @returns {Window} */
function windowOf(session, handle, close) {
  /** @type {Session["ask"]} */
  const ask = async (...what) => {
    if (session.spokenTo !== handle) await session.ask("POST", "/window", { handle });
    session.spokenTo = handle;
    return session.ask(...what);
  };
  /** @param {string} path @param {object} what */
  const tell = (path, what) => ask("POST", `/${path}`, what);
  /** @type {any} */
  const evaluate = (/** @type {any} */ script, /** @type {any} */ given) =>
    tell("execute/sync", { script: `return (${script})(...arguments)`, args: [given] });
  /** @type {any} */
  const outside = async (/** @type {any[]} */ ...what) => {
    await tell("frame", { id: null });
    return evaluate(...what);
  };
  /** Goes into the vault by the first frame of each page, and back out where there is none. @param {any} seen @returns {Promise<unknown>} */
  const enter = async ({ vault, other }) => {
    await tell("frame", { id: vault ?? other });
    return other && !vault && enter(await evaluate(frames));
  };
  return {
    hands: {
      keyboard: { press: (key) => tell("actions", stroke(KEYS[key] ?? key)) },
      async evaluate(/** @type {any[]} */ ...what) {
        await enter(await outside(frames));
        return evaluate(...what);
      },
    },
    outside,
    async goTo(url) {
      await tell("url", { url });
      await until(() => outside(isUp));
    },
    // The driver waits for ever for a script that goes with its page, so it must be the one that moves.
    move: (way) => tell(way, {}),
    async screenshot() {
      await pause(DRAWN);
      return Buffer.from(await ask("GET", "/screenshot"), "base64");
    },
    beside: async () => windowOf(session, (await tell("window/new", { type: "window" })).handle),
    close: close ?? (() => ask("DELETE", "/window")),
  };
}

/** The frame with the vault, and the first one. It runs in the page. */
const frames = () => ({ vault: document.querySelector("#vault > iframe"), other: document.querySelector("iframe") });

/** @param {string} value */
const stroke = (value) => ({
  actions: [
    {
      type: "key",
      id: "keyboard",
      actions: ["keyDown", "keyUp"].map((type) => ({ type, value })),
    },
  ],
});

async function startDriver() {
  const port = await freePort();
  const program = process.env.WEBKIT_DRIVER ?? "/usr/bin/WebKitWebDriver";
  const command = ["--auto-servernum", "dbus-run-session", "--", program, `--port=${port}`];
  // A group of its own, so that the screen and the bus end with it.
  const group = spawn("xvfb-run", command, { stdio: "ignore", detached: true });
  const ended = new Promise((resolve) => group.on("exit", resolve));
  /** @param {string} method @param {string} path @param {object} [what] */
  const ask = async (method, path, what) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: what && JSON.stringify(what),
      signal: AbortSignal.timeout(AT_MOST),
    });
    const { value } = /** @type {any} */ (await response.json());
    if (response.ok) return value;
    throw new Error(`${path}: ${value.error}: ${value.message}`);
  };
  await until(() => ask("GET", "/status"));
  const end = async () => {
    process.kill(-(group.pid ?? 0), "SIGTERM");
    await ended;
  };
  return { ask, end };
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
