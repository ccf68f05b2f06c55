/**
 * Bytes as text that stays small when it is compressed: the bytes that are there most often are a
 * character each, the others two. Base64 would be a quarter more after brotli, since there no byte
 * begins where a character does.
 *
 * A text is the count of its bytes (8 hexadecimal digits), for each character of the alphabet the
 * byte that it stands for (2 digits), `-2` and `-1` for those that come before another one, then the
 * characters. The bytes that no character stands for are pairs, in order: by the first character, then
 * by what the second one stands for. `scripts/inline.mjs` writes it.
 */

/**
 * What a text consists of. No character needs an escape in a string of any kind, nor in a script
 * inside HTML.
 */
export const ALPHABET =
  " !#%&()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~";

/** How many characters lead a pair. */
export const LEADS = 2;

/** What stands before the characters. */
const HEAD = /^[\da-f]{8}(?:[\da-f]{2}|-[12]){89}/;

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {Error} The text is no such text, or not all of it.
 */
export function decode(text) {
  const [head = ""] = HEAD.exec(text) ?? [];
  const singles = [...ALPHABET].map((character, at) => {
    const byte = Number.parseInt(head.slice(8 + 2 * at, 10 + 2 * at), 16);
    return { code: character.charCodeAt(0), byte };
  });
  singles.sort((a, b) => a.byte - b.byte);
  /** The rank of each character, by its code. @type {(number | undefined)[]} */
  const ranks = [];
  singles.forEach(({ code }, rank) => {
    ranks[code] = rank;
  });
  const pairs = [...Array(256).keys()].filter(
    (byte) => !singles.some((each) => each.byte === byte),
  );
  const count = Number.parseInt(head.slice(0, 8), 16);
  const bytes = new Uint8Array(count < text.length ? count : 0);
  let at = head.length;
  for (let index = 0; index < bytes.length; index += 1) {
    const rank = /** @type {number} */ (ranks[text.charCodeAt(at++)]);
    const byte =
      rank < LEADS
        ? pairs[rank * ALPHABET.length + /** @type {number} */ (ranks[text.charCodeAt(at++)])]
        : singles[rank]?.byte;
    if (byte === undefined) throw damaged(at);
    bytes[index] = byte;
  }
  if (at !== text.length || bytes.length !== count) throw damaged(at);
  return bytes;
}

/** @param {number} at */
const damaged = (at) =>
  new Error(`the text that carries it is damaged at character ${at}: was it changed on the way?`);
