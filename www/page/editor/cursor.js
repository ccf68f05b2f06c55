/** What is being written at a place of a JSON text, which need not be JSON yet. */

/**
 * @typedef {import("@lezer/common").SyntaxNode} SyntaxNode
 * @typedef {import("../places.js").Place} Place
 *
 * @typedef {object} Source
 * @property {{ slice: (from: number, to: number) => string, length: number }} text
 * @property {SyntaxNode} top
 *
 * @typedef {object} Cursor
 * @property {SyntaxNode | undefined} holder The object or list; nothing at the top.
 * @property {"key" | "value"} kind What goes here.
 * @property {string} [key] Whose value.
 * @property {Place} word What stands here of it, with its quotes.
 * @property {Place} inside The same without them.
 * @property {boolean} isQuoted
 * @property {boolean} isNamed It is a key whose value stands there already.
 * @property {number} [missing] Where a comma is missing before.
 * @property {boolean} isFollowed Without a comma behind, by something that wants one.
 */

/** @typedef {Place & { kind: "text" | "word" | ":" | "," | "end" }} Token "end" closes a value. */

const HOLDERS = new Set(["Object", "Array"]);

/**
 * @param {Source} source
 * @param {number} at
 * @returns {SyntaxNode | undefined} The innermost object or list that goes on at a place.
 */
export function holderAt({ text, top }, at) {
  /** @type {SyntaxNode | null} */
  let node = top.resolveInner(at, -1);
  while (node && !(HOLDERS.has(node.name) && isInside(node, at))) node = node.parent;
  // What is not closed ends in the tree before the spaces behind it.
  let open = lastOpen(node ?? top, at);
  while (open && text.slice(open.to, at).trim() === "") {
    node = open;
    open = lastOpen(node, at);
  }
  return node ?? undefined;
}

/** @param {SyntaxNode} node @param {number} at */
function isInside({ from, to, lastChild }, at) {
  const isClosed = lastChild?.name === "}" || lastChild?.name === "]";
  return from < at && (isClosed ? at < to : at <= to);
}

/**
 * @param {SyntaxNode} node
 * @param {number} at
 * @returns {SyntaxNode | undefined} An object or a list in it that ends before a place, not closed.
 */
function lastOpen(node, at) {
  let child = node.childBefore(at);
  while (child?.type.isError) child = child.prevSibling;
  if (child?.name === "Property") {
    child = child.lastChild;
    while (child?.type.isError) child = child.prevSibling;
  }
  if (!child || !HOLDERS.has(child.name)) return undefined;
  return isInside(child, child.to) ? child : undefined;
}

/**
 * @param {Source} source
 * @param {number} at
 * @returns {Cursor | undefined} Nothing where nothing can go: between a key and its colon, say.
 */
export function cursorAt(source, at) {
  const { text } = source;
  const holder = holderAt(source, at);
  const tokens = tokensBefore(source, startIn(holder, at), at);
  const last = tokens.at(-1);
  const isWriting = last !== undefined && last.to === at && isOpen(last, text);
  if (isWriting) tokens.pop();
  const place = placeAfter(tokens, holder);
  if (place === undefined) return undefined;
  const { kind } = place;
  const word = isWriting ? whole(text, last, at) : nextWord(text, at, place, holder);
  if (word === undefined) return undefined;
  const isQuoted = text.slice(word.from, word.from + 1) === '"';
  const isClosed = isQuoted && word.to > word.from + 1 && text.slice(word.to - 1, word.to) === '"';
  const inside = isQuoted ? { from: word.from + 1, to: word.to - (isClosed ? 1 : 0) } : word;
  const after = nextSign(text, word.to);
  const key = place.key && text.slice(place.key.from, place.key.to);
  return {
    holder,
    kind,
    ...(key !== undefined && { key: nameIn(key) }),
    word,
    inside,
    isQuoted,
    isNamed: kind === "key" && after === ":",
    ...(place.missing !== undefined && { missing: place.missing }),
    isFollowed: after !== "" && !",}]:".includes(after),
  };
}

