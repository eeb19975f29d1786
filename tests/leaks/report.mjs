// The table in www/leaks.md, from what was found. `node tests/leaks/report.mjs` takes over what the last run of the suite has found.

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { COMMITTED, committed, KEPT, namesOf } from "./findings.mjs";
import { TECHNIQUES } from "./techniques.mjs";

/** @typedef {import("./findings.mjs").Findings} Findings */
/** @typedef {import("./findings.mjs").Scheme} Scheme */

export const ENGINES = ["Chromium", "Firefox", "WebKit"];

/** @type {Scheme[]} */
const SCHEMES = ["http", "file"];

/** The whole page, as it is committed. */
export function page() {
  const found = ENGINES.map((engine) => committed(engine));
  const counts = found.map(
    (findings, at) =>
      `| ${ENGINES[at]} | ${caught(findings)} | ${namesOf(findings, ({ guide }) => guide === "came").length} | ${findings.seconds} s |`,
  );
  const heads = ENGINES.flatMap((engine) => SCHEMES.map((scheme) => `${engine}, ${scheme}`));
  const rows = TECHNIQUES.map(
    ({ name }) => `| ${[name, ...found.flatMap((findings) => cells(findings, name))].join(" | ")} |`,
  );
  return `# What was tried to get something out of the guide

This is written by \`node tests/leaks/report.mjs\` from the last run of the leak suite, which is part of \`cargo xtask test\`. Do not change it by hand.

Each technique is tried twice, in three browser engines, from a web server and from a file: on a page without any protection, and inside the vault of the very
\`guide.html\` that ships, by a script that is put there as if an attacker had got in. A trap on the same machine notes what comes. The page without protection
shows that the trap works. What a person must do first, such as press a key, is done.

| engine | came from the page without protection | came from the guide | the suite took |
|---|--:|--:|--:|
${counts.join("\n")}

- **stopped**: it came from the page without protection, and nothing came from the guide.
- *not seen*: nothing came from the page without protection either, so nothing is shown for this engine. The reason may be the engine, a setting, or our trap.
- not there: this engine does not have it. A dash: there is no such thing on a file.

| technique | ${heads.join(" | ")} |
|---|${heads.map(() => "---|").join("")}
${rows.join("\n")}

## What could not be observed

- **Look-ups of names.** There is no server of names in the trap. A page in the vault can make no link element, and looking up the addresses of its links beforehand is turned off; neither shows as a look-up that
  did not happen. In Firefox no connection beforehand came from any page.
- **Icons and manifests.** Browsers without a window fetch neither, or only for the page itself.
- **Rendering beforehand and fenced frames**, which need settings that these browsers do not have here.
- **WebRTC and WebTransport in WebKit.** WebKitGTK has neither. Safari has both; they are deleted there by the same line as in the others.
- **A browser without Trusted Types** (Safari before 26, Firefox before 148): there a script in the vault could read a link element out of markup, and so connect to an address. Every other row rests on other things.
- **Time.** How long the guide takes for something could be measured by another program on the device.

## What may be told on purpose

- The shell hears from the vault which view is shown, the number of the step, that a form was incomplete, and a height. It goes only to links that stand in the written guidance.
- A page around the guide hears a height and the number of the step. Neither is an answer, but both depend on answers a little.
- The clipboard, a print and a saved file are for the person to use.
`;
}

/** @param {Findings} findings */
const caught = (findings) => namesOf(findings, ({ control }) => control === "came").length;

/** @param {Findings} findings @param {string} name */
const cells = ({ schemes }, name) =>
  SCHEMES.map((scheme) => {
    const result = schemes[scheme].find((result) => result.name === name);
    if (!result) return "–";
    if (result.guide === "came") return "**CAME OUT**";
    return { came: "**stopped**", "nothing came": "*not seen*", "not there": "not there" }[result.control];
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(COMMITTED, { recursive: true });
  for (const engine of ENGINES)
    writeFileSync(`${COMMITTED}/${engine}.json`, `${JSON.stringify(committed(engine, KEPT), null, 1)}\n`);
  writeFileSync("www/leaks.md", page());
}
