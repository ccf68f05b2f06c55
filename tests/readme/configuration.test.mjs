/** The configuration of Wrangler in docs/edge.md binds what the Workers in it use. */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as edge from "interakt-wasm/edge";
import { readExamples } from "./blocks.mjs";
import { readGuides } from "./guides.mjs";

const markdown = (await readGuides()).find(({ file }) => file === "docs/edge.md")?.markdown ?? "";
const [, json = ""] = /^```json\n([\s\S]*?)^```$/m.exec(markdown) ?? [];
const { durable_objects: objects, migrations, queues } = JSON.parse(json);

test("each class that is bound is one of the package's, and has a SQLite database", () => {
  /** @type {{ class_name: string }[]} */
  const bindings = objects.bindings;
  const classes = bindings.map(({ class_name }) => class_name);
  assert.deepEqual(migrations[0].new_sqlite_classes, classes);
  for (const name of classes) assert.ok(name in edge, name);
});

test("what the Workers read from their environment is bound", async () => {
  const workers = (await readExamples()).filter(
    ({ place, runtime }) => place.startsWith("docs/edge.md:") && runtime === "worker",
  );
  assert.equal(workers.length, 2);
  const used = workers.flatMap(({ code }) =>
    [...code.matchAll(/\benv\.([A-Z]+)\b/g)].map(([, name]) => name),
  );
  const bound = [...objects.bindings.map(({ name = "" }) => name), queues.producers[0].binding];
  assert.deepEqual(
    [...new Set(used)].filter((name) => !bound.includes(name)),
    ["SESSIONS"],
    "a store of the reader's own",
  );
});
