/**
 * `npm run bench`: builds the package, then measures it side by side with what one would take
 * instead. Names of benchmarks as arguments run only those; with `--check` a benchmark fails that
 * misses its targets: `npm run bench -- phone --check`.
 */
import { join } from "node:path";
import { build } from "./build.mjs";
import { main, ROOT, run } from "./project.mjs";
import { runSteps } from "./steps.mjs";
import { ensureNodePackages } from "./toolchain.mjs";

const [flags, names] = [/^--/, /^[^-]/].map((kind) =>
  process.argv.slice(2).filter((argument) => kind.test(argument)),
);

/**
 * Runs a benchmark in a process of its own.
 *
 * @param {string} name Of its file in benches/.
 */
const measure = (name) =>
  run(process.execPath, [join(ROOT, "benches", `${name}.mjs`), ...(flags ?? [])]);

await main(async () => {
  await ensureNodePackages();
  await runSteps(
    [
      { name: "build", work: build },
      { name: "phone", needs: "build", work: () => measure("phone") },
      { name: "client", needs: "build", work: () => measure("client") },
      { name: "checks", needs: "build", work: () => measure("checks") },
      { name: "rows", needs: "build", work: () => measure("rows") },
      { name: "growth", needs: "build", work: () => measure("growth") },
      { name: "start", needs: "build", work: () => measure("start") },
      { name: "sizes", needs: "build", work: () => measure("sizes") },
      { name: "parts", needs: "build", work: () => measure("parts") },
    ],
    names,
  );
});
