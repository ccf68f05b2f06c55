/**
 * Looks for something in all that a value shows of itself: to a caller, a log, a debugger. Runs in
 * every runtime.
 */

/** More than any error has; only a program's innards have more. */
const MOST_VALUES = 20_000;

/**
 * @template Finding
 * @typedef {{ path: string, found: Finding[] }} Shown
 */

/**
 * Where a value shows what is looked for: in its texts, keys and bytes, however deep, whether a loop
 * would meet them or not.
 *
 * @template Finding
 * @param {string} name Of the value.
 * @param {unknown} value
 * @param {(text: string) => readonly Finding[]} find What of it stands in a text.
 * @param {(value: unknown) => string} [inspect] How the runtime's console shows values.
 * @returns {Shown<Finding>[]} With paths.
 */
export function shownIn(name, value, find, inspect) {
  /** @type {Shown<Finding>[]} */
  const shown = [];
  const seen = new Set();
  /** @type {[string, unknown][]} */
  const left = [[name, value]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [path, one] = next;
    if (typeof one === "string") {
      const found = find(one);
      if (found.length > 0) shown.push({ path, found: [...found] });
    }
    if (!isObject(one) || seen.has(one)) continue;
    seen.add(one);
    if (seen.size > MOST_VALUES) throw new Error(`${name} holds too much to look through`);
    left.push(...textsOf(path, one), ...inside(path, one));
    if (inspect) left.push([`inspect(${path})`, inspect(one)]);
  }
  return shown;
}

/** @param {unknown} value @returns {value is object} */
const isObject = (value) =>
  (typeof value === "object" && value !== null) || typeof value === "function";

/**
 * The texts that a value turns into.
 *
 * @param {string} path
 * @param {object} value
 * @returns {[string, unknown][]}
 */
function textsOf(path, value) {
  return [
    [`String(${path})`, attempt(() => String(value))],
    [`JSON.stringify(${path})`, attempt(() => JSON.stringify(value))],
  ];
}

/** What errors inherit rather than own, depending on the runtime. */
const INHERITED = ["name", "message", "stack", "cause"];

/**
 * @param {string} path
 * @param {any} value
 * @returns {[string, unknown][]}
 */
function inside(path, value) {
  if (value instanceof ArrayBuffer) return inside(path, new Uint8Array(value));
  if (ArrayBuffer.isView(value)) return [[path, new TextDecoder().decode(value)]];
  /** @type {[string, unknown][]} */
  const parts = [];
  for (const key of new Set([...Reflect.ownKeys(value), ...INHERITED])) {
    parts.push([`${path}.`, String(key)]);
    parts.push([`${path}.${String(key)}`, attempt(() => value[key])]);
  }
  // Headers, Map, Set: they own nothing and hold much.
  if (typeof value[Symbol.iterator] === "function" && !Array.isArray(value)) {
    parts.push([`[...${path}]`, attempt(() => [...value])]);
  }
  return parts;
}

/** @param {() => unknown} look */
function attempt(look) {
  try {
    return look();
  } catch (error) {
    // What refuses to be shown says so, and that too is shown.
    return error;
  }
}
