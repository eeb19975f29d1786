// What a browser would put on paper.

import assert from "node:assert/strict";
import { constants, inflateSync } from "node:zlib";

/** That every sheet is A4; Firefox rounds up to whole points. @param {Buffer} pdf */
export function assertA4(pdf) {
  const boxes = [...legible(pdf).matchAll(/\/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+)/g)];
  assert.ok(boxes.length > 0, "no sheets");
  for (const [, width, height] of boxes) {
    assert.ok(Math.abs(Number(width) - 595.28) < 1 && Math.abs(Number(height) - 841.89) < 1, `${width} × ${height}`);
  }
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
