// The record as plain text, for a safeguarding system that takes text and not paper.

import { button, byId, el, fill, para } from "../dom.js";
import { label } from "../labels.js";

/** What stands in the text as blocks of their own, and what is of no use there. */
const BLOCKS = "h1, h2, h3, h4, p, li, .row, .option";
const NOT_IN_TEXT = ".screen, .change, .back, .actions, .unseen, .timing .paper";

/** The button that copies, and the place where that is told. */
export function copyView() {
  const $told = el("div", { role: "status", class: "screen" });
  const copy = async () => {
    const text = plainText(byId("app"));
    try {
      await navigator.clipboard.writeText(text);
      fill($told, para(label("copied"), "strong"));
    } catch {
      const $text = el("pre", { tabindex: 0 }, text);
      fill($told, [para(label("copy-by-hand"), "strong"), $text]);
      $text.focus();
      getSelection()?.selectAllChildren($text);
    }
  };
  return [button(label("copy"), copy), $told];
}

/** What an outcome says on paper, a line a block. @param {Element} $outcome */
function plainText($outcome) {
  const $paper = /** @type {Element} */ ($outcome.cloneNode(true));
  for (const $gone of $paper.querySelectorAll(NOT_IN_TEXT)) $gone.remove();
  for (const $summary of $paper.querySelectorAll("summary")) if (!$summary.querySelector("h2, h3")) $summary.remove();
  const $blocks = [...$paper.querySelectorAll(BLOCKS)].filter(($block) => !$block.querySelector(BLOCKS));
  return `${$blocks.map(lineOf).join("\n")}\n`;
}

/** A heading has an empty line before it, an entry of a list a mark or its number, and the parts of a row stand apart. @param {Element} $block */
function lineOf($block) {
  const parts = $block.matches(".row, .option") ? [...$block.children] : [$block];
  const said = parts.map(($part) => $part.textContent?.replace(/\s+/g, " ").trim()).join(" – ");
  if ($block.matches("h1, h2, h3")) return `\n${said}`;
  const $entry = $block.closest("li");
  return $entry && ($entry === $block || !$block.previousElementSibling) ? `${$entry.value || "-"} ${said}` : said;
}
