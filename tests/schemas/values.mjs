/** The values that validators and JSON Schemas have to agree on: those of the tables of cases. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../../scripts/project.mjs";
import { readFixtures } from "../support/fixtures.mjs";

/** @typedef {{ operation: string, name: string, value: any }} Example */

/** @returns {Promise<Example[]>} Right ones and wrong ones. */
export async function readExamples() {
  const folder = join(ROOT, "tests", "cases");
  const files = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const tables = files.map(async (file) => {
    const cases = JSON.parse(await readFile(join(folder, file), "utf8"));
    return cases.map((/** @type {any} */ { name, ...each }) => ({
      ...each,
      name: `${file}: ${name}`,
    }));
  });
  const cases = (await Promise.all(tables)).flat();
  return [...(await readFixtures()), ...cases].flatMap(({ name, operation, input, json }) => {
    const value = json === undefined ? expand(input) : parse(json);
    return value === undefined ? [] : [{ operation, name, value }];
  });
}

/**
 * @param {string} json
 * @returns {any} Undefined where the text is no JSON: there is no value then.
 */
function parse(json) {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/**
 * @param {any} value
 * @returns {any} With its repetitions written out: tests/table/mod.rs says how.
 */
function expand(value) {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(expand);
  if ("$repeat" in value) return value.$repeat[0].repeat(value.$repeat[1]);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, expand(part)]));
}

/**
 * @param {any} value
 * @returns {any[]} It and all that it holds.
 */
export function within(value) {
  const parts = typeof value === "object" && value !== null ? Object.values(value) : [];
  return [value, ...parts.flatMap(within)];
}
