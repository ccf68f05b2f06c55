/** Token buckets: in memory, and in a Durable Object of workerd. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { createProxy, durableBuckets, memoryBuckets } from "interakt-wasm/edge";
import { Miniflare } from "miniflare";
import { failureOf } from "../support/failure.mjs";
import { workerModules } from "../support/worker.mjs";

/** @typedef {import("interakt-wasm/edge").BucketTake} BucketTake */
/** @typedef {import("interakt-wasm/edge").BucketTurn} BucketTurn */
/** @typedef {(now: number, ...takes: BucketTake[]) => Promise<BucketTurn>} Take */

const START = Date.UTC(2026, 0, 15);

/** @returns {Promise<{ take: Take, stop: () => Promise<void> }>} */
async function inMemory() {
  let now = 0;
  const buckets = memoryBuckets({ clock: { now: () => now } });
  return {
    take(at, ...takes) {
      now = at;
      return buckets.take(takes);
    },
    stop: async () => {},
  };
}

/** @returns {Promise<{ take: Take, stop: () => Promise<void>, keys: () => Promise<string[]> }>} */
async function inDurableObject() {
  const miniflare = new Miniflare({
    modules: await workerModules(fileURLToPath(new URL("bucket-worker.mjs", import.meta.url))),
    compatibilityDate: "2026-01-01",
    durableObjects: { BUCKETS: { className: "InteraktBuckets", useSQLite: true } },
  });
  return {
    async take(now, ...takes) {
      const body = JSON.stringify({ now, takes });
      const response = await miniflare.dispatchFetch("http://worker/", { method: "POST", body });
      const { waitMs, key } = /** @type {any} */ (await response.json());
      return { waitMs: Number(waitMs), key };
    },
    keys: async () => {
      const response = await miniflare.dispatchFetch("http://worker/");
      return /** @type {any[]} */ (await response.json()).map(({ key }) => key);
    },
    stop: () => miniflare.dispose(),
  };
}

/** @param {Partial<BucketTake>} [more] @returns {BucketTake} */
const take = (more) => ({ key: "a", most: 3, perMs: 60_000, cost: 1, ...more });
const TAKEN = { waitMs: 0, key: null };

for (const [where, start] of Object.entries({ inMemory, inDurableObject })) {
  describe(where, () => {
    test("so many leave at once, and then one after the other", async (t) => {
      const buckets = await start();
      t.after(buckets.stop);
      for (let count = 0; count < 3; count += 1) {
        assert.deepEqual(await buckets.take(START, take()), TAKEN);
      }
      assert.deepEqual(await buckets.take(START, take()), { waitMs: 20_000, key: "a" });
      assert.deepEqual(await buckets.take(START + 19_999, take()), { waitMs: 1, key: "a" });
      assert.deepEqual(await buckets.take(START + 20_000, take()), TAKEN);
      assert.deepEqual(await buckets.take(START + 20_000, take()), { waitMs: 20_000, key: "a" });
      assert.deepEqual(await buckets.take(START + 20_000, take({ key: "b" })), TAKEN);
    });

    test("of several buckets all are taken from, or none", async (t) => {
      const buckets = await start();
      t.after(buckets.stop);
      const both = [take({ cost: 2 }), take({ key: "b", cost: 3 })];
      assert.deepEqual(await buckets.take(START, ...both), TAKEN);
      assert.deepEqual(await buckets.take(START, ...both), { waitMs: 60_000, key: "b" });
      assert.deepEqual(await buckets.take(START, take()), TAKEN);
    });

    test("what stands twice in one request counts twice", async (t) => {
      const buckets = await start();
      t.after(buckets.stop);
      const twice = [take({ cost: 2 }), take({ cost: 2 })];
      assert.deepEqual(await buckets.take(START, ...twice), { waitMs: 20_000, key: "a" });
      assert.deepEqual(await buckets.take(START, take({ cost: 3 })), TAKEN);
    });

    test("more than there ever is comes never", async (t) => {
      const buckets = await start();
      t.after(buckets.stop);
      const never = { waitMs: Number.POSITIVE_INFINITY, key: "a" };
      assert.deepEqual(await buckets.take(START, take({ cost: 4 })), never);
      assert.deepEqual(await buckets.take(START, take({ cost: 3 })), TAKEN);
    });

    test("a clock that is set back closes no bucket for longer than it takes to fill it", async (t) => {
      const buckets = await start();
      t.after(buckets.stop);
      assert.deepEqual(await buckets.take(START + 1e9, take({ cost: 3 })), TAKEN);
      assert.deepEqual(await buckets.take(START, take()), { waitMs: 20_000, key: "a" });
      assert.deepEqual(await buckets.take(START + 15_000, take()), { waitMs: 5_000, key: "a" });
      assert.deepEqual(await buckets.take(START + 20_000, take()), TAKEN);
    });
  });
}

