/** Calls of Durable Objects that fail. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { durableLedger, durableLimiter } from "interakt-wasm/edge";
import { createTime } from "./survive/time.mjs";

const DAY_MS = 24 * 3_600_000;

/**
 * An object that fails after so long, and then answers, if it ever does.
 *
 * @param {number} ms
 * @param {number} [failures]
 */
function createObject(ms, failures = Number.POSITIVE_INFINITY) {
  const time = createTime(Date.UTC(2026, 0, 15, 9, 30));
  let calls = 0;
  const fetch = async () => {
    calls += 1;
    if (calls > failures) return Response.json({ ok: { admitted: true } });
    await time.sleep(ms);
    throw new Error("The object exceeded its CPU time limit and was reset.");
  };
  const namespace = /** @type {any} */ ({ idFromName: () => 1, get: () => ({ fetch }) });
  return {
    time,
    namespace,
    get calls() {
      return calls;
    },
  };
}

test("a call of an object that fails ends after three attempts, however long each takes", async () => {
  for (const ms of [0, 5_000]) {
    const object = createObject(ms);
    const { time: clock, namespace } = object;
    const settled = { owner: "o", index: 0, fate: "sent", messageId: null };
    for (const call of [
      durableLedger(namespace, "diwali", { clock }).settle(/** @type {any} */ (settled)),
      durableLimiter(namespace, { clock }).state(),
    ]) {
      await assert.rejects(clock.until(call, DAY_MS), { code: "edge_unreachable" });
    }
    assert.equal(object.calls, 6);
  }
});

test("a turn that was waited for when its object went away is asked for anew each time", async () => {
  const object = createObject(5_000, 9);
  const { time: clock, namespace } = object;
  await clock.until(durableLimiter(namespace, { clock }).acquire({}), DAY_MS);
  assert.equal(object.calls, 10);
});
