/** What the inputs of tests/fuzz/worst cost, counted by the edges of the program that are taken. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { capture } from "../project.mjs";
import { buildProgram, FUZZ } from "./program.mjs";

export const WORST = join(FUZZ, "worst");

/**
 * @typedef {object} Growth
 * @property {string} name Its target and file.
 * @property {string} what It is, in words.
 * @property {number[]} perByte How many edges are taken for a byte, at three lengths of which each is
 *   twice the one before.
 */

/** @param {string} [program] Built when it is left out. @returns {Promise<Growth[]>} */
export async function growthOf(program) {
  const measure = program ?? (await buildProgram("measure"));
  const names = (await readdir(WORST, { recursive: true })).filter((name) =>
    name.endsWith(".json"),
  );
  const lines = await capture(measure, [
    "growth",
    ...names.sort().map((name) => join(WORST, name)),
  ]);
  const found = lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return Promise.all(
    names.map(async (name, at) => ({
      name,
      what: JSON.parse(await readFile(join(WORST, name), "utf8")).what,
      perByte: found[at].costs.map(
        (/** @type {{ bytes: number, steps: number }} */ cost) => cost.steps / cost.bytes,
      ),
    })),
  );
}
