/** What a consumer asks before a message leaves, and what it says afterwards. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isConfigurationError } from "interakt-wasm";
import { createConsumer } from "interakt-wasm/edge";
import { createDesk, rowAt, START, unreachable } from "./consumer-support.mjs";

test("a row asks the account, then the ledger, then leaves, and then is settled", async () => {
  const desk = createDesk();
  assert.deepEqual(await desk.work(), { taken: 1, waitMs: 0, delayMs: 0 });
  assert.deepEqual(desk.asked, ["admit 0", "leave 0", "send 0", "settle 0 sent"]);
  assert.deepEqual(desk.settled, [{ index: 0, fate: "sent", messageId: "of diwali.0" }]);
  const [{ leaseMs, most, owner }] = desk.claims;
  assert.deepEqual({ leaseMs, most }, { leaseMs: 60_000, most: 100 });
  assert.match(owner, /^[\w-]{36}$/);
});

test("each claim is made by another owner", async () => {
  const desk = createDesk({ rows: 150 });
  await desk.work();
  await desk.work();
  const [one, other] = desk.claims;
  assert.notEqual(one.owner, other.owner);
});

test("who has opted out is not asked about again, and gets nothing", async () => {
  const desk = createDesk({ account: { admit: async () => ({ admitted: false }) } });
  await desk.work();
  assert.deepEqual(desk.asked, ["settle 0 opted_out"]);
});

test("the account is asked by the number, and by the userId beside it", async () => {
  /** @type {any[]} */
  const turns = [];
  const desk = createDesk({
    account: {
      async admit(/** @type {any} */ { signal: _, ...turn }) {
        turns.push(turn);
        return { admitted: false };
      },
    },
    ledger: {
      claim: async () => {
        const row = rowAt(0);
        const rows =
          turns.length > 0 ? [] : [{ ...row, input: { ...row.input, userId: "user-7" } }];
        return { status: "running", operation: "sendMessage", rows, waitMs: null };
      },
    },
  });
  await desk.work();
  assert.deepEqual(turns, [
    { campaign: "diwali", index: 0, recipient: "919800000000", userId: "user-7" },
  ]);
  assert.deepEqual(desk.asked, ["settle 0 opted_out"]);
});

test("a row that may not leave is not sent, and surely was not, whatever the ledger takes it for", async () => {
  const desk = createDesk({
    rows: 2,
    ledger: { leave: async (/** @type {any} */ { index }) => ({ leaves: index === 1 }) },
  });
  await desk.work();
  assert.deepEqual(desk.settled, [
    { index: 0, fate: "back" },
    { index: 1, fate: "sent", messageId: "of diwali.1" },
  ]);
});

test("when the campaign was paused meanwhile, the rest of the batch is put back", async () => {
  const desk = createDesk({ rows: 30, options: { concurrency: 1 } });
  const { leave } = desk.ledger;
  desk.ledger.leave = (/** @type {any} */ row) => {
    if (row.index === 2) desk.become("paused");
    return leave(row);
  };
  await desk.work();
  const back = desk.settled.filter(({ fate }) => fate === "back").map(({ index }) => index);
  assert.deepEqual(back, [...Array(30).keys()].slice(2));
  assert.equal(desk.asked.filter((what) => what.startsWith("admit")).length, 3);
});

test("no more messages are under way than the concurrency says", async () => {
  let now = 0;
  let most = 0;
  const desk = createDesk({
    rows: 50,
    options: { concurrency: 4 },
    async fetch() {
      now += 1;
      most = Math.max(most, now);
      await desk.time.sleep(100);
      now -= 1;
      return Response.json({ result: true, id: "1" });
    },
  });
  await desk.work();
  assert.equal(most, 4);
  assert.equal(desk.settled.length, 50);
});

test("it takes no more rows than the account lets out while they wait", async () => {
  const most = async (/** @type {object} */ state) => {
    const desk = createDesk({
      rows: 500,
      account: { state: async () => ({ waiting: 0, pausedUntil: null, ...state }) },
    });
    await desk.work();
    return desk.claims[0].most;
  };
  assert.equal(await most({ requestsPerMinute: 600 }), 100);
  assert.equal(await most({ requestsPerMinute: 60 }), 30);
  assert.equal(await most({ requestsPerMinute: 60, waiting: 10 }), 15);
  assert.equal(await most({ requestsPerMinute: 60, waiting: 95 }), 2);
  assert.equal(await most({ requestsPerMinute: 1 }), 1);
});

test("while nothing of the account leaves for long, nothing is taken in hand", async () => {
  const desk = createDesk({
    account: { state: async () => ({ requestsPerMinute: 600, pausedUntil: START + 45_000 }) },
  });
  assert.deepEqual(await desk.work(), { taken: 0, waitMs: 45_000, delayMs: 45_000 });
  assert.deepEqual(desk.claims, []);
});

test("a row that waits too long for its turn is put back, before the lease is over", async () => {
  const desk = createDesk({
    rows: 3,
    account: {
      admit: (/** @type {any} */ { signal }) => desk.time.sleep(3_600_000, signal),
    },
  });
  assert.deepEqual(await desk.work(), { taken: 3, waitMs: 0, delayMs: 0 });
  assert.deepEqual(
    desk.settled.map(({ fate }) => fate),
    ["back", "back", "back"],
  );
  assert.equal(desk.time.now() - START, 30_000);
  assert.deepEqual(desk.errors, []);
});

