/** README.md and the guides in docs/, as texts. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../../scripts/project.mjs";

export { REPORTS } from "../../scripts/documents.mjs";

/** @typedef {{ file: string, markdown: string }} Guide */

/** @returns {Promise<Guide[]>} By their paths in the checkout. */
export async function readGuides() {
  const names = (await readdir(join(ROOT, "docs"))).filter((name) => name.endsWith(".md"));
  const files = ["README.md", ...names.sort().map((name) => `docs/${name}`)];
  return Promise.all(
    files.map(async (file) => ({ file, markdown: await readFile(join(ROOT, file), "utf8") })),
  );
}
