/** From an input to the JSON text that is validated and sent. */
import { takeFile } from "./file.js";

/** Objects within objects that are looked through. What Interakt takes has less than ten. */
const MOST_DEPTH = 100;
/** Bytes of JSON that are read where nobody says otherwise: as many as the module takes. */
export const MOST_BYTES = 16 << 20;
/** Problems that are listed. What has more is full of holes, and is not read to its end. */
export const MOST_PROBLEMS = 1000;
const HALF_CHARACTER = /\p{Surrogate}/u;
const BOXED = /^(Number|String|Boolean|BigInt|Symbol)$/;

/**
 * @typedef {object} Problem A value that JSON cannot carry.
 * @property {string} reason What it is: `"NaN"`, `"circular"`; `"Map"` of a class.
 * @property {(string | number)[]} path
 * @property {number} [limit] Bytes, where it has more than so many.
 *
 * @typedef {object} Input What was read.
 * @property {readonly Problem[]} problems Where there is one, the rest says nothing.
 * @property {string} json
 * @property {any} value What the text says; for an upload with the file itself.
 * @property {import("./file.js").Upload} [upload]
 */

/** Asking a proxy for its class could throw. @type {WeakSet<object>} */
const READ = new WeakSet();

/** @param {any} given Whether it is what `readInput` gave. */
export const wasRead = (given) => READ.has(given);

/**
 * Reads an input, once: what becomes of it afterwards changes nothing.
 *
 * @param {any} given
 * @param {number} [most] Bytes of JSON. What has more is not read to its end, which it may not have:
 *   parts can be in it many times over.
 * @returns {Input} The same, if it has been read.
 */
export function readInput(given, most = MOST_BYTES) {
  if (READ.has(given)) return given;
  /** No value has less bytes as JSON than are taken off here. */
  let left = most;
  /** @type {Problem[]} */
  const problems = [];
  /** The objects around the value that is read. @type {unknown[]} */
  const around = [];
  /** The key in each of them that leads there; behind those may be older ones. */
  const keys = /** @type {(string | number)[]} */ ([]);

  /**
   * @param {string} reason
   * @param {(string | number)[]} [path]
   * @returns {null} What takes its place.
   */
  const refuse = (reason, path = keys.slice(0, around.length)) => {
    problems.push({ reason, path });
    return null;
  };

  /**
   * Copies what JSON keeps of a value, as JSON keeps it. Refuses what it would turn to null or
   * drop without a word.
   *
   * @param {any} value
   * @returns {any} Undefined where there is nothing.
   */
  const copy = (value) => {
    if (value !== undefined) left -= typeof value === "string" ? value.length + 2 : 1;
    if (left < 0) throw left;
    switch (typeof value) {
      case "number":
        // JSON has no -0.
        return Number.isFinite(value) ? value + 0 : refuse(`${value}`);
      case "object":
        return value && copyObject(value);
      case "bigint":
        return "toJSON" in Object(value) ? copyObject(value) : refuse("bigint");
      case "function":
      case "symbol":
        return refuse(typeof value);
      default:
        return value;
    }
  };

  /** In place of what was counted already. @param {any} value @returns {any} */
  const copyInstead = (value) => {
    left += 1;
    return copy(value);
  };

  const copyObject = (/** @type {any} */ given) => {
    let value = given;
    const { toJSON } = given;
    if (typeof toJSON === "function") {
      value = toJSON.call(given, `${keys[around.length - 1] ?? ""}`);
      // The dates of libraries are like those of JavaScript.
      if (value === null && Number.isNaN(given.valueOf())) return refuse("invalid_date");
      if (typeof value !== "object" || value === null) return copyInstead(value);
    }
    if (around.includes(value)) return refuse("circular");
    if (around.length > MOST_DEPTH) return refuse("too_deep", []);
    if (Array.isArray(value)) return copyList(value);
    const names = Object.keys(value);
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) {
      const type = Object.prototype.toString.call(value).slice(8, -1);
      if (BOXED.test(type)) return copyInstead(value.valueOf());
      if ((type !== "Object" && names.length === 0) || ArrayBuffer.isView(value)) {
        return refuse(type);
      }
    }
    /** @type {any} */
    const made = {};
    const depth = around.push(value) - 1;
    for (const name of names) {
      if (problems.length > MOST_PROBLEMS) break;
      keys[depth] = name;
      if (HALF_CHARACTER.test(name)) refuse("lone_surrogate");
      const part = copy(value[name]);
      // With quotes, a colon and a comma.
      if (part !== undefined) left -= name.length + 4;
      if (name === "__proto__")
        Object.defineProperty(made, name, { value: part, enumerable: true });
      else if (part !== undefined) made[name] = part;
    }
    around.pop();
    return made;
  };

  const copyList = (/** @type {unknown[]} */ list) => {
    const made = [];
    const depth = around.push(list) - 1;
    for (let index = 0; index < list.length && problems.length <= MOST_PROBLEMS; index += 1) {
      keys[depth] = index;
      left -= 1;
      const part = copy(list[index]);
      made.push(part === undefined ? refuse("undefined") : part);
    }
    around.pop();
    return made;
  };

  /** @type {Input} */
  const input = { problems, json: "", value: undefined };
  READ.add(input);
  try {
    const { described, file } = takeFile(given);
    const value = copy(described);
    if (value === undefined) refuse("undefined");
    input.json = JSON.stringify(value) ?? "";
    left = most - input.json.length;
    if (left < 0) throw left;
    input.value = value;
    if (file) {
      input.upload = { file, name: value.file.name };
      value.file = file;
    }
  } catch {
    if (left < 0) problems.push({ reason: "too_large", path: [], limit: most });
    else refuse("throws");
  }
  return input;
}
