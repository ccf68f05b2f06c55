/**
 * One limit for all Workers of an account, in workerd, counted by the simulator behind real HTTP.
 * Time passes fast, and so does what calls take: there is slack for that.
 */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { createSimulator } from "interakt-wasm/simulator";
import { Miniflare } from "miniflare";
import { serve } from "../support/server.mjs";
import { workerModules } from "../support/worker.mjs";

const SPEED = 20;
const SLACK_MS = 20_000;
const PER_MINUTE = 300;

const modules = await workerModules(fileURLToPath(new URL("limiter-worker.mjs", import.meta.url)));

/** @param {import("node:test").TestContext} t Ends it all. */
async function start(t) {
  const START = Date.now();
  const now = () => START + (Date.now() - START) * SPEED;
  const simulator = createSimulator({ requestsPerMinute: PER_MINUTE, now });
  const server = await serve((request) => simulator(request));
  t.after(server.close);
  const folder = await mkdtemp(join(tmpdir(), "account-"));
  const shared = { modules, compatibilityDate: "2026-01-01" };
  const bindings = { START, SPEED, SLACK_MS, PER_MINUTE, BASE_URL: server.url };
  const className = "InteraktAccount";
  const senders = ["one", "two", "three"].map((name) => ({
    ...shared,
    name,
    bindings,
    durableObjects: { ACCOUNT: { className, scriptName: "account", useSQLite: true } },
  }));
  const boot = () =>
    new Miniflare({
      durableObjectsPersist: folder,
      workers: [
        ...senders,
        {
          ...shared,
          name: "account",
          bindings,
          durableObjects: { ACCOUNT: { className, useSQLite: true } },
        },
      ],
    });
  let miniflare = boot();
  t.after(async () => {
    await miniflare.dispose();
    await rm(folder, { recursive: true });
  });
  return {
    simulator,
    /** @param {string} worker @param {object} what @returns {Promise<any>} */
    async ask(worker, what) {
      const fetcher = /** @type {any} */ (await miniflare.getWorker(worker));
      const init = { method: "POST", body: JSON.stringify(what) };
      return (await fetcher.fetch("http://worker/", init)).json();
    },
    /** workerd ends, and begins anew with what was written. */
    async restart() {
      await miniflare.dispose();
      miniflare = boot();
      await miniflare.ready;
    },
  };
}

/** The most requests in any minute of the simulator's clock. @param {{ at: number }[]} requests */
function mostInAMinute(requests) {
  const times = requests.map(({ at }) => at).sort((one, other) => one - other);
  let most = 0;
  let first = 0;
  for (const [last, at] of times.entries()) {
    while (/** @type {number} */ (times[first]) <= at - 60_000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

/** @param {any} simulator */
const arrived = ({ requests }) =>
  requests
    .map((/** @type {any} */ { body }) => Number(body.callbackData))
    .sort((/** @type {number} */ a, /** @type {number} */ b) => a - b);

test("Workers that send at once keep to one limit by Interakt's own count, also over a restart", async (t) => {
  const { ask, simulator, restart } = await start(t);
  assert.deepEqual(new Set(await ask("one", { do: "send", many: 150 })), new Set(["sent"]));
  const before = await ask("two", { do: "state" });
  assert.ok(before.lastMinute > 0);
  await restart();
  const after = await ask("two", { do: "state" });
  assert.equal(after.requestsPerMinute, PER_MINUTE);
  const fates = await Promise.all([
    ask("two", { do: "send", from: 150, many: 120 }),
    ask("three", { do: "send", from: 270, many: 120 }),
  ]);
  assert.deepEqual(new Set(fates.flat()), new Set(["sent"]));
  assert.deepEqual(arrived(simulator), [...Array(390).keys()]);
  assert.ok(mostInAMinute(simulator.requests) <= PER_MINUTE);
  t.diagnostic(`${mostInAMinute(simulator.requests)} in the fullest minute`);
});

test("nobody has to wait for those who gave up", async (t) => {
  const { ask, simulator } = await start(t);
  const fates = await ask("one", { do: "give up", many: 900 });
  assert.ok(fates.filter((/** @type {string} */ fate) => fate === "enough").length > 600);
  assert.deepEqual(new Set(await ask("two", { do: "send", many: 5 })), new Set(["sent"]));
  assert.deepEqual(arrived(simulator), [0, 1, 2, 3, 4]);
  const { waiting } = await ask("two", { do: "state" });
  assert.equal(waiting, 0);
});
