/**
 * `npm run api`: writes what each entry exports into docs/api/, without comments, so that a diff
 * shows every change of it. `npm test -- types` fails where one of these files is out of date.
 */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { INSTALLED, main, ROOT } from "./project.mjs";

/** Where the reports are. */
export const REPORTS = join(ROOT, "docs", "api");

/**
 * The paths of the manifest's `exports` that have types: `.` and `./forms/web`.
 *
 * @returns {Promise<string[]>}
 */
export async function typedPaths() {
  const { exports } = JSON.parse(await readFile(join(INSTALLED, "package.json"), "utf8"));
  return Object.keys(exports).filter((path) => JSON.stringify(exports[path]).includes('"types"'));
}

/**
 * The reports of the package that is installed in the checkout, by the names of their files.
 *
 * @returns {Promise<Map<string, string>>}
 */
export async function readReports() {
  // Loaded here because it imports npm packages, which are installed by now.
  const { reportsOf } = await import("./api/report.mjs");
  return reportsOf(await typedPaths());
}

async function writeReports() {
  await build();
  const reports = await readReports();
  await rm(REPORTS, { recursive: true, force: true });
  await mkdir(REPORTS, { recursive: true });
  for (const [file, text] of reports) await writeFile(join(REPORTS, file), text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main(writeReports);
