/**
 * `npm run bench -- sizes`: what pages download, beside what one would take instead. With `--write`
 * it writes the README's table.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { main, ROOT } from "../scripts/project.mjs";
import { withTable } from "../tests/packaging/matrix/table.mjs";
import { measureTold, tableOf } from "../tests/size/told.mjs";

await main(async () => {
  const lines = await measureTold();
  const widths = [lines.map(({ what }) => what.length), lines.map(({ how }) => how.length)].map(
    (lengths) => Math.max(...lengths),
  );
  console.log("minified, bytes after brotli 11, with the module");
  for (const { what, how, bytes } of lines) {
    const columns = [what, how].map((text, index) => text.padEnd(widths[index] ?? 0));
    console.log(`${columns.join("  ")}  ${String(bytes).padStart(7)}`);
  }
  if (!process.argv.includes("--write")) return;
  const readme = join(ROOT, "README.md");
  const text = await readFile(readme, "utf8");
  await writeFile(readme, withTable(text, "sizes", tableOf(lines)));
});
