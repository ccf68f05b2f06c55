/** What is fuzzed, as tests/fuzz/targets/ says. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FUZZ } from "./program.mjs";

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {string} what It goes through and must hold, in a sentence.
 */

/** @returns {Promise<Target[]>} */
export async function targets() {
  const folder = join(FUZZ, "targets");
  const list = await readFile(join(folder, "mod.rs"), "utf8");
  const names =
    list
      .match(/= targets! \{([a-z\s]+)\}/)?.[1]
      ?.trim()
      .split(/\s+/) ?? [];
  const what = async (/** @type {string} */ name) =>
    (await readFile(join(folder, `${name}.rs`), "utf8")).match(/^\/\/! (.*)\.$/m)?.[1] ?? "";
  return Promise.all(names.map(async (name) => ({ name, what: await what(name) })));
}
