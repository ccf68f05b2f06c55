/** Our own examples, one for each of Interakt's: the same fields, other values. */
import { readFile } from "node:fs/promises";

const FAMILIES = ["track", "messages", "templates", "send-templates", "fallback", "rcs"];

/**
 * @typedef {object} Fixture
 * @property {string} name of the collection's item
 * @property {string} operation
 * @property {any} input as the operation takes it; a file as `{ type, base64 }`
 * @property {boolean} [bothForms] the input has both phone forms, which is refused
 * @property {object} [setup] options that the simulator needs for the answer
 * @property {number} status of the answer
 * @property {any} answer what the decoded answer holds, among other things
 */

/** @returns {Promise<Fixture[]>} */
export async function readFixtures() {
  const families = FAMILIES.map(async (family) => {
    const file = new URL(`../fixtures/${family}.json`, import.meta.url);
    return JSON.parse(await readFile(file, "utf8"));
  });
  return (await Promise.all(families)).flat();
}
