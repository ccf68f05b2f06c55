/** After any call, however it ended, a process of Node has nothing left that keeps it alive. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { abortCases } from "./cases/aborts.mjs";
import { boundCases } from "./cases/bounds.mjs";
import { endCases } from "./cases/ends.mjs";
import { startFaultServer } from "./server.mjs";

const SCRIPT = fileURLToPath(new URL("exit.mjs", import.meta.url));

/**
 * Longer than Node itself holds on to a connection that does not come about (10 seconds), and
 * shorter than any timer of a client that was left behind.
 */
const PATIENCE_MS = 30_000;

/** Each way to fail once, for what is sent again where anything is; each moment of an abort. */
const CASES = [...endCases("getUserById"), ...boundCases(), ...abortCases()];

test("a process ends by itself after a call", { concurrency: 4 }, async (t) => {
  const server = await startFaultServer();
  t.after(() => server.close());
  await Promise.all(
    CASES.map(({ name }) =>
      t.test(name, async () => {
        const task = JSON.stringify({ name, addresses: server.addresses });
        const { problem, active } = JSON.parse(await outputOf([SCRIPT, task]));
        assert.equal(problem, null);
        assert.ok(!active.includes("Timeout"), `timers are left: ${active}`);
      }),
    ),
  );
});

/**
 * What a process writes that must end by itself, and well.
 * @param {string[]} args
 * @returns {Promise<string>}
 */
function outputOf(args) {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { timeout: PATIENCE_MS }, (error, stdout) => {
      if (error?.killed) reject(new Error(`it did not end by itself, after writing: ${stdout}`));
      else if (error) reject(error);
      else resolve(stdout);
    });
  });
}
