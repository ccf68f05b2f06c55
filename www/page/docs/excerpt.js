/** Of a text that words were found in, what stands around them. */
import { element } from "../dom.js";

/** So much of a text is shown, and so much of it before the first word, in characters. */
const [LENGTH, BEFORE] = [170, 50];

/**
 * @param {readonly string[]} words
 * @returns {RegExp | undefined} What finds them where they begin a word; nothing where there are none.
 */
function patternOf(words) {
  if (words.length === 0) return undefined;
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  const escaped = longestFirst.map((word) =>
    // A word in "y" stands for the one in "ies" as well.
    word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/y$/, "(?:y|ie[sd])"),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?:s(?!\\p{L}))?`, "giu");
}

/**
 * @param {string} text
 * @param {readonly string[]} words In lower case.
 * @returns {string} With "…" where more of it stands.
 */
export function excerptOf(text, words) {
  const first = patternOf(words)?.exec(text)?.index ?? 0;
  const space = text.lastIndexOf(" ", first - BEFORE);
  const from = first > BEFORE ? space + 1 : 0;
  const rest = text.slice(from);
  const end = rest.length > LENGTH ? rest.lastIndexOf(" ", LENGTH) : rest.length;
  // A word without an end is cut anywhere.
  const part = rest.slice(0, end > 0 ? end : LENGTH);
  return `${from > 0 ? "…" : ""}${part}${part.length < rest.length ? "…" : ""}`;
}

/**
 * @param {string} text
 * @param {readonly string[]} words In lower case.
 * @returns {(Node | string)[]} With the words marked.
 */
export function marked(text, words) {
  const pattern = patternOf(words);
  if (pattern === undefined) return [text];
  /** @type {(Node | string)[]} */
  const parts = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(pattern)) {
    parts.push(text.slice(end, index), element("mark", {}, word));
    end = index + word.length;
  }
  return [...parts, text.slice(end)];
}