test("in no span of time more are let out than are there at once and come in meanwhile", async () => {
  const rates = fc.record({
    most: fc.integer({ min: 1, max: 20 }),
    perMs: fc.integer({ min: 1, max: 1e6 }),
  });
  const steps = fc.array(
    fc.record({ later: fc.nat({ max: 50_000 }), cost: fc.integer({ min: 1, max: 20 }) }),
  );
  await fc.assert(
    fc.asyncProperty(rates, steps, async (rate, steps) => {
      const buckets = await inMemory();
      let now = START;
      /** @type {{ at: number, cost: number }[]} */
      const out = [];
      for (const { later, cost } of steps) {
        now += later;
        const { waitMs } = await buckets.take(now, { key: "a", ...rate, cost });
        if (waitMs === 0) out.push({ at: now, cost });
        else if (Number.isFinite(waitMs)) {
          // It is told when, and then it is so; never sooner than by a millisecond.
          now += waitMs;
          assert.equal((await buckets.take(now, { key: "a", ...rate, cost })).waitMs, 0);
          out.push({ at: now, cost });
        } else assert.ok(cost > rate.most);
      }
      for (const [first, { at }] of out.entries()) {
        let sum = 0;
        for (const later of out.slice(first)) {
          sum += later.cost;
          const allowed = rate.most + ((later.at - at) * rate.most) / rate.perMs;
          assert.ok(sum <= allowed + 0.01, `${sum} of ${allowed}`);
        }
      }
    }),
  );
});

test("buckets that are full again are forgotten by the Durable Object", async (t) => {
  const buckets = await inDurableObject();
  t.after(buckets.stop);
  await buckets.take(START, take({ key: "caller a" }), take({ key: "phone 919876543210" }));
  await buckets.take(START + 10_000, take({ key: "caller b" }));
  assert.deepEqual((await buckets.keys()).sort(), ["caller a", "caller b", "phone 919876543210"]);
  await buckets.take(START + 20_000, take({ key: "caller c" }));
  assert.deepEqual((await buckets.keys()).sort(), ["caller b", "caller c"]);
});

test("a Durable Object that cannot be reached is told as such", async () => {
  const fetch = async () => {
    throw new TypeError("no such class");
  };
  const error = await failureOf(
    durableBuckets({ idFromName: (name) => name, get: () => ({ fetch }) }).take([take()]),
  );
  assert.equal(error.code, "edge_unreachable");
  assert.match(error.message, /limits/);
});

test("a rate that is none is an error when the proxy is made", async () => {
  for (const caller of [{}, { most: 0, perMs: 1 }, { most: 1 }, { most: "5", perMs: 0 }, null, 5]) {
    const options = { apiKey: "c2VjcmV0LWtleTo=", public: true, allow: { trackUser: true } };
    const error = await failureOf(() =>
      createProxy(/** @type {any} */ ({ ...options, limits: { caller } })),
    );
    assert.equal(error.code, "option_invalid");
    assert.match(error.message, /limits\.caller must be \{ most, perMs \}/);
  }
});
