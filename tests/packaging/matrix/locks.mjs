/** The lockfiles of the consumers. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CONSUMERS, cleanUp, copy, npm } from "./consumer.mjs";

/**
 * Writes lockfiles anew, after the versions in package.json were changed.
 *
 * @param {string[]} names Of projects; all when empty.
 */
export async function lock(names) {
  const chosen = names.length > 0 ? names : await readdir(CONSUMERS);
  for (const name of chosen) {
    const folder = await copy(name);
    await npm(["install", "--package-lock-only"], folder);
    const text = await readFile(join(folder, "package-lock.json"), "utf8");
    const content = JSON.parse(text);
    // Every build makes another tarball: its digest would fit this one only.
    delete content.packages["node_modules/interakt-wasm"].integrity;
    // npm names the project as its folder, which is called differently every time.
    delete content.name;
    addAbsent(content.packages);
    const file = join(CONSUMERS, name, "package-lock.json");
    await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
  }
  await cleanUp();
}

/**
 * A registry may lack packages that only other systems use. npm leaves them out of the lockfile
 * then, and `npm ci` refuses a lockfile without them: so they are added, for other systems.
 *
 * @param {Record<string, { optionalDependencies?: Record<string, string> }>} packages
 */
function addAbsent(packages) {
  for (const { optionalDependencies = {} } of Object.values(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      if (Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`))) continue;
      // A lockfile has versions, and the least of the range is one.
      const version = range.replace(/^[~^]/, "");
      const absent = { version, optional: true, os: [`!${process.platform}`] };
      packages[`node_modules/${name}`] = /** @type {{}} */ (absent);
    }
  }
}
