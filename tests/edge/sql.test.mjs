/** The databases that ledger and account are kept in. Those of Durable Objects: ledger.test.mjs. */
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { testInNewestNode } from "../support/newest-tests.mjs";

test("the database of Node", (t) =>
  testInNewestNode(t, fileURLToPath(new URL("node/sql.mjs", import.meta.url))));
