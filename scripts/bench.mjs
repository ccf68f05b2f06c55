/**
 * `npm run bench`: builds the package, then measures it side by side with what one would take
 * instead. Prints one table at the end and leaves it as build/benchmarks.json; with `--write` it
 * writes docs/benchmarks.md as well. Names of benchmarks as arguments run only those; with `--check`
 * a benchmark fails that misses its targets: `npm run bench -- phone --check`.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "./build.mjs";
import { BUILD, INSTALLED, main, ROOT, run } from "./project.mjs";
import { runSteps } from "./steps.mjs";
import { ensureNodePackages } from "./toolchain.mjs";

const [flags = [], names = []] = [/^--/, /^[^-]/].map((kind) =>
  process.argv.slice(2).filter((argument) => kind.test(argument)),
);

await main(async () => {
  await ensureNodePackages();
  // They import packages, which may just have been installed.
  const [{ BESIDE, SECTIONS }, { collect, forget }, document] = await Promise.all([
    import("../benches/sections.mjs"),
    import("../benches/results.mjs"),
    import("../benches/document.mjs"),
  ]);
  const told = [...new Set(SECTIONS.map(({ bench }) => bench))];

  /** @param {string} bench Of a file in benches/, which runs in a process of its own. */
  const measure = async (bench) => {
    for (const section of SECTIONS) if (section.bench === bench) await forget(section.table);
    await run(process.execPath, [join(ROOT, "benches", `${bench}.mjs`), ...flags]);
  };
  const steps = [...told, ...BESIDE].map((bench) => {
    return { name: bench, needs: "build", work: () => measure(bench) };
  });
  const chosen = names.length > 0 ? names : ["build", ...told];
  await runSteps([{ name: "build", work: build }, ...steps], chosen);

  const found = await collect();
  const tables = SECTIONS.flatMap(({ table }) => found.get(table) ?? []);
  await writeFile(join(BUILD, "benchmarks.json"), `${JSON.stringify(tables, null, 2)}\n`);
  console.log(`\n${document.overviewOf(tables)}\n\n${document.summaryOf(tables)}`);
  if (!flags.includes("--write")) return;
  const missing = SECTIONS.filter(({ table }) => !found.has(table)).map(({ table }) => table);
  if (names.length > 0 && missing.length > 0) {
    console.log(`docs/benchmarks.md stays as it is: not measured yet: ${missing.join(", ")}`);
    return;
  }
  const { version } = JSON.parse(await readFile(join(INSTALLED, "package.json"), "utf8"));
  const text = document.documentOf(SECTIONS, found, version);
  await writeFile(join(ROOT, "docs", "benchmarks.md"), text);
});
