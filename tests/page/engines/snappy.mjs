// Snappy in its frames, as Firefox packs what a page's worker keeps.

/** How every such file begins. */
export const FRAMED = Buffer.from("\xff\x06\0\0sNaPpY", "latin1");

const PACKED = 0;
const PLAIN = 1;

/** What a checksum takes before the data of a frame. */
const CHECKSUM = 4;

/** @param {Buffer} frames */
export function unframed(frames) {
  const parts = [];
  for (let at = 0; at + CHECKSUM <= frames.length; ) {
    const kind = frames[at];
    const end = at + 4 + frames.readUIntLE(at + 1, 3);
    const data = frames.subarray(at + 4 + CHECKSUM, end);
    if (kind === PACKED) parts.push(unpacked(data));
    if (kind === PLAIN) parts.push(data);
    at = end;
  }
  return Buffer.concat(parts);
}

/** @param {Buffer} packed */
function unpacked(packed) {
  let at = 0;
  /** A number in as many bytes as it takes, seven bits each. */
  const varint = () => {
    for (let value = 0, bits = 0; ; bits += 7) {
      const byte = packed.readUInt8(at++);
      value += (byte & 0x7f) * 2 ** bits;
      if (byte < 0x80) return value;
    }
  };
  /** @param {number} bytes */
  const number = (bytes) => {
    at += bytes;
    return packed.readUIntLE(at - bytes, bytes);
  };
  const out = Buffer.alloc(varint());
  let end = 0;
  while (at < packed.length) {
    const tag = packed.readUInt8(at++);
    const upper = tag >> 2;
    if ((tag & 3) === 0) {
      const length = (upper < 60 ? upper : number(upper - 59)) + 1;
      end += packed.copy(out, end, at, at + length);
      at += length;
      continue;
    }
    const short = (tag & 3) === 1;
    const length = short ? (upper & 7) + 4 : upper + 1;
    const back = short ? ((tag >> 5) << 8) + number(1) : number((tag & 3) === 2 ? 2 : 4);
    // What is copied may run into what is being written.
    for (const from = end - back; end - back < from + length; end += 1) out[end] = out[end - back] ?? 0;
  }
  return out;
}
