// The Nu HTML checker, and what it has to say.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const CHECKER = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/** @typedef {{ file: string, says: string, of: string }} Complaint of a piece of markup */

/** Whatever it says of these files, be it an error, a warning or a remark. @param {string[]} files @returns {Complaint[]} */
export function complaintsOf(files) {
  const options = ["-jar", CHECKER, "--format", "json", "--stdout", "--exit-zero-always"];
  const said = execFileSync(process.env.JAVA ?? "java", [...options, ...files], { maxBuffer: 2 ** 26 });
  return JSON.parse(String(said)).messages.map((/** @type {any} */ { url, message, extract = "" }) => ({
    file: basename(decodeURI(url)),
    says: message,
    of: extract,
  }));
}

/** Leaves files in a folder that goes when the test ends. @param {import("node:test").TestContext} t */
export function scratch(t) {
  const folder = mkdtempSync(join(tmpdir(), "html-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return (/** @type {string} */ name, /** @type {string} */ html) => {
    const file = join(folder, name);
    writeFileSync(file, html);
    return file;
  };
}
