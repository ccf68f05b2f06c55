/** Writes bytes as the text that pkg-template/src/inline.js reads. */
import { ALPHABET, LEADS } from "../pkg-template/src/inline.js";
import { arrange } from "./arrange.mjs";

/**
 * @param {Uint8Array} bytes
 * @returns {string} Of ASCII alone, free of quotes, backslashes, `$` and `<`.
 */
export function encode(bytes) {
  const counts = Array(256).fill(0);
  for (const byte of bytes) counts[byte] += 1;
  const byCount = [...counts.keys()].sort((a, b) => counts[b] - counts[a] || a - b);
  const singles = byCount.slice(0, ALPHABET.length - LEADS).sort((a, b) => a - b);
  const pairs = [...counts.keys()].filter((byte) => !singles.includes(byte));
  const written = counts.map((_, byte) => {
    const [single, pair] = [singles.indexOf(byte), pairs.indexOf(byte)];
    if (single >= 0) return [LEADS + single];
    return [Math.floor(pair / ALPHABET.length), pair % ALPHABET.length];
  });
  const symbols = Array.from(bytes, (byte) => written[byte] ?? []).flat();
  const characters = arrange(symbols, ALPHABET);
  const table = [...ALPHABET].map((character) => {
    const rank = characters.indexOf(character) - LEADS;
    return rank < 0 ? rank : singles[rank]?.toString(16).padStart(2, "0");
  });
  const count = bytes.length.toString(16).padStart(8, "0");
  return count + table.join("") + symbols.map((symbol) => characters[symbol]).join("");
}
