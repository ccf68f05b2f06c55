/** The account, on Node's SQLite: the oldest Node that is supported has none. */
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { testInNewestNode } from "../support/newest-tests.mjs";

for (const [what, file] of Object.entries({
  "one object, whatever happens to it": "account.mjs",
  "several processes, and people who want no messages": "together.mjs",
})) {
  const path = fileURLToPath(new URL(`node/${file}`, import.meta.url));
  test(what, (t) => testInNewestNode(t, path));
}
