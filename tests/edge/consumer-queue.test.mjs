/** A consumer in a Queue, and one in a loop. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { CAMPAIGN, createBatch, createDesk, START, unreachable } from "./consumer-support.mjs";

/** What goes into the Queue. */
function ticketsOf() {
  /** @type {unknown[]} */
  const sent = [];
  return { sent, tickets: { send: async (/** @type {unknown} */ ticket) => sent.push(ticket) } };
}

const ticket = { campaign: CAMPAIGN };

test("a ticket is acknowledged when its batch is settled, and another follows", async () => {
  const { sent, tickets } = ticketsOf();
  const desk = createDesk({ rows: 3, options: { tickets } });
  const { batch, said } = createBatch(ticket);
  await desk.until(desk.consumer.queue(batch));
  assert.deepEqual(said, { 0: "ack" });
  assert.deepEqual(sent, [ticket]);
  assert.equal(desk.settled.length, 3);
});

test("a ticket for which nothing is left is the last", async () => {
  const { sent, tickets } = ticketsOf();
  const desk = createDesk({ rows: 0, options: { tickets } });
  const { batch, said } = createBatch(ticket);
  await desk.until(desk.consumer.queue(batch));
  assert.deepEqual(said, { 0: "ack" });
  assert.deepEqual(sent, []);
});

test("after 429 the ticket comes again when Interakt said", async () => {
  const { sent, tickets } = ticketsOf();
  const fetch = async () => new Response("", { status: 429, headers: { "retry-after": "27" } });
  const desk = createDesk({ rows: 3, fetch, options: { tickets } });
  const { batch, said } = createBatch(ticket);
  await desk.until(desk.consumer.queue(batch));
  assert.deepEqual(said, { 0: { delaySeconds: 27 } });
  assert.deepEqual(sent, []);
});

test("a ticket for an account that waits for long is the last: the campaign wakes up by itself", async () => {
  const { sent, tickets } = ticketsOf();
  const pausedUntil = START + 31_000;
  const paused = { state: async () => ({ requestsPerMinute: 9, pausedUntil }) };
  const late = async () => new Response("", { status: 429, headers: { "retry-after": "42" } });
  for (const given of [{ account: paused }, { fetch: late }]) {
    const desk = createDesk({ ...given, options: { tickets } });
    const { batch, said } = createBatch(ticket);
    await desk.until(desk.consumer.queue(batch));
    assert.deepEqual(said, { 0: "ack" });
  }
  assert.deepEqual(sent, []);
});

test("a ticket comes again when the ledger cannot be reached, or fails, or no other can be put in", async () => {
  for (const given of [
    { ledger: { claim: () => Promise.reject(unreachable()) } },
    { ledger: { claim: () => Promise.reject(new Error("no such table")) } },
    { options: { tickets: { send: () => Promise.reject(new Error("queue")) } } },
  ]) {
    const desk = createDesk(given);
    const { batch, said } = createBatch(ticket);
    await desk.until(desk.consumer.queue(batch));
    assert.deepEqual(said, { 0: { delaySeconds: 5 } });
    assert.equal(desk.errors.length, 1);
  }
});

test("what is no ticket is acknowledged and left alone", async () => {
  const desk = createDesk();
  const { batch, said } = createBatch(null, "diwali", { campaign: 7 }, {}, [1]);
  await desk.until(desk.consumer.queue(batch));
  assert.deepEqual(said, { 0: "ack", 1: "ack", 2: "ack", 3: "ack", 4: "ack" });
  assert.deepEqual(desk.claims, []);
});

test("several tickets for one campaign are one, and campaigns share the concurrency", async () => {
  let now = 0;
  let most = 0;
  const desk = createDesk({
    rows: 60,
    account: { state: async () => ({ requestsPerMinute: 50, waiting: 0, pausedUntil: null }) },
    async fetch() {
      now += 1;
      most = Math.max(most, now);
      await desk.time.sleep(100);
      now -= 1;
      return Response.json({ result: true, id: "1" });
    },
  });
  const { batch, said } = createBatch(ticket, { campaign: "holi" }, ticket);
  await desk.until(desk.consumer.queue(batch));
  assert.deepEqual(said, { 0: "ack", 1: "ack", 2: "ack" });
  assert.equal(desk.claims.length, 2);
  assert.equal(most, 10);
});