/** @param {string} text @returns {string} */
function nameIn(text) {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

/**
 * @param {SyntaxNode | undefined} holder
 * @param {number} at
 * @returns {number} From where the text up to a place is read: a sign that is no part of a string.
 */
function startIn(holder, at) {
  if (holder === undefined) return 0;
  let child = holder.childBefore(at);
  while (child && !",{[".includes(child.name)) child = child.prevSibling;
  return child ? child.to : holder.from + 1;
}

/**
 * @param {Source} source
 * @param {number} from
 * @param {number} at
 * @returns {Token[]} Those at the end, as far as they count. Values that are closed are one.
 */
function tokensBefore({ text }, from, at) {
  /** @type {Token[]} */
  let tokens = [];
  const pattern = /"(?:[^"\\\n]|\\.)*"?|[:,[\]{}]|[^\s":,[\]{}]+/g;
  let depth = 0;
  for (const { 0: found, index } of text.slice(from, at).matchAll(pattern)) {
    const place = { from: from + index, to: from + index + found.length };
    if (found === "{" || found === "[") depth += 1;
    else if (depth > 0) {
      if (found === "}" || found === "]") depth -= 1;
      if (depth === 0) tokens.push({ kind: "end", ...place });
    } else if (found === ",") tokens = [{ kind: ",", ...place }];
    else if (found === ":") tokens.push({ kind: ":", ...place });
    else tokens.push({ kind: found.startsWith('"') ? "text" : "word", ...place });
  }
  return tokens;
}

/**
 * @param {Token} token The last one before the cursor.
 * @param {Source["text"]} text
 */
function isOpen({ kind, from, to }, text) {
  if (kind === "word") return true;
  return kind === "text" && !/^"(?:[^"\\]|\\.)*"$/.test(text.slice(from, to));
}

/**
 * @param {readonly Token[]} tokens Behind the last comma or the bracket.
 * @param {SyntaxNode | undefined} holder
 * @returns {{ kind: "key" | "value", key?: Place, missing?: number } | undefined}
 */
function placeAfter(tokens, holder) {
  const begun = tokens.filter(({ kind }) => kind !== ",");
  const last = begun.at(-1);
  if (holder?.name !== "Object") {
    if (last === undefined) return { kind: "value" };
    return holder && last.kind !== ":" ? { kind: "value", missing: last.to } : undefined;
  }
  if (last === undefined) return { kind: "key" };
  if (last.kind === ":") {
    const key = begun.at(-2);
    return key && { kind: "value", key };
  }
  const hasValue = begun.at(-2)?.kind === ":";
  return hasValue ? { kind: "key", missing: last.to } : undefined;
}

/**
 * @param {Source["text"]} text
 * @param {Token} token What stands of it before the cursor.
 * @param {number} at
 * @returns {Place} With what stands of it behind the cursor.
 */
function whole(text, { kind, from }, at) {
  const behind = text.slice(at, at + LOOK);
  const rest =
    kind === "text"
      ? // A quote further on that begins something else does not close this.
        /^(?:[^"\\\n]|\\.)*"(?=\s*(?:[:,}\]]|$)|[ \t]*\n)/.exec(behind)
      : /^[^\s":,[\]{}]+/.exec(behind);
  return { from, to: at + (rest ?? /^[\w-]*/.exec(behind) ?? [""])[0].length };
}

/** Longest text that is looked at for its end. */
const LOOK = 5000;

/** A value, or its beginning; a key is none. */
const VALUE = /^\s*(?:[[{]|"(?:[^"\\\n]|\\.)*"(?!\s*:)|[^\s":,[\]{}]+(?![^\s":,[\]{}]|\s*:))/;

/**
 * @param {Source["text"]} text
 * @param {number} at
 * @param {{ kind: "key" | "value" }} place
 * @param {SyntaxNode | undefined} holder
 * @returns {Place | undefined} Nothing is written yet; or the value right behind the cursor, which is
 *   what would be replaced. Nothing where the value stands further on.
 */
function nextWord(text, at, { kind }, holder) {
  const none = { from: at, to: at };
  if (kind === "key") return none;
  const [value] = VALUE.exec(text.slice(at, at + LOOK)) ?? [];
  if (value === undefined) return none;
  if (/^[^\s[{]/.test(value)) return { from: at, to: at + value.length };
  return holder?.name === "Array" ? none : undefined;
}

/**
 * @param {Source["text"]} text
 * @param {number} at
 * @returns {string} The next sign that is no space; empty at the end.
 */
function nextSign(text, at) {
  for (let from = at; from < text.length; from += LOOK) {
    const [found] = /\S/.exec(text.slice(from, from + LOOK)) ?? [];
    if (found) return found;
  }
  return "";
}
