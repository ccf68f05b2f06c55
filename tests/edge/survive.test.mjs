/**
 * Campaigns that everything happens to, in simulated time on the real ledger and account. All seeds:
 * `node tests/edge/survive.mjs --seeds 200`.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { isLong, times } from "../support/long.mjs";
import { newestNode } from "../support/newest-node.mjs";
import { testInNewestNode } from "../support/newest-tests.mjs";
import { playInWorkerd } from "./survive/workerd.mjs";

/** @param {string} path */
const fileOf = (path) => fileURLToPath(new URL(path, import.meta.url));

/** @param {string[]} args */
async function survive(...args) {
  const command = ["--no-warnings", fileOf("survive.mjs"), ...args];
  return spawnSync(await newestNode(), command, { encoding: "utf8" });
}

test("what users of other campaign senders report does not happen", (t) =>
  testInNewestNode(t, fileOf("node/restarts.mjs")));

test("whatever happens, each row is sent once or parked, and never too many at once", async () => {
  const seeds = String(times(6, 20));
  const { status, stdout, stderr } = await survive("--seeds", seeds, "--rows", "100-700");
  assert.equal(status, 0, stdout + stderr);
  assert.match(stdout, new RegExp(`all ${seeds} seeds hold`));
});

// What would show nothing if it could not fail.
/** @type {[mutant: string, rows: string, problem: RegExp][]} */
const NOTICED = [
  ["what was leaving when its consumer died waits again", "200-800", /sent 2 times/],
  ["what nobody knows of is sent again", "200-800", /sent \d times/],
  ["nobody looks for the rows of dead consumers", "200-800", /not parked/],
  ["a permission counts for a minute less", "2500", /requests within 60 seconds/],
];

for (const [mutant, rows, problem] of isLong ? NOTICED : NOTICED.slice(0, 1)) {
  test(`a run notices when ${mutant}`, async () => {
    const args = ["--seeds", "15", "--rows", rows, "--mutant", mutant];
    const { status, stdout } = await survive(...args);
    assert.equal(status, 1, stdout);
    assert.match(stdout, problem);
  });
}

test("the same in workerd, whose process is killed five times", async (t) => {
  const { problems, ...told } = await playInWorkerd(1, 120);
  t.diagnostic(JSON.stringify(told));
  assert.deepEqual(problems, []);
});
