/**
 * What users of other campaign senders report, on the real ledger and account: each is a test. Runs in
 * the Node that has SQLite, in simulated time.
 */
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { Interakt } from "interakt-wasm";
import {
  callbackDataOf,
  createAccount,
  createConsumer,
  createLedger,
  nodeSql,
} from "interakt-wasm/edge";
import { createSimulator } from "interakt-wasm/simulator";
import { createLife } from "../survive/life.mjs";
import { createTime } from "../survive/time.mjs";

const CAMPAIGN = "diwali";
const START = Date.UTC(2026, 0, 15, 9, 30);
const HOUR = 3_600_000;

/** One for all: it has the package wait by it. */
const time = createTime(START);
time.install();

/** @param {number} count */
const rowsOf = (count) =>
  Array.from({ length: count }, (_, index) => {
    const recipient = `9198${String(index).padStart(8, "0")}`;
    const input = { fullPhoneNumber: recipient, type: "Text", data: { message: "Hi" } };
    return { index, key: String(index), recipient, country: "IN", input };
  });

/**
 * A campaign that has begun, in a database, and programs that send it.
 *
 * @param {number} count Of rows.
 * @param {number} [requestsPerMinute]
 */
async function begin(count, requestsPerMinute = 600) {
  const database = new DatabaseSync(":memory:");
  const sql = nodeSql(database);
  const ledger = createLedger(sql, CAMPAIGN);
  const simulator = createSimulator({ requestsPerMinute, now: time.now });
  /** Calls of the ledger that said no. */
  const refusals = { leave: 0 };
  let plan = { requestsPerMinute };

  await ledger.open({ name: "Diwali" });
  for (let at = 0; at < count; at += 1_000) {
    await ledger.add(rowsOf(count).slice(at, at + 1_000));
  }
  await ledger.start();
  return {
    ...{ ledger, simulator, refusals, sql },
    account: createAccount(sql, { plan }),
    /** @param {number} perMinute */
    change(perMinute) {
      plan = { requestsPerMinute: perMinute };
      return createAccount(sql, { plan }).state();
    },
    /**
     * A program that works at it.
     *
     * @param {{ signal?: AbortSignal, concurrency?: number }} [how]
     */
    program({ signal, concurrency } = {}) {
      const life = createLife(time);
      const own = life.wrap(createLedger(sql, CAMPAIGN));
      const consumer = createConsumer({
        client: new Interakt({
          apiKey: "dGVzdC1rZXk6",
          fetch: (request) =>
            life.live(async () => {
              await time.sleep(100);
              return simulator(request);
            }),
        }),
        account: life.wrap(createAccount(sql, { clock: life.clock, plan })),
        ledger: () => ({
          ...own,
          claim: (claim) => own.claim(claim),
          settle: (fate) => own.settle(fate),
          state: () => own.state(),
          async leave(row) {
            const answer = await own.leave(row);
            if (!answer.leaves) refusals.leave += 1;
            return answer;
          },
        }),
        concurrency,
        clock: life.clock,
      });
      return { life, ended: consumer.run(CAMPAIGN, { signal }) };
    },
    /** How often each row was accepted, none left out. */
    accepted() {
      const times = new Map(rowsOf(count).map(({ index }) => [callbackDataOf(CAMPAIGN, index), 0]));
      for (const { body, status } of simulator.requests) {
        if (status !== null && status < 300) {
          times.set(body.callbackData, Number(times.get(body.callbackData)) + 1);
        }
      }
      return [...times.values()];
    },
    close: () => database.close(),
  };
}

/** @template T @param {Promise<T>} work */
const until = (work) => time.until(work, 100 * HOUR);

/** @param {number[]} times */
const eachOnce = (times) => assert.deepEqual([...new Set(times)], [1]);

