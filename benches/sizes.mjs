/**
 * `npm run bench -- sizes`: what pages download, beside what one would take instead. With `--write`
 * it writes the README's table, with `--check` it fails where a target is missed.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { main, ROOT } from "../scripts/project.mjs";
import { withTable } from "../tests/packaging/matrix/table.mjs";
import { measurePages } from "../tests/size/pages.mjs";
import { measureTold, tableOf } from "../tests/size/told.mjs";
import { judge } from "./targets.mjs";

await main(async () => {
  const lines = await measureTold(await measurePages());
  if (process.argv.includes("--write")) {
    const readme = join(ROOT, "README.md");
    const text = await readFile(readme, "utf8");
    await writeFile(readme, withTable(text, "sizes", tableOf(lines)));
  }
  const rows = lines.map(({ what, how, bytes }) => {
    return { name: `${what} ${how}`, details: [], figure: bytes / 1000 };
  });
  const how = "Minified, KB (1,000 bytes) after brotli 11, with the module";
  const peers = [
    ...["zod", "valibot", "libphonenumber-js", "intl-tel-input", "react-phone-number-input"],
    "esbuild",
  ];
  judge("sizes", { columns: [], unit: "KB", digits: 1, how, peers }, rows);
});
