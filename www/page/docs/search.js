/** Finds words in all documents, by section. */
import MiniSearch from "minisearch";
import { anchorOf, childrenOf, depthOf, wordsIn } from "./nodes.js";

/**
 * @typedef {import("./library.js").Doc} Doc
 * @typedef {import("./nodes.js").DocNode} DocNode
 *
 * @typedef {object} Section From one heading to the next, or a row that says what a code means.
 * @property {number} id
 * @property {string} doc
 * @property {string} anchor
 * @property {string} title
 * @property {string[]} trail The titles above it, the document's first.
 * @property {string} text
 * @property {boolean} isTable It is of the reference, and no row.
 *
 * @typedef {object} Found
 * @property {Section} section
 * @property {string[]} words Beginnings of those in the section that were asked for.
 *
 * @typedef {(asked: string) => Found[]} Search The best first.
 */

/** What words are separated by, where they stand in text. */
const GAPS = /[\s,;"'`()[\]{}<>|“”‘’…=]+/u;

/** What stands at the end of a word and is no part of it. */
const EDGES = /^[^\p{L}\p{N}_$#@+-]+|[^\p{L}\p{N}_$%+]+$/gu;

/** Where a name is put together of words: `phone.not_digits`, `sendMessage`. */
const JOINTS = /[^\p{L}\p{N}]+|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u;

/** So many sections at a time: typing goes on meanwhile. */
const CHUNK = 50;

/** Of names of several, and of verbs: they are found by each other. */
const ENDINGS = /** @type {const} */ ([
  [/(?<=\p{L}{2})ie[sd]$/u, "y"],
  [/(?<=[^s]{3})s$/u, ""],
]);

/** Who asks by its name for a document wants that; a table of the reference has all words there are. */
const [NAMED, TABLES] = [4, 0.4];

/** A word this short is only found as it is, and one this long with a slip in it. */
const [SHORT, LONG] = [2, 5];

/** @param {readonly Doc[]} docs @returns {Promise<Search>} */
export async function createSearch(docs) {
  const sections = docs.flatMap(sectionsOf).map((section, id) => ({ ...section, id }));
  /** @type {MiniSearch<Section>} */
  const index = new MiniSearch({
    fields: ["title", "trail", "text"],
    extractField: (section, field) => {
      const value = /** @type {any} */ (section)[field];
      return Array.isArray(value) ? value.join(" ") : value;
    },
    tokenize: (text) => wordsOf(text).flatMap((word) => [word, ...partsOf(word)]),
    processTerm: stemOf,
    searchOptions: {
      boost: { title: 4, trail: 1.5 },
      combineWith: "AND",
      prefix: (term) => term.length > SHORT,
      fuzzy: (term) => (term.length >= LONG ? 0.2 : false),
      weights: { prefix: 0.5, fuzzy: 0.2 },
      boostDocument(id, term) {
        const { anchor, title, isTable } = /** @type {Section} */ (sections[id]);
        if (anchor === "" && wordsOf(title).map(stemOf).includes(term)) return NAMED;
        return isTable ? TABLES : 1;
      },
    },
  });
  await index.addAllAsync(sections, { chunkSize: CHUNK });

  /** @param {string} asked @param {(text: string) => string[]} tokenize */
  const find = (asked, tokenize) =>
    index.search(asked, { tokenize }).map(({ id, terms }) => ({
      section: /** @type {Section} */ (sections[id]),
      words: terms,
    }));
  return (asked) => {
    const whole = find(asked, wordsOf);
    // A name that nobody has may be put together of words that somebody uses.
    return whole.length > 0 ? whole : find(asked, inParts);
  };
}

/** @param {string} word @returns {string} */
function stemOf(word) {
  return ENDINGS.reduce((stem, [ending, other]) => stem.replace(ending, other), word.toLowerCase());
}

/** @param {string} text @returns {string[]} */
function wordsOf(text) {
  return text
    .split(GAPS)
    .map((word) => word.replace(EDGES, ""))
    .filter((word) => word !== "");
}

/** @param {string} word @returns {string[]} Nothing where it is one. */
function partsOf(word) {
  const parts = word.split(JOINTS).filter((part) => part !== "");
  // "phone.not_digits" by "not_digits" as well.
  const ends = word
    .split(".")
    .slice(1)
    .filter((end) => end !== "");
  return parts.length > 1 ? [...new Set([...parts, ...ends])] : [];
}

/** @param {string} text @returns {string[]} */
function inParts(text) {
  return wordsOf(text).flatMap((word) => {
    const parts = partsOf(word);
    return parts.length > 0 ? parts : [word];
  });
}

/** @param {Doc} doc @returns {Omit<Section, "id">[]} */
export function sectionsOf({ id, title, nodes }) {
  /** @type {Omit<Section, "id">[]} */
  const sections = [];
  /** The titles above, each at its depth. @type {string[]} */
  let trail = [];
  const isReference = id.startsWith("reference/");
  /** @param {string} anchor @param {string} title @param {readonly string[]} trail */
  const begin = (anchor, title, trail, isTable = isReference) => {
    const section = { doc: id, anchor, title, trail: [...trail], text: "", isTable };
    sections.push(section);
    return section;
  };
  let section = begin("", title, []);
  for (const node of nodes) {
    const depth = depthOf(node);
    if (depth === 1) trail = [title];
    else if (depth > 1) {
      trail = trail.slice(0, depth - 1);
      section = begin(anchorOf(node), wordsIn(node), trail);
      trail.push(section.title);
    } else {
      const { text, rows } = textOf(node);
      section.text = [section.text, text].filter(Boolean).join(" ");
      const above = section.title === title ? [title] : [...section.trail, section.title];
      for (const row of rows) {
        const cells = childrenOf(row).map(wordsIn);
        begin(anchorOf(row), anchorOf(row), above, false).text = cells
          .filter((cell) => cell !== anchorOf(row))
          .join(" · ");
      }
    }
  }
  return sections;
}

/** @param {DocNode} node @returns {{ text: string, rows: DocNode[] }} Rows that are sections apart. */
function textOf(node) {
  if (typeof node === "string") return { text: node, rows: [] };
  const [tag] = node;
  if (tag === "tr" && anchorOf(node)) return { text: "", rows: [node] };
  // What columns are called says little of what stands in them.
  if (tag === "thead") return { text: "", rows: [] };
  if (tag === "p" || tag === "pre" || tag === "code") return { text: wordsIn(node), rows: [] };
  const inner = childrenOf(node).map(textOf);
  // Within a line words stand side by side; cells, items and rows are apart.
  const between =
    { tr: " · ", tbody: " — " }[tag] ?? (/^(?:ul|ol|blockquote)$/.test(tag) ? " " : "");
  return {
    text: inner
      .map(({ text }) => text)
      .filter(Boolean)
      .join(between),
    rows: inner.flatMap(({ rows }) => rows),
  };
}
