/** A campaign as a whole: started, paused, cancelled, decided about, erased. */
import { assert } from "chai";
import { listLedgers } from "interakt-wasm/edge";
import {
  again,
  claim,
  codeOf,
  counts,
  LEASE,
  MINUTE,
  NOON,
  REFUSED,
  row,
  rows,
  SECOND,
  SENT,
  send,
  states,
  UNKNOWN,
} from "./stage.mjs";

/** @type {Record<string, (stage: import("./stage.mjs").Stage) => Promise<void>>} */
export const CAMPAIGN = {
  async "paused, restarted and resumed, it leaves no row out"(stage) {
    const ledger = await stage.started(6);
    await send(ledger, "a", 2);
    await claim(ledger, "b", 2);
    await ledger.leave({ owner: "b", index: 2 });
    assert.equal((await ledger.pause()).status, "paused");
    assert.deepEqual(await ledger.leave({ owner: "b", index: 3 }), { leaves: false });
    assert.deepEqual(await claim(ledger, "c"), []);
    // What was being sent ends.
    await ledger.settle({ owner: "b", index: 2, ...SENT });

    stage.restart();
    const later = stage.ledger();
    assert.equal((await later.state()).status, "paused");
    assert.equal((await later.start()).status, "running");
    assert.deepEqual(await send(later, "d", 100), [3, 4, 5]);
    assert.equal((await later.state()).status, "done");
    assert.deepEqual(await counts(later), { sent: 6, rows: 6 });
  },

  async "rows that were taken in hand before a restart come again"(stage) {
    const ledger = await stage.started(3);
    await claim(ledger, "a");
    stage.restart();
    stage.clock.at += LEASE;
    assert.deepEqual(await claim(stage.ledger(), "b"), [0, 1, 2]);
  },

  async "a pause ends when all that was being sent has ended, too"({ started }) {
    const ledger = await started(1);
    await claim(ledger, "a");
    await ledger.leave({ owner: "a", index: 0 });
    assert.equal((await ledger.pause()).status, "paused");
    await ledger.settle({ owner: "a", index: 0, ...SENT });
    assert.equal((await ledger.state()).status, "done");
  },

  async "cancelled, it sends nothing for ever, and what was being sent ends"(stage) {
    const ledger = await stage.started(5);
    await claim(ledger, "a", 3);
    await ledger.leave({ owner: "a", index: 0 });
    await ledger.leave({ owner: "a", index: 1 });
    assert.equal((await ledger.cancel()).status, "cancelled");
    assert.deepEqual(await ledger.leave({ owner: "a", index: 2 }), { leaves: false });
    await ledger.settle({ owner: "a", index: 0, ...SENT });
    await ledger.settle({ owner: "a", index: 1, ...again(0) });
    await ledger.add([row(5)]);
    assert.equal((await ledger.start()).status, "cancelled");
    assert.equal(await ledger.again({ state: "dead" }), 0);
    assert.deepEqual(await claim(ledger, "b"), []);
    assert.deepEqual(await counts(ledger), { sent: 1, cancelled: 5, rows: 6 });
  },

  async "rows that are added when it is done are sent"({ started }) {
    const ledger = await started(0);
    assert.equal((await ledger.state()).status, "done");
    await ledger.add(rows(2));
    assert.deepEqual(
      [(await ledger.state()).status, (await ledger.state()).endedAt],
      ["running", null],
    );
    assert.deepEqual(await send(ledger, "a", 5), [0, 1]);
  },

  async "rows of unknown fate are sent again only when a person says so"({ started }) {
    const ledger = await started(4);
    await send(ledger, "a", 4, UNKNOWN);
    assert.equal((await ledger.state()).status, "parked");
    assert.deepEqual(await claim(ledger, "b"), []);
    assert.equal(await ledger.again({ state: "unknown", indexes: [1, 3, 99] }), 2);
    assert.equal(await ledger.again({ state: "unknown", indexes: [1, 3] }), 0);
    assert.equal((await ledger.state()).status, "running");
    assert.deepEqual(await send(ledger, "b", 5), [1, 3]);
    assert.equal(await ledger.markSent({ indexes: [0] }), 1);
    assert.equal((await ledger.state()).status, "parked");
    assert.equal(await ledger.markSent({}), 1);
    assert.equal((await ledger.state()).status, "done");
    assert.deepEqual(await states(ledger), ["sent", "sent", "sent", "sent"]);
  },

  async "a row that a person lets wait again is sent all the same when it turns out that it was"(
    stage,
  ) {
    for (const [proof, state] of /** @type {const} */ ([
      [{ fate: "sent", messageId: "m" }, "waiting"],
      [{ fate: "sent", messageId: "m" }, "claimed"],
      [{ fate: "sent", messageId: "m" }, "unknown"],
      [{ status: "failed", at: NOON }, "waiting"],
      [{ status: "failed", at: NOON }, "claimed"],
      [{ status: "failed", at: NOON }, "unknown"],
    ])) {
      const ledger = await stage.started(1, { maxAttempts: 1 });
      await send(ledger, "a", 1, UNKNOWN);
      await ledger.again({ state: "unknown" });
      if (state === "claimed") await claim(ledger, "b");
      if (state === "unknown") await send(ledger, "b", 1, again(0));
      assert.deepEqual(await states(ledger), [state]);
      if ("fate" in proof) await ledger.settle({ owner: "a", index: 0, ...proof });
      else await ledger.tell({ index: 0, ...proof });
      assert.deepEqual(await states(ledger), ["sent"]);
      assert.deepEqual(await ledger.leave({ owner: "b", index: 0 }), { leaves: false });
      await ledger.erase();
    }
  },

  async "a row that may have been sent is never said to be dead or cancelled"(stage) {
    const perhaps = /** @type {const} */ ({ ...again(0), unknown: true });
    const ledger = await stage.started(6, { maxAttempts: 2 });
    // A row whose last attempt may have been sent, and one whose first may.
    await send(ledger, "a", 1, perhaps);
    await send(ledger, "b", 1, perhaps);
    await send(ledger, "c", 1, perhaps);
    await send(ledger, "d", 1, again(0));
    await send(ledger, "e", 1, again(0));
    await send(ledger, "f", 1, again(0));
    assert.deepEqual((await states(ledger)).slice(0, 3), ["unknown", "unknown", "dead"]);
    const problem = (await ledger.rows())[1]?.problem;
    assert.equal(problem, "lost: Lost. It may have been sent before.");

    // Two that wait, and one in somebody's hand.
    await send(ledger, "g", 1, perhaps);
    await send(ledger, "h", 2, UNKNOWN);
    assert.equal(await ledger.again({ state: "unknown", indexes: [3, 4] }), 2);
    assert.deepEqual(await claim(ledger, "i", 1), [3]);
    await ledger.cancel();
    const expected = ["unknown", "unknown", "dead", "unknown", "unknown", "cancelled"];
    assert.deepEqual(await states(ledger), expected);
    for (const { state, problem } of await ledger.rows()) {
      if (state === "unknown") assert.match(problem ?? "", /^(lost|late): /);
    }
    assert.deepEqual(await counts(ledger), { unknown: 4, dead: 1, cancelled: 1, rows: 6 });
  },

  async "a call that is made again is not done again"(stage) {
    const ledger = await stage.started(3);
    await ledger.pause({ call: "p1" });
    await ledger.start({ call: "s1" });
    assert.equal((await ledger.pause({ call: "p1" })).status, "running");
    // Also where there was nothing to do.
    await ledger.start({ call: "s2" });
    await ledger.pause({ call: "p2" });
    for (const call of ["s1", "s2"]) assert.equal((await ledger.start({ call })).status, "paused");
    await ledger.start();
    await send(ledger, "a", 3, UNKNOWN);
    const some = /** @type {const} */ ({ state: "unknown", indexes: [0, 1] });
    assert.equal(await ledger.again({ ...some, call: "a1" }), 2);
    await send(ledger, "b", 2, UNKNOWN);
    assert.equal(await ledger.again({ ...some, call: "a1" }), 2);
    assert.deepEqual(await states(ledger), ["unknown", "unknown", "unknown"]);
    assert.equal(await ledger.markSent({ indexes: [0], call: "m1" }), 1);
    assert.equal(await ledger.markSent({ indexes: [1], call: "m1" }), 1);
    assert.deepEqual(await states(ledger), ["sent", "unknown", "unknown"]);
    // Only the last calls are remembered.
    for (let turn = 0; turn < 30; turn += 1) await ledger.pause({ call: `turn ${turn}` });
    assert.equal(await ledger.markSent({ indexes: [1], call: "turn 29" }), 0);
    const [head] = stage.sql().all("SELECT head FROM interakt_heads");
    assert.isBelow(String(head?.head).length, 1_500);
  },

  async "dead and refused rows are sent again, and tried as often again"({ started }) {
    const ledger = await started(2, { maxAttempts: 1 });
    await send(ledger, "a", 1, again(0));
    await send(ledger, "b", 1, REFUSED);
    assert.deepEqual(await states(ledger), ["dead", "refused"]);
    assert.equal(await ledger.again({ state: "dead" }), 1);
    assert.equal(await ledger.again({ state: "refused" }), 1);
    const { rows } = await ledger.claim({ owner: "c", most: 5, leaseMs: LEASE });
    assert.deepEqual(
      rows.map(({ attempts }) => attempts),
      [0, 0],
    );
  },

  async "it pauses when too many fail, and goes on when a person says so"({ started }) {
    const stopAt = { failed: 0.2, after: 5 };
    const ledger = await started(20, { stopAt });
    await send(ledger, "a", 4);
    await send(ledger, "b", 1, REFUSED);
    assert.equal((await ledger.state()).status, "running", "a fifth is not more than a fifth");
    await claim(ledger, "c", 3);
    await ledger.leave({ owner: "c", index: 5 });
    await ledger.settle({ owner: "c", index: 5, ...UNKNOWN });
    const { status, reason } = await ledger.state();
    assert.deepEqual([status, reason], ["paused", "failures"]);
    assert.deepEqual(await ledger.leave({ owner: "c", index: 6 }), { leaves: false });
    await ledger.start();
    assert.equal((await ledger.state()).reason, null);
    await send(ledger, "d", 4, REFUSED);
    assert.equal((await ledger.state()).status, "running", "from then on, it counts anew");
    await send(ledger, "e", 1, REFUSED);
    assert.equal((await ledger.state()).status, "paused");
  },

  async "it stops for messages that webhooks tell as failed"(stage) {
    const ledger = await stage.started(10, { stopAt: { failed: 0.5, after: 2 } });
    await send(ledger, "a", 2);
    for (const index of [0, 1]) await ledger.tell({ index, status: "failed", at: stage.clock.at });
    assert.equal((await ledger.state()).reason, "failures");
  },

  async "a consumer pauses it when the account itself is refused"({ started }) {
    const ledger = await started(2);
    const { status, reason } = await ledger.pause({ reason: "account" });
    assert.deepEqual([status, reason], ["paused", "account"]);
    assert.equal((await ledger.start()).reason, null);
  },

  async "campaigns in one database leave each other alone"(stage) {
    const ledger = await stage.started(3);
    const other = stage.ledger("other");
    await other.open({ name: "Other" });
    await other.add(rows(2));
    await other.start();
    assert.deepEqual(listLedgers(stage.sql()), ["other", "sale"]);
    assert.deepEqual(await claim(other, "a"), [0, 1]);
    assert.deepEqual(await claim(ledger, "a"), [0, 1, 2]);
    // Another campaign's rows lie before and behind.
    for (const index of [-1, 2 ** 32]) {
      await ledger.tell({ index, status: "sent", at: NOON });
      await other.tell({ index: -(2 ** 32), status: "sent", at: NOON });
    }
    await other.cancel();
    await other.erase();
    assert.deepEqual(listLedgers(stage.sql()), ["sale"]);
    assert.deepEqual(await counts(ledger), { claimed: 3, rows: 3 });
  },

  async "of a campaign that was never opened nothing is kept"(stage) {
    const ledger = stage.ledger("order");
    assert.deepEqual(listLedgers(stage.sql()), []);
    await ledger.tell({ index: 1, status: "read", at: NOON });
    await ledger.settle({ owner: "a", index: 1, ...SENT });
    assert.deepEqual(await ledger.leave({ owner: "a", index: 1 }), { leaves: false });
    assert.equal((await ledger.claim({ owner: "a", most: 1, leaseMs: LEASE })).status, "cancelled");
    assert.equal(await codeOf(ledger.state), "campaign_unknown");
    await ledger.erase();
    const tables = stage.sql().all("SELECT name FROM sqlite_master WHERE name LIKE 'interakt%'");
    assert.deepEqual(tables, []);
  },

  async "one that was erased is there no more, and disturbs nobody"(stage) {
    const ledger = await stage.started(2);
    await claim(ledger, "a");
    await ledger.erase();
    await ledger.erase();
    const tables = ["campaigns", "heads", "rows", "spans"];
    const left = tables.flatMap((name) => stage.sql().all(`SELECT * FROM interakt_${name}`));
    assert.deepEqual(left, []);
    assert.deepEqual(await ledger.leave({ owner: "a", index: 0 }), { leaves: false });
    await ledger.settle({ owner: "a", index: 0, ...SENT });
    await ledger.tell({ index: 0, status: "read", at: stage.clock.at });
    const { status, rows } = await ledger.claim({ owner: "a", most: 1, leaseMs: LEASE });
    assert.deepEqual([status, rows], ["cancelled", []]);
    for (const call of [ledger.state, ledger.start, ledger.rows, ledger.spans]) {
      assert.equal(await codeOf(call), "campaign_unknown");
    }
  },

  async "its version counts each change once, and nothing else"(stage) {
    const ledger = await stage.started(2);
    const { version } = await ledger.state();
    const paused = await ledger.pause();
    assert.equal(paused.version, version + 1);
    assert.deepEqual(await ledger.state(), paused);
    assert.deepEqual(await ledger.pause(), paused);
    const started = await ledger.start();
    await ledger.claim({ owner: "a", most: 1, leaseMs: LEASE });
    assert.equal((await ledger.state()).version, started.version + 1);
    await ledger.claim({ owner: "a", most: 1, leaseMs: LEASE });
    assert.equal((await ledger.state()).version, started.version + 1);
    stage.clock.at += LEASE;
    assert.equal((await ledger.state()).version, started.version + 2, "its owner has died");
  },

  async "opened again, it is what it was"(stage) {
    const ledger = await stage.started(1);
    const state = await ledger.open({ name: "Another" });
    assert.deepEqual([state.settings.name, state.status], ["Sale", "running"]);
    assert.deepEqual(
      [state.id, state.createdAt, state.startedAt, state.cost],
      ["sale", NOON, NOON, "0"],
    );
  },

  async "what cannot work is refused by its name"(stage) {
    const ledger = stage.ledger();
    const name = "Sale";
    for (const settings of [
      {},
      { name, quite: { from: "21:00", to: "09:00" } },
      { name, quiet: { from: "9", to: "21:00" } },
      { name, quiet: { from: "09:00", to: "09:00" } },
      { name, timeZone: "India" },
      { name, stopAt: { failed: 20 } },
      { name, maxAttempts: 0 },
      { name, operation: "trackUser" },
    ]) {
      assert.equal(
        await codeOf(() => ledger.open(/** @type {any} */ (settings))),
        "option_invalid",
      );
    }
    for (const id of ["", "a b", "a.b", "x".repeat(41)]) {
      assert.equal(await codeOf(async () => stage.ledger(id || "é")), "campaign_id_invalid");
    }
    await ledger.open({ name });
    const wrong = /** @type {any} */ ({ owner: "a", index: 0, fate: "lost" });
    assert.equal(await codeOf(() => ledger.settle(wrong)), "option_invalid");
    const none = /** @type {any} */ ({ owner: "", most: 1, leaseMs: LEASE });
    assert.equal(await codeOf(() => ledger.claim(none)), "option_invalid");
    for (const wrong of [
      () => ledger.again(/** @type {any} */ ({ state: "sent" })),
      () => ledger.again(/** @type {any} */ ({})),
      () => ledger.again({ state: "dead", indexes: [-1] }),
      () => ledger.again({ state: "dead", indexes: /** @type {any} */ (7) }),
      () => ledger.again(/** @type {any} */ (undefined)),
      () => ledger.again({ state: "dead", indexes: /** @type {any} */ (null) }),
      () => ledger.again({ state: "dead", call: "" }),
      () => ledger.markSent({ indexes: [0.5] }),
      () => ledger.markSent({ indexes: /** @type {any} */ ("all") }),
      () => ledger.markSent({ indexes: [], call: "x".repeat(65) }),
      () => ledger.markSent(/** @type {any} */ ([1])),
      () => ledger.markSent(/** @type {any} */ ({ index: 1 })),
      () => ledger.start({ call: /** @type {any} */ (7) }),
      () => ledger.pause({ call: /** @type {any} */ ({}) }),
      () => ledger.rows({ most: 0 }),
      () => ledger.rows({ after: Number.NaN }),
      () => ledger.rows({ state: /** @type {any} */ ("lost") }),
      () => ledger.spans({ most: Number.NaN }),
    ]) {
      assert.equal(await codeOf(wrong), "option_invalid", String(wrong));
    }
    for (const bad of [{ ...row(0), index: -1 }, { ...row(0), recipient: "" }, { index: 1 }]) {
      assert.equal(await codeOf(() => ledger.add([/** @type {any} */ (bad)])), "option_invalid");
    }
    assert.equal(
      await codeOf(() => ledger.add([row(0), /** @type {any} */ ({})])),
      "option_invalid",
    );
    assert.deepEqual(await counts(ledger), {}, "all rows of a call, or none");
  },

  async "its spans are whole minutes without a gap, and as few as one wants"(stage) {
    const { clock } = stage;
    clock.at = NOON + 30 * SECOND;
    const ledger = await stage.started(10);
    await send(ledger, "a", 3);
    clock.at += 2 * MINUTE;
    await send(ledger, "b", 2);
    await ledger.tell({ index: 0, status: "read", at: NOON + MINUTE });
    await ledger.tell({ index: 1, status: "failed", at: NOON + MINUTE });
    const none = { sent: 0, delivered: 0, read: 0, failed: 0 };
    assert.deepEqual(await ledger.spans(), [
      { ...none, at: NOON, sent: 3 },
      { ...none, at: NOON + MINUTE, delivered: 1, read: 1, failed: 1 },
      { ...none, at: NOON + 2 * MINUTE, sent: 2 },
    ]);
    assert.deepEqual(await ledger.spans({ most: 2 }), [
      { at: NOON, sent: 3, delivered: 1, read: 1, failed: 1 },
      { ...none, at: NOON + 2 * MINUTE, sent: 2 },
    ]);
    // By clocks that differ.
    await ledger.tell({ index: 2, status: "delivered", at: 0 });
    await ledger.tell({ index: 3, status: "delivered", at: clock.at + 60 * MINUTE });
    assert.deepEqual(
      (await ledger.spans()).map(({ delivered }) => delivered),
      [1, 1, 1],
    );
    clock.at += 500 * MINUTE;
    const spans = await ledger.spans();
    assert.isAtMost(spans.length, 120);
    assert.equal(
      spans.reduce((sum, { sent }) => sum + sent, 0),
      5,
    );
  },
};