test("a row whose permission has grown old is put back, and asks all anew when it comes again", async () => {
  let leaves = 0;
  const desk = createDesk({
    ledger: {
      async leave() {
        desk.asked.push("leave 0");
        leaves += 1;
        if (leaves === 1) await desk.time.sleep(2_000);
        return { leaves: true };
      },
    },
  });
  await desk.work();
  assert.deepEqual(desk.asked, ["admit 0", "leave 0", "settle 0 back"]);
  await desk.work();
  const again = ["admit 0", "leave 0", "send 0", "settle 0 sent"];
  assert.deepEqual(desk.asked.slice(3), again);
});

test("a permission is good for as long as the account says", async () => {
  const work = async (/** @type {number} */ goodMs, /** @type {number} */ leaveMs) => {
    const desk = createDesk({
      account: { admit: async () => ({ admitted: true, freshUntil: desk.time.now() + goodMs }) },
      ledger: {
        async leave() {
          await desk.time.sleep(leaveMs);
          return { leaves: true };
        },
      },
    });
    await desk.work();
    return desk.settled[0].fate;
  };
  assert.equal(await work(5_000, 4_000), "sent");
  assert.equal(await work(5_000, 6_000), "back");
  assert.equal(await work(-1, 0), "back");
});

test("a ledger that is slow each time keeps nothing from leaving", async () => {
  const desk = createDesk({ rows: 3 });
  const { claim, leave } = desk.ledger;
  const slowly = (/** @type {any} */ call) => async (/** @type {any} */ options) => {
    await desk.time.sleep(2_000);
    return call(options);
  };
  Object.assign(desk.ledger, { claim: slowly(claim), leave: slowly(leave) });
  await desk.work();
  assert.deepEqual(
    desk.settled.map(({ fate }) => fate),
    ["sent", "sent", "sent"],
  );
});

test("a ledger that cannot be reached for a claim is asked again later", async () => {
  const desk = createDesk({ ledger: { claim: () => Promise.reject(unreachable()) } });
  assert.deepEqual(await desk.work(), { taken: 0, waitMs: 5_000, delayMs: 5_000 });
  assert.equal(desk.errors.length, 1);
});

test("any other error of a ledger is told to whoever asked", async () => {
  const failure = new Error("no such table");
  const desk = createDesk({ ledger: { claim: () => Promise.reject(failure) } });
  await assert.rejects(desk.work(), failure);
});

test("when the account cannot be reached, nothing is sent and the rows are put back", async () => {
  const desk = createDesk({
    rows: 40,
    account: { admit: () => Promise.reject(unreachable()) },
  });
  const { delayMs } = await desk.work();
  assert.equal(delayMs, 5_000);
  assert.deepEqual(new Set(desk.settled.map(({ fate }) => fate)), new Set(["back"]));
  assert.equal(desk.settled.length, 40);
});

test("a row whose leaving was told to nobody surely has not left", async () => {
  const desk = createDesk({ ledger: { leave: () => Promise.reject(unreachable()) } });
  await desk.work();
  assert.deepEqual(desk.asked, ["admit 0", "settle 0 back"]);
});

test("what became of a row is told until the ledger has heard it", async () => {
  let failures = 4;
  const desk = createDesk({ rows: 2, options: { concurrency: 1 } });
  const { settle } = desk.ledger;
  desk.ledger.settle = async (/** @type {any} */ fate) => {
    failures -= 1;
    if (failures >= 0) throw unreachable();
    return settle(fate);
  };
  const { delayMs } = await desk.work();
  assert.equal(delayMs, 5_000);
  assert.deepEqual(desk.settled, [
    { index: 0, fate: "sent", messageId: "of diwali.0" },
    { index: 1, fate: "back" },
  ]);
});

test("a ledger that hears nothing for a lease is left to think what it must", async () => {
  const desk = createDesk({ ledger: { settle: () => Promise.reject(unreachable()) } });
  await desk.work();
  assert.ok(desk.time.now() - START <= 60_000);
  assert.ok(desk.errors.length > 3);
});

test("a ledger that does not answer at all is waited for no longer than a lease", async () => {
  const desk = createDesk({ ledger: { settle: () => new Promise(() => {}) } });
  await desk.work();
  assert.equal(desk.time.now() - START, 60_000);
  assert.deepEqual(
    desk.errors.map((/** @type {any} */ { code }) => code),
    ["edge_unreachable"],
  );
});

test("options that cannot work are refused by their names", () => {
  const { client, account, ledger } = createDesk();
  const good = /** @type {any} */ ({ client, account, ledger: () => ledger });
  /** @type {[object, RegExp][]} */
  const cases = [
    [{ concurency: 3 }, /no option "concurency"/],
    [{ concurrency: 0 }, /^concurrency must be a whole number, 1 or more/],
    [{ batch: 1.5 }, /^batch must/],
    [{ timeoutMs: "30" }, /^timeoutMs must/],
    [{ client: {} }, /^client must/],
    [{ account: undefined }, /^account must/],
    [{ ledger }, /^ledger must be a function/],
    [{ clock: {} }, /^clock must/],
  ];
  for (const [options, message] of cases) {
    assert.throws(
      () => createConsumer({ ...good, ...options }),
      (/** @type {any} */ error) => isConfigurationError(error) && message.test(error.message),
    );
  }
});

test("an onError that fails changes nothing", async () => {
  const desk = createDesk({
    ledger: { claim: () => Promise.reject(unreachable()) },
    options: {
      onError() {
        throw new Error("the log is full");
      },
    },
  });
  assert.deepEqual(await desk.work(), { taken: 0, waitMs: 5_000, delayMs: 5_000 });
});
