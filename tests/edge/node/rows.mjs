/** Prints the rows of the campaign that sender.mjs sends, as JSON. Run by a Node that has SQLite. */
import { DatabaseSync } from "node:sqlite";
import { createLedger, nodeSql } from "interakt-wasm/edge";

const ledger = createLedger(nodeSql(new DatabaseSync(String(process.argv[2]))), "offer");
const all = [];
for (;;) {
  const rows = await ledger.rows({ after: all.at(-1)?.index ?? -1, most: 1000 });
  if (rows.length === 0) break;
  all.push(...rows);
}
process.stdout.write(JSON.stringify(all));