test("a loop works until the campaign is done, and says how far it is", async () => {
  const desk = createDesk({ rows: 250 });
  /** @type {number[]} */
  const told = [];
  const onProgress = (/** @type {any} */ { counts }) => told.push(counts.sent);
  const state = await desk.until(desk.consumer.run(CAMPAIGN, { onProgress }));
  assert.equal(state.status, "done");
  assert.deepEqual(told, [0, 100, 200, 250]);
});

test("a slow batch is told of each second", async () => {
  const desk = createDesk({
    rows: 5,
    options: { concurrency: 1 },
    async fetch() {
      await desk.time.sleep(700);
      return Response.json({ result: true, id: "1" });
    },
  });
  /** @type {number[]} */
  const told = [];
  const onProgress = (/** @type {any} */ { counts }) => told.push(counts.sent);
  await desk.until(desk.consumer.run(CAMPAIGN, { onProgress }));
  assert.deepEqual(told, [0, 2, 4, 5]);
});

test("a loop ends when somebody pauses the campaign", async () => {
  const desk = createDesk({ rows: 500 });
  desk.time.set(() => desk.become("paused"), 500);
  desk.account.admit = async () => {
    await desk.time.sleep(100);
    return { admitted: true };
  };
  const state = await desk.until(desk.consumer.run(CAMPAIGN));
  assert.equal(state.status, "paused");
  assert.ok(desk.settled.filter(({ fate }) => fate === "sent").length < 100);
});

test("a loop that is aborted ends what is being sent, and puts all else back", async () => {
  const controller = new AbortController();
  const desk = createDesk({
    rows: 100,
    options: { concurrency: 5 },
    async fetch() {
      await desk.time.sleep(1_000);
      return Response.json({ result: true, id: "1" });
    },
  });
  desk.time.set(() => controller.abort(), 1_500);
  const state = await desk.until(desk.consumer.run(CAMPAIGN, { signal: controller.signal }));
  assert.equal(state.status, "running");
  const fates = desk.settled.map(({ fate }) => fate);
  assert.equal(fates.filter((fate) => fate === "sent").length, 10);
  assert.equal(fates.filter((fate) => fate === "back").length, 90);
  assert.deepEqual(desk.errors, []);
});

test("a loop that waits for another time ends at once when it is aborted", async () => {
  const controller = new AbortController();
  const desk = createDesk({
    ledger: { claim: async () => ({ status: "running", rows: [], waitMs: 3_600_000 }) },
  });
  desk.time.set(() => controller.abort(), 12_000);
  await desk.until(desk.consumer.run(CAMPAIGN, { signal: controller.signal }));
  assert.equal(Math.round((desk.time.now() - START) / 1_000), 12);
});

test("a loop goes on when the ledger can be reached again", async () => {
  let failures = 3;
  const desk = createDesk();
  const { state } = desk.ledger;
  desk.ledger.state = async () => {
    failures -= 1;
    if (failures >= 0) throw unreachable();
    return state();
  };
  assert.equal((await desk.until(desk.consumer.run(CAMPAIGN))).status, "done");
  assert.equal(desk.errors.length, 3);
});

test("a loop over a ledger that fails says so", async () => {
  const failure = new Error("no such campaign");
  const desk = createDesk({ ledger: { state: () => Promise.reject(failure) } });
  await assert.rejects(desk.until(desk.consumer.run(CAMPAIGN)), failure);
});

test("an onProgress that fails changes nothing", async () => {
  const desk = createDesk({ rows: 3 });
  const onProgress = () => Promise.reject(new Error("the screen is gone"));
  assert.equal((await desk.until(desk.consumer.run(CAMPAIGN, { onProgress }))).status, "done");
});
