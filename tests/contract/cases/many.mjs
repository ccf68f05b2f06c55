/** Many messages and many pages, in every runtime. */
import { assert } from "chai";
import { clientOf, failureOf, TEXT } from "../world.mjs";

/** @typedef {import("../world.mjs").Case} Case */
/** @typedef {import("../world.mjs").World} World */

/** Enough for every request of a case. */
const UNLIMITED = { plan: "enterprise" };

/** @param {number} count */
async function* messages(count) {
  for (let index = 0; index < count; index += 1) {
    yield { ...TEXT, callbackData: String(index), ...(index === 3 && { phoneNumber: "0999" }) };
  }
}

/**
 * The numbers of the messages that Interakt took, in order.
 * @param {World} world
 */
async function taken({ remote }) {
  const requests = await remote.requests();
  return requests
    .filter(({ status }) => status === 201)
    .map(({ body }) => Number(body.callbackData))
    .sort((a, b) => a - b);
}

/**
 * @param {AsyncIterable<any>} iterator
 * @param {any[]} items What comes is added here, even when an error follows.
 */
async function collect(iterator, items = []) {
  for await (const item of iterator) items.push(item);
  return items;
}

/** @type {Case[]} */
export const manyCases = [
  {
    name: "sendAll reports each message once and sends it once, with faults in between",
    run: async (world) => {
      await world.remote.setup(UNLIMITED, [
        { status: 429, headers: { "retry-after": "1" }, times: 2 },
        { status: 502 },
      ]);
      const interakt = clientOf(world, { maxRetries: 2, maxRetryAfterMs: 10 });
      const run = interakt.sendAll(messages(30), { concurrency: 4 });
      const results = await collect(run);
      const indexes = results.map(({ index }) => index).sort((a, b) => a - b);
      assert.deepEqual(
        indexes,
        Array.from({ length: 30 }, (_, index) => index),
      );
      assert.equal(results.find(({ index }) => index === 3)?.status, "invalid");
      const unknown = results.filter(({ status }) => status === "unknown");
      assert.equal(unknown.length, 1);
      assert.deepEqual(
        await taken(world),
        indexes.filter((index) => index !== 3 && index !== unknown[0].index),
      );
      const { resumeFrom, unreported, ...counts } = run.summary;
      assert.deepEqual(counts, { done: 30, sent: 28, invalid: 1, failed: 0, unknown: 1 });
      assert.deepEqual([resumeFrom, unreported], [{ index: 30, again: [], unknown: [] }, []]);
    },
  },
  {
    name: "a run of sendAll that was left goes on where it stopped",
    run: async (world) => {
      await world.remote.setup(UNLIMITED);
      const interakt = clientOf(world);
      const first = interakt.sendAll(messages(30), { concurrency: 4 });
      const results = [];
      for await (const result of first) {
        results.push(result);
        if (results.length === 7) break;
      }
      const { unreported, resumeFrom } = first.summary;
      results.push(...unreported);
      assert.isBelow(resumeFrom.index, 30);
      await collect(interakt.sendAll(messages(30), { resumeFrom }), results);
      assert.equal(new Set(results.map(({ index }) => index)).size, 30);
      assert.equal(results.length, 30);
      const sent = results.filter(({ status }) => status === "sent").map(({ index }) => index);
      assert.deepEqual(
        await taken(world),
        sent.sort((a, b) => a - b),
      );
    },
  },
  {
    name: "a run of sendAll that nobody ends goes on from what was kept of it",
    run: async (world) => {
      await world.remote.setup(UNLIMITED);
      const interakt = clientOf(world);
      const abandoned = interakt.sendAll(messages(30), { concurrency: 4 });
      let kept = abandoned.summary.resumeFrom;
      assert.deepEqual(kept, { index: 0, again: [], unknown: [], ahead: 4 });
      const results = [];
      for (let count = 0; count < 7; count += 1) {
        results.push((await abandoned.next()).value);
        kept = JSON.parse(JSON.stringify(abandoned.summary.resumeFrom));
      }
      // As when it is killed while it waits for the next, which nobody gets.
      abandoned.next();
      await new Promise((resolve) => setTimeout(resolve, 20));
      await collect(interakt.sendAll(messages(30), { resumeFrom: kept }), results);
      assert.deepEqual(
        results.map(({ index }) => index).sort((a, b) => a - b),
        Array.from({ length: 30 }, (_, index) => index),
      );
      const numbers = await taken(world);
      assert.equal(new Set(numbers).size, numbers.length);
      for (const { index, status } of results) {
        if (status === "sent") assert.include(numbers, index);
        else assert.equal(status, index === 3 && !kept.unknown.includes(3) ? "invalid" : "unknown");
      }
    },
  },
  {
    name: "a source that ends sendAll from inside is closed",
    run: async (world) => {
      await world.remote.setup(UNLIMITED);
      const controller = new AbortController();
      let closed = 0;
      function* inside() {
        try {
          controller.abort("enough");
          yield TEXT;
        } finally {
          closed += 1;
        }
      }
      const run = clientOf(world).sendAll(inside(), { signal: controller.signal });
      assert.equal(await failureOf(collect(run)), "enough");
      assert.equal(closed, 1);
      assert.deepEqual(run.summary.resumeFrom, { index: 0, again: [], unknown: [] });
    },
  },
  {
    name: "an abort of sendAll reports what may have gone out and rejects with the reason",
    run: async (world) => {
      await world.remote.setup(UNLIMITED, [{ hang: true, times: 2 }]);
      const controller = new AbortController();
      const run = clientOf(world).sendAll(messages(30), {
        concurrency: 2,
        signal: controller.signal,
      });
      /** @type {any[]} */
      const results = [];
      const collected = failureOf(collect(run, results));
      while ((await world.remote.requests()).length < 2) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      const reason = { because: "enough" };
      controller.abort(reason);
      assert.strictEqual(await collected, reason);
      assert.deepEqual(results.map(({ index, status }) => [index, status]).sort(), [
        [0, "unknown"],
        [1, "unknown"],
      ]);
      assert.deepEqual(run.summary.resumeFrom, { index: 2, again: [], unknown: [] });
    },
  },
  {
    name: "iterateUsers and iterateTemplates go through all pages",
    run: async (world) => {
      const customers = Array.from({ length: 7 }, (_, index) => ({ user_id: `user-${index}` }));
      const templates = Array.from({ length: 45 }, (_, index) => ({
        ...{ name: `order_${index}`, language: "en", category: "UTILITY" },
      }));
      await world.remote.setup({ ...UNLIMITED, customers, templates });
      const interakt = clientOf(world);
      const input = { limit: 3 };
      const users = [];
      for await (const user of interakt.iterateUsers(input)) {
        users.push(user);
        input.limit = 7;
      }
      assert.deepEqual(
        users.map(({ user_id }) => user_id),
        customers.map(({ user_id }) => user_id),
      );
      const requests = await world.remote.requests();
      assert.deepEqual(
        requests.map((/** @type {{ url: string }} */ { url }) => new URL(url).search),
        ["?limit=3", "?offset=3&limit=3", "?offset=6&limit=3"],
      );
      const listed = await collect(interakt.iterateTemplates({ offset: 2 }));
      assert.deepEqual(
        listed.map(({ name }) => name),
        templates.slice(2).map(({ name }) => name),
      );
    },
  },
];
