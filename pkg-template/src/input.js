/** From an input to the JSON text that is validated and sent. */
import { describeFile } from "./file.js";

/** What is wrong with a value that JSON cannot carry, and where. */
export class Unserializable {
  /**
   * @param {string} reason Completes the sentence "it …".
   * @param {(string | number)[]} path
   */
  constructor(reason, path = []) {
    this.reason = reason;
    this.path = path;
  }
}

/**
 * @param {unknown} input
 * @returns {string | Unserializable}
 */
export function toJson(input) {
  try {
    const json = JSON.stringify(describeFile(input));
    return json ?? new Unserializable(`is ${nameOf(input)}`);
  } catch {
    return findUnserializable(input);
  }
}

/** @param {unknown} value */
function nameOf(value) {
  return typeof value === "function" || typeof value === "symbol"
    ? `a ${typeof value}`
    : "undefined";
}

/**
 * @param {unknown} input A value that JSON.stringify threw at.
 * @returns {Unserializable}
 */
function findUnserializable(input) {
  try {
    return find(input, [], []) ?? new Unserializable("cannot be turned into text");
  } catch {
    // The stack ended before the value did.
    return new Unserializable("is nested too deeply");
  }
}

/**
 * @param {unknown} given
 * @param {(string | number)[]} path
 * @param {unknown[]} around The objects that the value is in.
 * @returns {Unserializable | undefined}
 */
function find(given, path, around) {
  let value = given;
  /** @type {(string | number)[]} */
  let keys;
  try {
    const toJSON = /** @type {{ toJSON?: unknown } | null | undefined} */ (value)?.toJSON;
    if (typeof toJSON === "function") value = toJSON.call(value, String(path.at(-1) ?? ""));
    if (typeof value === "bigint") return new Unserializable("is a BigInt", path);
    if (typeof value !== "object" || value === null) return undefined;
    if (around.includes(value)) return new Unserializable("contains itself", path);
    keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  } catch {
    return new Unserializable("throws when it is read", path);
  }
  for (const key of keys) {
    const below = [...path, key];
    let child;
    try {
      child = /** @type {Record<string | number, unknown>} */ (value)[key];
    } catch {
      return new Unserializable("throws when it is read", below);
    }
    const found = find(child, below, [...around, value]);
    if (found) return found;
  }
  return undefined;
}
