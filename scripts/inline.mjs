/** Writes bytes as the text that pkg-template/src/inline.js reads. */
import { ALPHABET, LEADS } from "../pkg-template/src/inline.js";

/**
 * Both kinds of bytes keep their order among the characters: bytes that are close to each other
 * mean similar things, which the compression of texts makes use of.
 *
 * @param {Uint8Array} bytes
 * @returns {string} Of ASCII alone, free of quotes, backslashes, `$` and `<`.
 */
export function encode(bytes) {
  const counts = Array(256).fill(0);
  for (const byte of bytes) counts[byte] += 1;
  const byCount = [...counts.keys()].sort((a, b) => counts[b] - counts[a] || a - b);
  const single = new Set(byCount.slice(0, ALPHABET.length - LEADS));
  let [singles, pairs] = [LEADS, 0];
  const characters = counts.map((_, byte) => {
    if (single.has(byte)) return ALPHABET[singles++];
    const lead = ALPHABET[Math.floor(pairs / ALPHABET.length)] ?? "";
    return lead + ALPHABET[pairs++ % ALPHABET.length];
  });
  const table = Array.from({ length: 64 }, (_, digit) => {
    const bits = [3, 2, 1, 0].map((bit) => (single.has(digit * 4 + bit) ? 1 : 0));
    return Number.parseInt(bits.join(""), 2).toString(16);
  });
  const count = bytes.length.toString(16).padStart(8, "0");
  return count + table.join("") + Array.from(bytes, (byte) => characters[byte]).join("");
}
