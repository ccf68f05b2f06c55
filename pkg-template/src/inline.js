/**
 * Bytes as text that stays small when it is compressed: the bytes that are there most often are a
 * character each, the others two. Base64 would be a quarter more after brotli, since there no byte
 * begins where a character does.
 *
 * A text is the count of its bytes (8 hexadecimal digits), 256 bits that say which bytes are a single
 * character (64 digits, the lowest bit first), then the characters. `scripts/inline.mjs` writes it.
 */

/**
 * What a text consists of, in order. No character needs an escape in a string of any kind, nor in a
 * script inside HTML. The first two come before another one, the others stand for themselves.
 */
export const ALPHABET =
  " !#%&()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~";

/** How many characters lead a pair. */
export const LEADS = 2;

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {Error} The text is no such text, or not all of it.
 */
export function decode(text) {
  if (!/^[\da-f]{72}/.test(text)) throw damaged(0);
  /** The place of each character in the alphabet, by its code. @type {(number | undefined)[]} */
  const places = [];
  for (let place = 0; place < ALPHABET.length; place += 1) {
    places[ALPHABET.charCodeAt(place)] = place;
  }
  /** @type {number[]} */
  const singles = Array(LEADS);
  /** @type {number[]} */
  const pairs = [];
  for (let byte = 0; byte < 256; byte += 1) {
    const bits = Number.parseInt(text[8 + (byte >> 2)] ?? "", 16);
    ((bits >> (byte & 3)) & 1 ? singles : pairs).push(byte);
  }
  const count = Number.parseInt(text.slice(0, 8), 16);
  const bytes = new Uint8Array(count < text.length ? count : 0);
  let at = 72;
  for (let index = 0; index < bytes.length; index += 1) {
    const place = /** @type {number} */ (places[text.charCodeAt(at++)]);
    const byte =
      place < LEADS
        ? pairs[place * ALPHABET.length + /** @type {number} */ (places[text.charCodeAt(at++)])]
        : singles[place];
    if (byte === undefined) throw damaged(at);
    bytes[index] = byte;
  }
  if (at !== text.length || bytes.length !== count) throw damaged(at);
  return bytes;
}

/** @param {number} at */
const damaged = (at) =>
  new Error(`the text that carries it is damaged at character ${at}: was it changed on the way?`);
