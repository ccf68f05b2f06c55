/**
 * `npm run bench -- memory`: what a million rows of a stream take, beside lines, JSON.parse and a
 * Set of numbers. With `--check` it fails where a target is missed.
 */
import { fileURLToPath } from "node:url";
import { capture, main } from "../scripts/project.mjs";
import { judge } from "./targets.mjs";

const PROGRAM = fileURLToPath(new URL("memory-once.mjs", import.meta.url));

/** @param {string[]} args @returns {Promise<Record<"module" | "heap" | "resident", number>>} MB. */
const runOnce = async (...args) => JSON.parse(await capture(process.execPath, [PROGRAM, ...args]));

await main(async () => {
  const hand = await runOnce("ndjson", "hand");
  const rows = [];
  for (const [name, format] of [
    ["NDJSON: memory of the module", "ndjson"],
    ["CSV: memory of the module", "csv"],
  ]) {
    const { module, heap, resident } = await runOnce(/** @type {string} */ (format));
    const details = [heap, hand.heap, resident, hand.resident].map((each) => each.toFixed(0));
    rows.push({ name: /** @type {string} */ (name), details, figure: module });
  }
  judge(
    "memory",
    {
      columns: ["heap after half, MB", "by hand", "resident at most, MB", "by hand"],
      unit: "MB",
      digits: 1,
      how: "1,000,000 rows",
    },
    rows,
  );
});
