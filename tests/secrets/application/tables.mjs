/**
 * Prints, as JSON, in which columns of which tables marks stand: of the databases in a folder, whose
 * Durable Objects' classes are the names of their folders. For a Node that has SQLite.
 */
import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { shownIn } from "../../support/shown.mjs";
import { marksIn } from "../marks.mjs";

const [folder = ""] = process.argv.slice(2);

/** @type {Record<string, Set<string>>} */
const found = {};

for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
  if (!name.endsWith(".sqlite")) continue;
  const database = new DatabaseSync(join(folder, name));
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  for (const { name: table } of tables) {
    const kind = basename(dirname(name)).replace(/^.*-/, "");
    for (const row of database.prepare(`SELECT * FROM "${table}"`).all()) {
      for (const [column, value] of Object.entries(row)) {
        const place = `${kind}: ${table}.${column}`;
        found[place] ??= new Set();
        for (const { found: marks } of shownIn(place, value, marksIn)) {
          for (const mark of marks) found[place].add(mark);
        }
      }
    }
  }
  database.close();
}

const kept = Object.entries(found).map(([place, marks]) => [place, [...marks].sort()]);
console.log(JSON.stringify(Object.fromEntries(kept)));
