/** Calls of Durable Objects that fail, or take their time. */
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
    if (calls > failures)
      return Response.json({ ok: { admitted: true, heldMs: 0, slackMs: 1_500 } });
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
    for (const call of /** @type {Promise<unknown>[]} */ ([
      durableLedger(namespace, "diwali", { clock }).settle(/** @type {any} */ (settled)),
      durableLimiter(namespace, { clock }).state(),
    ])) {
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

/**
 * An account behind a way on which each answer takes so long.
 *
 * @param {number} slackMs
 * @param {...number} ways
 */
async function askOver(slackMs, ...ways) {
  const clock = createTime(Date.UTC(2026, 0, 15, 9, 30));
  let calls = 0;
  const fetch = async () => {
    // It came a minute after it was asked for.
    await clock.sleep(60_000 + (ways[calls] ?? ways.at(-1) ?? 0));
    calls += 1;
    return Response.json({ ok: { admitted: true, heldMs: 60_000, slackMs } });
  };
  const namespace = /** @type {any} */ ({ idFromName: () => 1, get: () => ({ fetch }) });
  const limiter = durableLimiter(namespace, { clock });
  const turn = { campaign: "diwali", index: 0, recipient: "919876543210" };
  const { freshUntil = 0 } = await clock.until(limiter.admit(turn), DAY_MS);
  return { calls, freshMs: freshUntil - clock.now() };
}

test("a permission that was held up on its way is asked for anew", async () => {
  assert.deepEqual(await askOver(1_500, 20), { calls: 1, freshMs: 730 });
  assert.deepEqual(await askOver(1_500, 370), { calls: 1, freshMs: 380 });
  assert.deepEqual(await askOver(1_500, 4_000, 20), { calls: 2, freshMs: 730 });
  assert.deepEqual(await askOver(40_000, 4_000), { calls: 1, freshMs: 16_000 });
});

test("a way that is always long keeps nobody from leaving, nor one for which no slack is left", async () => {
  assert.deepEqual(await askOver(1_500, 4_000), { calls: 3, freshMs: 375 });
  assert.deepEqual(await askOver(0, 4_000), { calls: 1, freshMs: 250 });
});
