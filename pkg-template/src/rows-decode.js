/** From what a source gives to UTF-8 without a byte order mark. */
import { refuse } from "./options.js";
import { createEncoder } from "./text.js";

/** @typedef {import("./rows-source.js").Chunk} Chunk */

/** Bytes in which the zeros of UTF-16 show: every text has spaces, digits or ends of lines. */
const LOOKED_AT = 2048;

/**
 * @param {Uint8Array} bytes The first of a file.
 * @returns {{ encoding: string, mark: number } | undefined} What they say themselves: its name, and
 *   how long the byte order mark is. Undefined where they say nothing.
 */
export function encodingOf(bytes) {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", mark: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", mark: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", mark: 2 };
  const looked = bytes.subarray(0, LOOKED_AT);
  const zerosAt = (/** @type {number} */ half) =>
    looked.reduce((sum, byte, at) => sum + Number(byte === 0 && at % 2 === half), 0);
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  const [least, most] = even < odd ? [even, odd] : [odd, even];
  // In Devanagari no more than spaces, commas and ends of lines have one, all on the same side. On
  // both sides they are what a disk or a program has left there.
  if (most < 2 || most * 25 < looked.length || least * 4 > most) return undefined;
  return { encoding: odd > even ? "utf-16le" : "utf-16be", mark: 0 };
}

/**
 * @param {unknown} label
 * @returns {string | undefined} The encoding's own name.
 */
export function readEncoding(label) {
  if (label === undefined || label === null) return undefined;
  try {
    return new TextDecoder(/** @type {string} */ (label)).encoding;
  } catch {
    return refuse('checkRows: encoding must be a name that TextDecoder knows: "windows-1252".');
  }
}

/** What no table of rows begins with, and what it is. @type {[string, string][]} */
const OTHERS = [
  ["PK\x03\x04", "an Excel workbook or another archive"],
  ["\xd0\xcf\x11\xe0", "an old Excel workbook"],
  ["\x89PNG", "a picture"],
  ["\xff\xd8\xff", "a picture"],
  ["%PDF", "a PDF"],
  ["\x1f\x8b", "a compressed file"],
];

/**
 * Refuses what is no text, with what to do.
 *
 * @param {Uint8Array} bytes The first of a file.
 */
export function mustBeText(bytes) {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  const [, what] = OTHERS.find(([sign]) => start.startsWith(sign)) ?? [];
  if (!what) return;
  notText(what);
}

/**
 * @param {string} what It is.
 * @returns {never}
 */
export function notText(what) {
  return refuse(
    `checkRows: this is ${what}, not a table of texts. Save the table as CSV first ("CSV UTF-8").`,
    "no_text",
  );
}

/**
 * @param {string} encoding
 * @returns {(chunk: Uint8Array | undefined) => Uint8Array} Undefined at the end.
 */
export function decoding(encoding) {
  if (encoding === "utf-8") return (chunk = new Uint8Array()) => chunk;
  const decoder = new TextDecoder(encoding);
  const encoder = createEncoder();
  return (chunk) => encoder.encode(decoder.decode(chunk, { stream: chunk !== undefined }));
}

/**
 * Texts as UTF-8. A character that a piece ends in the middle of is held until the next one.
 *
 * @returns {(text: string | undefined) => Uint8Array} Undefined at the end.
 */
export function encoding() {
  const encoder = createEncoder();
  let held = "";
  return (text) => {
    const whole = held + (text ?? "");
    held = (text !== undefined && /[\ud800-\udbff]$/.exec(whole)?.[0]) || "";
    return encoder.encode(held ? whole.slice(0, -1) : whole);
  };
}

/**
 * The text of bytes that should be UTF-8, line by line: a line that is not is read as Windows-1252,
 * as Excel writes it. The bytes may end in the middle of a character.
 *
 * @param {Uint8Array} bytes
 * @returns {{ text: string, isGuessed: boolean }}
 */
export function readable(bytes) {
  const whole = utf8In(bytes);
  if (whole !== undefined) return { text: whole, isGuessed: false };
  let text = "";
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start) + 1 || bytes.length;
    const line = bytes.subarray(start, end);
    text += utf8In(line) ?? new TextDecoder("windows-1252").decode(line);
    start = end;
  }
  return { text, isGuessed: true };
}

/**
 * @param {Uint8Array} bytes
 * @returns {string | undefined} Undefined where they are no UTF-8.
 */
function utf8In(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
