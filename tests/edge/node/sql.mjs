/** The database of Node: what a statement gives, what a transaction keeps, who waits for whom. */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { nodeSql } from "interakt-wasm/edge";

/** @param {import("node:test").TestContext} t Removes it. */
async function fileOf(t) {
  const folder = await mkdtemp(join(tmpdir(), "sql-"));
  t.after(() => rm(folder, { recursive: true }));
  return join(folder, "test.db");
}

test("statements give their rows, and those that write give none", async (t) => {
  const sql = nodeSql(new DatabaseSync(await fileOf(t)));
  assert.deepEqual(sql.all("CREATE TABLE fruit (name TEXT, weight REAL)"), []);
  assert.deepEqual(
    sql.all("INSERT INTO fruit VALUES (?, ?), (?, ?)", "fig", 1.5, "kiwi", null),
    [],
  );
  const rows = sql.all("SELECT * FROM fruit WHERE name > ? ORDER BY name", "a");
  assert.deepEqual(
    rows.map((row) => ({ ...row })),
    [
      { name: "fig", weight: 1.5 },
      { name: "kiwi", weight: null },
    ],
  );
});

test("a transaction that throws leaves nothing behind, and the next one works", async (t) => {
  const sql = nodeSql(new DatabaseSync(await fileOf(t)));
  sql.all("CREATE TABLE fruit (name TEXT UNIQUE)");
  const reason = new Error("enough");
  const work = () => {
    sql.all("INSERT INTO fruit VALUES ('fig')");
    throw reason;
  };
  assert.throws(() => sql.transaction(work), reason);
  assert.deepEqual(sql.all("SELECT * FROM fruit"), []);
  assert.equal(
    sql.transaction(() => sql.all("INSERT INTO fruit VALUES ('fig') RETURNING name").length),
    1,
  );
  const twice = () => sql.all("INSERT INTO fruit VALUES ('kiwi'), ('fig')");
  assert.throws(() => sql.transaction(twice), /UNIQUE/);
  assert.equal(sql.all("SELECT * FROM fruit").length, 1);
});

test("others read while one writes, and what was told is there for who opens the file next", async (t) => {
  const file = await fileOf(t);
  const [one, other] = [nodeSql(new DatabaseSync(file)), nodeSql(new DatabaseSync(file))];
  one.all("CREATE TABLE fruit (name TEXT)");
  one.transaction(() => {
    one.all("INSERT INTO fruit VALUES ('fig')");
    assert.deepEqual(other.all("SELECT * FROM fruit"), []);
  });
  assert.equal(nodeSql(new DatabaseSync(file)).all("SELECT * FROM fruit").length, 1);
  assert.equal(one.all("PRAGMA journal_mode")[0]?.journal_mode, "wal");
  // FULL: also after a power cut.
  assert.equal(one.all("PRAGMA synchronous")[0]?.synchronous, 2);
});

test("a database that somebody keeps locked says so, and what to do", async (t) => {
  const file = await fileOf(t);
  const database = new DatabaseSync(file);
  const sql = nodeSql(database);
  sql.all("CREATE TABLE fruit (name TEXT)");
  const other = new DatabaseSync(file);
  other.exec("BEGIN IMMEDIATE");
  // Ten seconds are long for a test.
  database.exec("PRAGMA busy_timeout = 50");
  const busy = { name: "InteraktError", code: "database_busy", message: /Close what holds/ };
  assert.throws(() => sql.transaction(() => 1), busy);
  assert.throws(() => sql.all("INSERT INTO fruit VALUES ('fig')"), busy);
  other.exec("COMMIT");
  assert.equal(
    sql.transaction(() => 1),
    1,
  );
});

test("who opens a new file while another does waits for it", async (t) => {
  const database = new DatabaseSync(await fileOf(t));
  const exec = database.exec.bind(database);
  let asked = 0;
  // What SQLite says when two turn it to WAL at the same time, whatever time they are ready to wait.
  database.exec = (query) => {
    const isFirst = query === "PRAGMA journal_mode = WAL" && asked++ === 0;
    if (isFirst) throw new Error("database is locked");
    exec(query);
  };
  const sql = nodeSql(database);
  assert.equal(asked, 2);
  assert.deepEqual({ ...sql.all("PRAGMA journal_mode")[0] }, { journal_mode: "wal" });
});

test("a library whose statements either read or write, as better-sqlite3's, does as well", async (t) => {
  const database = new DatabaseSync(await fileOf(t));
  const sql = nodeSql({
    exec: (query) => database.exec(query),
    prepare(query) {
      const statement = /** @type {any} */ (database.prepare(query));
      const reader = statement.columns().length > 0;
      return {
        reader,
        all(/** @type {any[]} */ ...values) {
          if (!reader) throw new TypeError("This statement does not return data. Use run()");
          return statement.all(...values);
        },
        run: (/** @type {any[]} */ ...values) => statement.run(...values),
      };
    },
  });
  assert.deepEqual(sql.all("CREATE TABLE fruit (name TEXT)"), []);
  assert.deepEqual(sql.all("INSERT INTO fruit VALUES (?)", "fig"), []);
  assert.deepEqual(sql.all("SELECT name FROM fruit")[0]?.name, "fig");
});
