/** The JSON Schemas of the operations, as one would describe them oneself: what they share is named once. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { GENERATED } from "../../scripts/project.mjs";

/**
 * @typedef {Record<string, any>} Schema
 *
 * @typedef {object} Described
 * @property {Map<string, Schema>} shared By name, each after those that it refers to.
 * @property {Map<string, Schema>} operations By name.
 */

const REFERENCE = "#/$defs/";

/** What tells people something, and no validator. */
const WORDS = new Set(["$schema", "$defs", "description", "examples", "title"]);

/** The names of what a schema refers to stand behind this. @param {string} reference */
export const nameOf = (reference) => reference.slice(REFERENCE.length);

/**
 * @param {string[]} names Of operations.
 * @returns {Promise<Described>}
 */
export async function describe(names) {
  /** @type {Map<string, Schema>} */
  const found = new Map();
  /** @type {Described["operations"]} */
  const operations = new Map();
  for (const name of names) {
    const text = await readFile(join(GENERATED, "schemas", `${name}.json`), "utf8");
    const schema = JSON.parse(text);
    operations.set(name, bare(schema));
    for (const [each, definition] of Object.entries(schema.$defs ?? {})) {
      const own = bare(/** @type {Schema} */ (definition));
      const other = found.get(each);
      if (other && JSON.stringify(other) !== JSON.stringify(own)) {
        throw new Error(`two schemas are called ${each}`);
      }
      found.set(each, own);
    }
  }
  /** @type {Described["shared"]} */
  const shared = new Map();
  for (const name of found.keys()) arrange(name, found, shared);
  return { shared, operations };
}

/**
 * A schema without words, with values of its keys that look like words left alone.
 *
 * @param {Schema} schema
 * @returns {Schema}
 */
function bare(schema) {
  const kept = Object.entries(schema).filter(([key]) => !WORDS.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, bareValue(key, value)]));
}

/** @param {string} key @param {any} value @returns {any} */
function bareValue(key, value) {
  if (["const", "enum", "required"].includes(key)) return value;
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object") return value;
  if (key !== "properties") return bare(value);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, bare(each)]));
}

/**
 * @param {string} name
 * @param {Map<string, Schema>} found
 * @param {Map<string, Schema>} arranged
 */
function arrange(name, found, arranged) {
  if (arranged.has(name)) return;
  const schema = found.get(name);
  if (!schema) throw new Error(`no schema is called ${name}`);
  for (const [, reference = ""] of JSON.stringify(schema).matchAll(/"\$ref":"([^"]+)"/g)) {
    arrange(nameOf(reference), found, arranged);
  }
  arranged.set(name, schema);
}
