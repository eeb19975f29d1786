// What comes out of a browser's printer: the record, on paper.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { constants, inflateSync } from "node:zlib";
import { until } from "./window.mjs";

/** How long a print may take on a machine where other work runs, in milliseconds. */
const A_PRINT = 60_000;

/** The sheets that a browser prints into a file, once they are all there. @param {string} file */
export const printedTo = (file) =>
  until(async () => {
    const pdf = readFileSync(file);
    return pdf.subarray(-32).includes("%%EOF") && pdf;
  }, A_PRINT);

/**
 * That a record is on few sheets of A4. It takes six or seven in Arial; where that is missing a wider type takes its place, hence the room.
 * @param {Buffer} pdf
 * @param {number} most sheets
 */
export function assertRecord(pdf, most = 8) {
  const sheets = [...legible(pdf).matchAll(/\/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+)/g)];
  // Browsers round to whole points.
  for (const [, width, height] of sheets) {
    assert.ok(Math.abs(Number(width) - 595.28) < 1 && Math.abs(Number(height) - 841.89) < 1, `${width} × ${height}`);
  }
  assert.ok(sheets.length > 2 && sheets.length <= most, `${sheets.length} sheets`);
  return sheets.length;
}

/** A PDF as text, with what it compresses. @param {Buffer} pdf */
function legible(pdf) {
  const text = pdf.toString("latin1");
  const streams = [...text.matchAll(/FlateDecode[\s\S]*?>>\s*stream\r?\n/g)];
  const inflated = streams.map(({ index, 0: { length } }) => inflateSync(pdf.subarray(index + length), TO_ITS_END));
  return [text, ...inflated.map((stream) => stream.toString("latin1"))].join("\n");
}

/** A stream ends where it says, whatever follows. */
const TO_ITS_END = { finishFlush: constants.Z_SYNC_FLUSH };
