/**
 * A JSON text as a tree of places: read in one pass and without recursion, however long, deep or
 * unfinished it is.
 */

/**
 * @typedef {{ from: number, to: number }} Place Characters from the start of the text.
 *
 * @typedef {Place & { kind: "plain" | "array" | "object", items: Value[], properties: Property[] }} Value
 * @typedef {object} Property
 * @property {string | undefined} key Its name, with escapes resolved; nothing where it is broken.
 * @property {Place} name
 * @property {Value | undefined} value
 *
 * @typedef {object} Tree
 * @property {Value | undefined} value The first that the text holds.
 * @property {number | undefined} error Where the text stops being JSON.
 * @property {number} depth How deep arrays and objects are nested.
 */

/**
 * The deepest that is read as a value: much deeper than any input may be, and nothing that works its
 * way down runs out of stack.
 */
export const DEEPEST = 500;

/** What may stand next. @typedef {"value" | "item" | "key" | "name" | "colon" | "next" | "end"} Expected */

const GAP = /[ \t\r\n]*/y;
const WORD = /[-+.\w]+/y;
const PLAIN = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)$/;

/**
 * @param {string} text
 * @returns {Tree}
 */
export function readTree(text) {
  /** @type {Tree} */
  const tree = { value: undefined, error: undefined, depth: 0 };
  /** What is open, the innermost last. @type {Value[]} */
  const open = [];
  let expected = /** @type {Expected} */ ("value");

  /** @param {number} at */
  const complain = (at) => {
    tree.error ??= at;
  };

  /** @param {Value} value */
  function place(value) {
    if (expected !== "value" && expected !== "item") complain(value.from);
    const around = open.at(-1);
    if (around === undefined) tree.value ??= value;
    else if (around.kind === "array") around.items.push(value);
    else {
      const property = around.properties.at(-1);
      if (property && expected === "value") property.value = value;
    }
    expected = around === undefined ? "end" : "next";
  }

  /** @param {Place} token */
  function name({ from, to }) {
    const around = /** @type {Value} */ (open.at(-1));
    if (expected === "next") complain(from);
    const key = textIn(text.slice(from, to));
    if (key === undefined) complain(from);
    around.properties.push({ key, name: { from, to }, value: undefined });
    expected = "colon";
  }

  /** @param {Place} token @param {"array" | "object"} kind */
  function close({ from, to }, kind) {
    const isNow = expected === "next" || expected === (kind === "array" ? "item" : "name");
    if (!isNow || open.at(-1)?.kind !== kind) complain(from);
    // What was forgotten to be closed is closed with it.
    if (!open.some((each) => each.kind === kind)) return;
    let last = open.pop();
    while (last && last.kind !== kind) {
      last.to = from;
      last = open.pop();
    }
    if (last) last.to = to;
    expected = open.length === 0 ? "end" : "next";
  }

  for (const token of tokensOf(text)) {
    const { from, to } = token;
    const first = text[from];
    if (first === "{" || first === "[") {
      const kind = first === "{" ? "object" : "array";
      /** @type {Value} */
      const value = { from, to: text.length, kind, items: [], properties: [] };
      place(value);
      open.push(value);
      tree.depth = Math.max(tree.depth, open.length);
      expected = kind === "object" ? "name" : "item";
    } else if (first === "}" || first === "]") {
      close(token, first === "}" ? "object" : "array");
    } else if (first === ",") {
      const around = open.at(-1);
      if (expected !== "next") complain(from);
      if (around) expected = around.kind === "object" ? "key" : "value";
    } else if (first === ":") {
      if (expected !== "colon") complain(from);
      if (expected === "colon") expected = "value";
    } else if (first === '"' && open.at(-1)?.kind === "object" && expected !== "value") {
      name(token);
    } else {
      const word = text.slice(from, to);
      const isValue = first === '"' ? textIn(word) !== undefined : PLAIN.test(word);
      if (!isValue) complain(from);
      // A string that is not closed yet stands for itself.
      if (isValue || first === '"') place({ from, to, kind: "plain", items: [], properties: [] });
    }
  }
  if (expected !== "end") complain(text.length);
  return tree;
}

/**
 * @param {string} text
 * @returns {any} The value that it stands for; `undefined` where it is no JSON, or nested deeper than
 *   {@link DEEPEST}.
 */
export function readValue(text) {
  if (readTree(text).depth > DEEPEST) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param {unknown} value Of JSON.
 * @returns {string} Laid out for people.
 */
export function asJson(value) {
  return isTooDeep(value) ? TOO_DEEP : JSON.stringify(value, null, 2);
}

const TOO_DEEP = `It is nested more than ${DEEPEST} levels deep: too deep to show.`;

/** @param {unknown} value */
function isTooDeep(value) {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((each) =>
      typeof each === "object" && each !== null ? Object.values(each) : [],
    );
  }
  return false;
}

/**
 * The words and signs of a text. What is nothing of JSON is one character.
 *
 * @param {string} text
 * @returns {Generator<Place>}
 */
export function* tokensOf(text) {
  let from = ending(GAP, text, 0);
  while (from < text.length) {
    const end = text[from] === '"' ? endOfString(text, from) : ending(WORD, text, from);
    const to = Math.max(end, from + 1);
    yield { from, to };
    from = ending(GAP, text, to);
  }
}

/**
 * @param {RegExp} pattern
 * @param {string} text
 * @param {number} from
 * @returns {number} Where it ends that stands there.
 */
function ending(pattern, text, from) {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/**
 * @param {string} text
 * @param {number} from Of its quotation mark.
 * @returns {number} A string that is not closed ends with its line.
 */
function endOfString(text, from) {
  for (let at = from + 1; at < text.length; at += text[at] === "\\" ? 2 : 1) {
    if (text[at] === '"') return at + 1;
    if (text[at] === "\n") return at;
  }
  return text.length;
}

/**
 * @param {string} written A string as JSON writes it.
 * @returns {string | undefined} Nothing where it is broken.
 */
function textIn(written) {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
