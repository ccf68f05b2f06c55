/** A text as blocks and spans. */
import { placeholdersIn } from "./book-template.js";
import {
  BOLD,
  CODE,
  GONE,
  ITALIC,
  markCode,
  markLine,
  markLinks,
  STRIKE,
  unmarked,
} from "./preview-marks.js";

/**
 * @typedef {import("../types/preview.js").PreviewSpan} PreviewSpan
 * @typedef {import("../types/preview.js").PreviewBlock} PreviewBlock
 *
 * @typedef {{ text: string, variable?: number, missing?: true }} Piece A stretch of a text: of the
 *   template, or the value of a variable.
 */

/** What makes a line an item: WhatsApp wants the space. */
const ITEM = /(?:(>)|([-*])|(\d{1,9})\.) (?=\S)/y;

/**
 * @param {string | null} text
 * @param {(number: number) => string} valueAt Of a variable; "": none is given.
 * @returns {Piece[]} The text with the values in place.
 */
export function fill(text, valueAt) {
  if (text === null) return [];
  /** @type {Piece[]} */
  const pieces = [];
  let from = 0;
  for (const { number, start, end } of placeholdersIn(text)) {
    if (number === null) continue;
    pieces.push({ text: text.slice(from, start) });
    const value = valueAt(number);
    if (value) pieces.push({ text: value, variable: number });
    else pieces.push({ text: text.slice(start, end), variable: number, missing: true });
    from = end;
  }
  pieces.push({ text: text.slice(from) });
  return pieces.filter(({ text }) => text);
}

/** @param {readonly { text: string }[]} pieces */
export const joined = (pieces) => pieces.map(({ text }) => text).join("");

/**
 * @param {readonly Piece[]} given
 * @param {boolean} [isFormatted] Whether marks format: RCS and SMS have none, but links.
 * @returns {PreviewBlock[]}
 */
export function blocksOf(given, isFormatted = true) {
  const { marked, spansOf } = read(given, isFormatted);
  const { text, flags, blocks: codes } = marked;
  if (text === "") return [];
  /** @type {any[]} */
  const blocks = [];
  for (let from = 0, to = 0; from <= text.length; from = to + 1) {
    for (to = from; to < text.length; to += 1) {
      if (text.charAt(to) === "\n" && !flags[to]) break;
    }
    if (codes.get(from) === to) {
      blocks.push({ type: "code", lines: linesIn(spansOf(from, to)) });
      continue;
    }
    ITEM.lastIndex = from;
    const [mark = "", quote, bullet, number] = (isFormatted && ITEM.exec(text)) || [];
    if (isFormatted) markLine(marked, from + mark.length, to);
    const type = quote ? "quote" : bullet ? "bullets" : number ? "numbers" : "paragraph";
    const line = spansOf(from + mark.length, to);
    const last = blocks.at(-1);
    const start = number && Number(number);
    if (last?.type === type && (!number || last.start + last.lines.length === start)) {
      last.lines.push(line);
    } else blocks.push({ type, ...(number && { start }), lines: [line] });
  }
  return blocks;
}

/**
 * @param {readonly Piece[]} given Of a line in which no list and no quote can be.
 * @param {boolean} isFormatted
 * @returns {PreviewSpan[]}
 */
export function lineOf(given, isFormatted) {
  const { marked, spansOf } = read(given, isFormatted);
  const { length } = marked.text;
  if (isFormatted) markLine(marked, 0, length);
  return spansOf(0, length);
}

/**
 * @param {readonly Piece[]} given
 * @param {boolean} isFormatted
 */
function read(given, isFormatted) {
  const pieces = given.map((piece) => ({ ...piece, text: piece.text.replace(/\r\n?/g, "\n") }));
  const marked = unmarked(joined(pieces));
  if (isFormatted) markCode(marked);
  markLinks(marked);
  const { text, flags, links, hrefs } = marked;
  const owners = new Uint32Array(text.length);
  let end = 0;
  for (const [index, piece] of pieces.entries()) {
    owners.fill(index, end, end + piece.text.length);
    end += piece.text.length;
  }

  /** @type {(from: number, to: number) => PreviewSpan} Of characters that have all in common. */
  const spanOf = (from, to) => {
    const flag = flags[from] ?? 0;
    const href = hrefs[links[from] ?? 0];
    return {
      ...pieces[owners[from] ?? 0],
      text: text.slice(from, to),
      ...(flag & BOLD && { bold: true }),
      ...(flag & ITALIC && { italic: true }),
      ...(flag & STRIKE && { strike: true }),
      ...(flag & CODE && { code: true }),
      ...(href && { href }),
    };
  };

  /** @type {(from: number, to: number) => PreviewSpan[]} */
  const spansOf = (from, to) => {
    /** @type {PreviewSpan[]} */
    const spans = [];
    for (let start = from, next = from + 1; start < to; next += 1) {
      const isSame =
        flags[next] === flags[start] &&
        owners[next] === owners[start] &&
        links[next] === links[start];
      if (isSame && next < to) continue;
      if (!((flags[start] ?? 0) & GONE)) spans.push(spanOf(start, next));
      start = next;
    }
    return spans;
  };

  return { marked, spansOf };
}

/**
 * @param {PreviewSpan[]} spans
 * @returns {PreviewSpan[][]} A list a line, without the breaks beside the marks of the code.
 */
function linesIn(spans) {
  /** @type {PreviewSpan[][]} */
  const lines = [[]];
  for (const span of spans) {
    for (const [index, text] of span.text.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (text) lines.at(-1)?.push({ ...span, text });
    }
  }
  if (!lines[0]?.length) lines.shift();
  if (!lines.at(-1)?.length) lines.pop();
  return lines;
}
