/**
 * `npm run bench -- sizes`: what pages download, beside what one would take instead. With `--write`
 * it writes the tables in README.md and docs/runtimes.md, with `--check` it fails where a target is missed.
 */
import { readFile, writeFile } from "node:fs/promises";
import { main } from "../scripts/project.mjs";
import { withTable } from "../tests/packaging/matrix/table.mjs";
import { measurePages } from "../tests/size/pages.mjs";
import { TABLES, write } from "../tests/size/tables.mjs";
import { measureTold } from "../tests/size/told.mjs";
import { judge } from "./targets.mjs";

await main(async () => {
  const lines = await measureTold(await measurePages());
  if (process.argv.includes("--write")) {
    for (const table of TABLES) {
      const text = await readFile(table.file, "utf8");
      await writeFile(table.file, withTable(text, table.name, write(table, lines)));
    }
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