test("paused, restarted and resumed, a campaign leaves nobody out and is not done before", async (t) => {
  const campaign = await begin(200);
  t.after(campaign.close);
  const first = campaign.program();
  await until(time.sleep(6_000));
  await campaign.ledger.pause();
  const paused = await until(first.ended);
  assert.equal(paused.status, "paused");
  assert.ok(paused.counts.sent > 20 && paused.counts.sent < 100, `${paused.counts.sent} sent`);
  assert.equal(paused.counts.waiting, 200 - paused.counts.sent);

  // A program that is started while it is paused sends nothing, and ends it neither.
  const second = campaign.program();
  assert.equal((await until(second.ended)).status, "paused");
  await until(time.sleep(2 * HOUR));
  assert.equal((await campaign.ledger.state()).status, "paused");

  await campaign.ledger.start();
  const { status, counts } = await until(campaign.program().ended);
  assert.deepEqual([status, counts.sent], ["done", 200]);
  eachOnce(campaign.accepted());
});

test("a program that dies while the campaign is paused takes nothing along", async (t) => {
  const campaign = await begin(100);
  t.after(campaign.close);
  const first = campaign.program();
  await until(time.sleep(3_000));
  await campaign.ledger.pause();
  first.life.doom(0);
  await until(time.sleep(2 * HOUR));
  await campaign.ledger.start();
  const { status, counts } = await until(campaign.program().ended);
  eachOnce(campaign.accepted().filter((times) => times > 0));
  // What it was about to send when it died is nowhere said to be sent, or not.
  assert.equal(counts.sent + counts.unknown, 100);
  assert.ok(counts.unknown <= 10);
  assert.equal(status, counts.unknown > 0 ? "parked" : "done");
});

test("recipients that were fetched ahead are not lost in a restart", async (t) => {
  const campaign = await begin(150);
  t.after(campaign.close);
  await campaign.account.pause(20_000);
  const first = campaign.program();
  // It has a hundred of them in hand, and has sent none.
  await until(time.sleep(10_000));
  first.life.doom(0);
  const { counts } = await campaign.ledger.state();
  assert.deepEqual([counts.claimed, counts.sent], [100, 0]);

  const state = await until(campaign.program().ended);
  assert.deepEqual([state.status, state.counts.sent], ["done", 150]);
  eachOnce(campaign.accepted());
});

test("a program that is told to end puts back what it has not sent", async (t) => {
  const campaign = await begin(100);
  t.after(campaign.close);
  const controller = new AbortController();
  const { ended } = campaign.program({ signal: controller.signal });
  await until(time.sleep(3_000));
  controller.abort();
  const { status, counts } = await until(ended);
  assert.equal(status, "running");
  assert.deepEqual([counts.claimed, counts.leaving, counts.unknown], [0, 0, 0]);
  assert.equal(counts.sent + counts.waiting, 100);
  assert.equal((await until(campaign.program().ended)).counts.sent, 100);
  eachOnce(campaign.accepted());
});

test("a slow account with ten thousand rows that wait gives nothing of a living program away", async (t) => {
  const campaign = await begin(10_000, 20);
  t.after(campaign.close);
  const programs = [campaign.program(), campaign.program()];
  await until(time.sleep(HOUR / 2));
  const { counts } = await campaign.ledger.state();
  assert.ok(counts.sent >= 20 * 27, `${counts.sent} sent`);
  assert.equal(counts.unknown, 0);
  assert.ok(counts.claimed + counts.leaving <= 20, "no more is in hand than leaves soon");
  assert.equal(campaign.refusals.leave, 0);

  await campaign.ledger.cancel();
  for (const { ended } of programs) assert.equal((await until(ended)).status, "cancelled");
  const times = campaign.accepted();
  assert.ok(times.every((time) => time <= 1));
});

test("a minute's request is enough: whoever waits longer than a lease is waited for", async (t) => {
  const campaign = await begin(5, 1);
  t.after(campaign.close);
  const { status, counts } = await until(campaign.program().ended);
  assert.deepEqual([status, counts.sent], ["done", 5]);
  assert.equal(campaign.refusals.leave, 0);
  eachOnce(campaign.accepted());
});
