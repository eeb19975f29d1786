// The table in docs/leaks.md, from what was found. `node tests/leaks/report.mjs` takes over what the last run of the suite has found.

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { COMMITTED, committed, KEPT, namesOf } from "./findings.mjs";
import { techniquesIn } from "./techniques.mjs";

/** @typedef {import("./findings.mjs").Findings} Findings */
/** @typedef {import("./techniques.mjs").Place} Place */

export const ENGINES = ["Chromium", "Firefox", "WebKit"];

/** The whole page, as it is committed. */
export function page() {
  const found = ENGINES.map((engine) => committed(engine));
  const counts = found.map(
    (findings, at) =>
      `| ${ENGINES[at]} | ${cameFrom(findings, "control")} | ${cameFrom(findings, "guide")} | ${findings.seconds} s |`,
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
- **comes out**: see below the tables.
- *not seen*: nothing came from the page without protection either, so nothing is shown for this engine. The reason may be the engine, a setting, or our trap.
- not there: this engine does not have it. A dash: there is no such thing on a file.

${table(found, ["http", "file"])}

A page of another host around the guide, which listens:

${table(found, ["framed"])}

## What comes out, and what closes it

- **Chromium connects first.** When a frame is led elsewhere, Chromium looks the name up and connects before it asks the content policy, which then refuses. Nothing is sent, but names can say something: a line in the vault could have as many
  looked up as it likes, at one go, after which an error stands in place of the questions. No page can prevent this. Three things do, each a test beside the suite: the headers made for hosts, by \`Connection-Allowlist\`; the worker, which
  sends the same with a guide that the browser keeps (the table is of a first visit, without it); and the policy \`NetworkPredictionOptions\` = 2, by which whoever manages Chrome or Edge turns connecting beforehand off. What remains is a guide
  opened from a file, in a frame, or for the first time from a host without our headers. Firefox and WebKitGTK do not connect, nor do Chromium 72 and 103 as npm has them.
- **A page around the guide.** Every frame can send a message to the window around it, and nothing that a page can do takes that away. A line in the vault could tell such a page everything, if that page listens for it, or by the focus, the length
  of the history and time. The headers in \`headers/strict\` let no page show the guide in a frame; otherwise embed it only in a page that you trust.
- **A host that has violations reported.** If the host sends a content policy with \`report-uri\` or \`report-to\`, Chromium and Firefox report to it each address that the vault was refused, and a line in the vault could choose that address. Have no
  policy of the guide report.
- **On the disk.** A line in the vault could write into a field or the address of its frame, and Chromium keeps both for the next start (Firefox neither). The guide itself leaves nothing there, also if the browser is killed in the middle of an incident: tests search for it.

## What could not be observed

- **Look-ups of names.** There is no server of names in the trap. Once, by hand, the browsers were given one of their own: from the vault no image, socket or link had a name looked up, also where looking up beforehand was turned on again; only
  leading the frame elsewhere did, in Chromium, as above. WebKitGTK asked that server for nothing from any page. In Firefox no connection beforehand came from any page.
- **The shell, told things.** There is no shell around the page without protection. That it hears nothing but what it should is shown by tests of its own.
- **Mail, messages and telephones.** These machines have no program for them. Chromium says that the policy of the vault refuses them before it looks for one.
- **Voices.** A voice may be a service elsewhere; these browsers have none that is. Speaking is taken away.
- **What a browser does with the text of any page**: translate it, check its spelling or have it read or summed up by a service. Look into the settings of the browser.
- **Icons and manifests.** Browsers without a window fetch neither, or only for the page itself.
- **Rendering beforehand and fenced frames**, which need settings that these browsers do not have here.
- **WebRTC and WebTransport in WebKit.** WebKitGTK has neither. Safari has both; they are deleted there by the same line as in the others.
- **Time.** How long the guide takes for something could be measured by another program on the device.

## What may be told on purpose

- The shell hears from the vault which view is shown, the number of the step, that a form was incomplete, and a height. No other number comes into the title. It goes only to links out of the written guidance, once something is pressed.
- A page around the guide hears a height and the number of the step. Wherever there may be answers the height is the screen's, whatever is shown. The number of steps depends on the answers, and shows in the length of the history too.
- The clipboard, a print and a saved file are for the person to use.
`;
}

/** @param {Findings} findings @param {"control" | "guide"} from */
const cameFrom = (findings, from) => namesOf(findings, (result) => result[from] === "came").length;

/** @param {Findings[]} found in each engine @param {Place[]} places */
function table(found, places) {
  const heads = ENGINES.flatMap((engine) =>
    places.map((place) => (place === "framed" ? engine : `${engine}, ${place}`)),
  );
  const [first = "http"] = places;
  const rows = techniquesIn(first).map(({ name }) => [
    name,
    ...found.flatMap((findings) => cells(findings, places, name)),
  ]);
  return [["technique", ...heads], ["", ...heads].map(() => "---"), ...rows].map(row).join("\n");
}

/** @param {string[]} cells */
const row = (cells) => `| ${cells.join(" | ")} |`;

/** @param {Findings} findings @param {Place[]} places @param {string} name */
const cells = ({ places: all }, places, name) =>
  places.map((place) => {
    const result = all[place].find((result) => result.name === name);
    if (!result) return "–";
    if (result.guide === "came") return "**comes out**";
    return { came: "**stopped**", "nothing came": "*not seen*", "not there": "not there" }[result.control];
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(COMMITTED, { recursive: true });
  for (const engine of ENGINES)
    writeFileSync(`${COMMITTED}/${engine}.json`, `${JSON.stringify(committed(engine, KEPT), null, 1)}\n`);
  writeFileSync("docs/leaks.md", page());
}
