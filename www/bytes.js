// Bytes that stand in the page as text.

/**
 * Each character is a byte: the numbers below 32 have changed places with the capital letters, and what is no plain character even
 * then is the one 256 further on.
 * @param {string} text
 */
export function bytes(text) {
  const all = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const byte = text.charCodeAt(at) & 0xff;
    all[at] = byte & 0xa0 ? byte : byte ^ 0x50;
  }
  return all;
}
