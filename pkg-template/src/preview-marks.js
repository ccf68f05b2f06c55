/**
 * Where WhatsApp's formatting stands in a text.
 *
 * Each character has flags, which one pass after the other sets: code, links, then the marks of each
 * line. A pass looks at a character a fixed number of times, so a text costs time linear in its
 * length, whatever its marks.
 */
import { webAddress } from "./preview-read.js";

/**
 * @typedef {object} Marked
 * @property {string} text
 * @property {Uint8Array} flags Of each character.
 * @property {Uint32Array} links Of each character: its place in `hrefs`.
 * @property {string[]} hrefs The first stands for none.
 * @property {Map<number, number>} blocks Where code with three marks begins to where it ends.
 */

export const BOLD = 1;
export const ITALIC = 2;
export const STRIKE = 4;
export const CODE = 8;
/** A mark, which is not shown. */
export const GONE = 16;

const MARKS = "*_~";
const STYLES = [BOLD, ITALIC, STRIKE];

const SPACE = /\s/;

/** Beside one of these, outside, a mark is none. */
const WORD = /[\p{L}\p{M}\p{N}]/u;

/** With three marks also over lines. Nothing in it is formatted. */
const CODES = /```([\s\S]+?)```|`([^`\n]+)`/g;

const LINKS = /(?:https?:\/\/|www\.)[^\s<>"`{}]+/gi;

/** At the end of a link it belongs to the sentence. */
const BEHIND_LINK = ".,;:!?'()[]*_~";

/**
 * @param {string} text
 * @returns {Marked} As yet without any mark.
 */
export const unmarked = (text) => ({
  text,
  flags: new Uint8Array(text.length),
  links: new Uint32Array(text.length),
  hrefs: [""],
  blocks: new Map(),
});

/** @type {(marked: Marked, from: number, to: number, flag: number) => void} */
function set({ flags }, from, to, flag) {
  for (let index = from; index < to; index += 1) flags[index] = (flags[index] ?? 0) | flag;
}

/** @param {Marked} marked */
export function markCode(marked) {
  for (const { index, 0: all, 1: block, 2: inline } of marked.text.matchAll(CODES)) {
    if (!(block ?? inline ?? "").trim()) continue;
    const end = index + all.length;
    const width = block === undefined ? 1 : 3;
    set(marked, index, end, CODE);
    set(marked, index, index + width, GONE);
    set(marked, end - width, end, GONE);
    if (width === 3) marked.blocks.set(index, end);
  }
}

/** @param {Marked} marked With its code. */
export function markLinks({ text, flags, links, hrefs }) {
  for (const { index, 0: all } of text.matchAll(LINKS)) {
    const hasBracket = all.includes("(");
    let { length } = all;
    for (; length > 0; length -= 1) {
      const last = all.charAt(length - 1);
      if (!BEHIND_LINK.includes(last) || (last === ")" && hasBracket)) break;
    }
    const address = all.slice(0, length);
    const href = webAddress(/^www/i.test(address) ? `https://${address}` : address);
    if (flags[index] || !href || WORD.test(text.charAt(index - 1))) continue;
    links.fill(hrefs.push(href) - 1, index, index + length);
  }
}

/**
 * Formats what stands between pairs of marks. WhatsApp has no pair over lines, within a word, or
 * around white space.
 *
 * @param {Marked} marked With its code and links.
 * @param {number} from Where the line begins.
 * @param {number} to Where it ends.
 */
export function markLine(marked, from, to) {
  const { text, flags, links } = marked;
  const charAt = (/** @type {number} */ index) =>
    index < from || index >= to ? "\n" : text.charAt(index);
  /** Of each mark one at most. @type {{ mark: string, start: number }[]} */
  const open = [];
  for (let index = from; index < to; index += 1) {
    const mark = charAt(index);
    if (!MARKS.includes(mark) || flags[index] || links[index]) continue;
    const [before, after] = [charAt(index - 1), charAt(index + 1)];
    const [isBehind, isAhead] = [before === mark, after === mark];
    // Three in a row are a rule or a gap to fill in. Of two the outer one is a mark.
    if (isBehind ? isAhead || charAt(index - 2) === mark : isAhead && charAt(index + 2) === mark) {
      continue;
    }
    const place = open.findIndex((one) => one.mark === mark);
    const start = open[place]?.start ?? index;
    const closes = !isAhead && !SPACE.test(before) && !WORD.test(after);
    const opens = !isBehind && !SPACE.test(after) && !WORD.test(before) && before !== "@";
    if (closes && index - start > 1) {
      set(marked, start, index + 1, STYLES[MARKS.indexOf(mark)] ?? 0);
      for (const at of [start, index]) set(marked, at, at + 1, GONE);
      // What was opened within and does not end there is no mark.
      open.length = place;
    } else if (opens && place < 0) {
      open.push({ mark, start });
    }
  }
}
