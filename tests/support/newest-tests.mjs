/** Files of tests that need a newer Node than the oldest supported one. */
import assert from "node:assert/strict";
import { capture } from "../../scripts/project.mjs";
import { newestNode } from "./newest-node.mjs";

/**
 * Runs a file's tests there, as one test here.
 *
 * @param {import("node:test").TestContext} t Is told how many there were.
 * @param {string} file
 */
export async function testInNewestNode(t, file) {
  // With it, Node would take the child for a part of this run, and skip all of its tests.
  const env = { NODE_TEST_CONTEXT: undefined };
  const args = ["--test", "--test-reporter=spec", file];
  const output = await capture(await newestNode(), args, { env });
  const passed = Number(/^ℹ pass (\d+)$/m.exec(output)?.[1]);
  assert.ok(passed > 0, output);
  t.diagnostic(`${passed} tests`);
}
