/** Looks for the API key in what a caller, or a caller's log, gets to see. */
import { holdsKey } from "./keys.mjs";

/** More than any error has; only a program's innards have more. */
const MOST_VALUES = 20_000;

/**
 * Where a value shows any form of the key, as paths: its texts, keys and bytes, however deep,
 * whether a loop would meet them or not.
 * @param {string} name of the value
 * @param {unknown} value
 * @param {(value: unknown) => string} [inspect] how the runtime's console shows values
 * @returns {string[]}
 */
export function leaksOf(name, value, inspect) {
  /** @type {string[]} */
  const leaks = [];
  const seen = new Set();
  /** @type {[string, unknown][]} */
  const left = [[name, value]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [path, found] = next;
    if (typeof found === "string" && holdsKey(found)) leaks.push(path);
    if (!isObject(found) || seen.has(found)) continue;
    seen.add(found);
    if (seen.size > MOST_VALUES) throw new Error(`${name} holds too much to look through`);
    left.push(...shown(path, found), ...inside(path, found));
    if (inspect) left.push([`inspect(${path})`, inspect(found)]);
  }
  return leaks;
}

/** @param {unknown} value @returns {value is object} */
const isObject = (value) =>
  (typeof value === "object" && value !== null) || typeof value === "function";

/**
 * The texts that a value turns into.
 * @param {string} path
 * @param {object} value
 * @returns {[string, unknown][]}
 */
function shown(path, value) {
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
