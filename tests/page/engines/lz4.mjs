// LZ4 blocks, in which Firefox writes down what it has open.

/** Lengths of 15 and more go on in further bytes, up to one that is not full. */
const GOES_ON = 15;
const FULL = 255;
const SHORTEST_COPY = 4;

/** What a block holds, which its length in four bytes precedes. @param {Buffer} packed */
export function unpacked(packed) {
  const out = Buffer.alloc(packed.readUInt32LE(0));
  let [from, to] = [4, 0];
  const length = (/** @type {number} */ begun) => {
    let sum = begun;
    for (let more = begun === GOES_ON ? FULL : 0; more === FULL; sum += more) more = packed.readUInt8(from++);
    return sum;
  };
  while (from < packed.length) {
    const token = packed.readUInt8(from++);
    const fresh = length(token >> 4);
    to += packed.copy(out, to, from, from + fresh);
    from += fresh;
    if (from >= packed.length) break;
    const back = packed.readUInt16LE(from);
    from += 2;
    // A copy may reach into itself, and so repeats what it has just written.
    for (let left = length(token & GOES_ON) + SHORTEST_COPY; left > 0; left -= 1, to += 1)
      out[to] = out[to - back] ?? 0;
  }
  return out;
}
