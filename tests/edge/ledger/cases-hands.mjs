/** Rows in hands: who gets them, and what becomes of them when their owner dies. */
import { assert } from "chai";
import {
  again,
  claim,
  codeOf,
  counts,
  LEASE,
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
export const HANDS = {
  async "a row is given out, leaves and is settled, and then the campaign is done"({ started }) {
    const ledger = await started([row(0, { callbackData: "mine" })]);
    const given = await ledger.claim({ owner: "a", most: 5, leaseMs: LEASE });
    assert.deepEqual(given, {
      ...{ status: "running", operation: "sendMessage", waitMs: null },
      rows: [
        {
          ...{ index: 0, key: "k0", recipient: "919876500000", country: "IN", attempts: 0 },
          input: { ...row(0).input, callbackData: "sale.0.mine" },
        },
      ],
    });
    assert.deepEqual(await ledger.leave({ owner: "a", index: 0 }), { leaves: true });
    assert.equal((await ledger.state()).status, "running");
    await ledger.settle({ owner: "a", index: 0, ...SENT });
    const { status, endedAt } = await ledger.state();
    assert.deepEqual([status, typeof endedAt], ["done", "number"]);
    assert.deepEqual(await counts(ledger), { sent: 1, rows: 1 });
    assert.equal((await ledger.rows())[0]?.messageId, "m");
  },

  async "rows that are added twice are there once"({ started }) {
    const ledger = await started(3);
    assert.deepEqual(await ledger.add(rows(5)), { added: 2 });
    assert.deepEqual(await counts(ledger), { waiting: 5, rows: 5 });
  },

  async "nothing is given out before the start"({ ledger }) {
    const sale = ledger();
    await sale.open({ name: "Sale" });
    await sale.add(rows(2));
    assert.deepEqual(await claim(sale, "a"), []);
    assert.equal((await sale.state()).status, "draft");
  },

  async "no two owners get the same row"({ started }) {
    const ledger = await started(5);
    assert.deepEqual(await claim(ledger, "a", 2), [0, 1]);
    assert.deepEqual(await claim(ledger, "b", 2), [2, 3]);
    assert.deepEqual(await claim(ledger, "c", 2), [4]);
    assert.deepEqual(await claim(ledger, "d", 2), []);
  },

  async "an owner whose answer got lost is given the same rows again"({ started }) {
    const ledger = await started(5);
    assert.deepEqual(await claim(ledger, "a", 2), [0, 1]);
    assert.deepEqual(await claim(ledger, "a", 2), [0, 1]);
    assert.deepEqual(await counts(ledger), { claimed: 2, waiting: 3, rows: 5 });
    assert.deepEqual(await ledger.leave({ owner: "a", index: 0 }), { leaves: true });
    assert.deepEqual(await ledger.leave({ owner: "a", index: 0 }), { leaves: true });
    assert.deepEqual(await claim(ledger, "a", 2), [1], "what leaves is not given out");
  },

  async "what a dead owner had claimed waits again, and what was leaving is unknown"(stage) {
    const { clock } = stage;
    const ledger = await stage.started(3);
    await claim(ledger, "a", 2);
    await ledger.leave({ owner: "a", index: 0 });
    clock.at += LEASE - 1;
    assert.deepEqual(await claim(ledger, "b", 1), [2]);
    clock.at += 1;
    assert.deepEqual(await states(ledger), ["leaving", "claimed", "claimed"]);
    await ledger.state();
    assert.deepEqual(await states(ledger), ["unknown", "waiting", "claimed"]);
    assert.match((await ledger.rows())[0]?.problem ?? "", /^interrupted: /);
    assert.deepEqual(await ledger.leave({ owner: "a", index: 1 }), { leaves: false });
    assert.deepEqual(await claim(ledger, "c"), [1]);
  },

  async "each word of an owner keeps all that it has in hand"(stage) {
    const { clock } = stage;
    const ledger = await stage.started(4);
    await claim(ledger, "a", 3);
    for (const say of [
      () => ledger.leave({ owner: "a", index: 0 }),
      () => ledger.settle({ owner: "a", index: 0, ...SENT }),
      () => claim(ledger, "a"),
    ]) {
      clock.at += LEASE - 1;
      await say();
    }
    clock.at += LEASE - 1;
    assert.deepEqual(await claim(ledger, "b"), [3]);
    clock.at += 1;
    assert.deepEqual(await claim(ledger, "c"), [1, 2]);
  },

  async "an owner that is late and not dead turns unknown into what it knows"(stage) {
    const ledger = await stage.started(4);
    await claim(ledger, "a");
    for (const index of [0, 1, 2, 3]) await ledger.leave({ owner: "a", index });
    stage.clock.at += LEASE;
    assert.equal((await ledger.state()).status, "parked");
    await ledger.settle({ owner: "a", index: 0, ...SENT });
    await ledger.settle({ owner: "a", index: 1, ...REFUSED });
    await ledger.settle({ owner: "a", index: 2, ...again(SECOND) });
    await ledger.settle({ owner: "a", index: 3, fate: "back" });
    assert.deepEqual(await states(ledger), ["sent", "refused", "waiting", "waiting"]);
    assert.equal((await ledger.state()).status, "running");
    const rows = await ledger.rows();
    assert.deepEqual(
      rows.map(({ attempts }) => attempts),
      [1, 1, 1, 0],
    );
  },

  async "what a stranger says changes nothing, but that it has sent the row"({ started }) {
    const ledger = await started(2);
    await claim(ledger, "a");
    await ledger.leave({ owner: "a", index: 0 });
    for (const fate of [REFUSED, UNKNOWN, again(0), /** @type {const} */ ({ fate: "back" })]) {
      await ledger.settle({ owner: "b", index: 0, ...fate });
    }
    assert.deepEqual(await ledger.leave({ owner: "b", index: 1 }), { leaves: false });
    assert.deepEqual(await states(ledger), ["leaving", "claimed"]);
    for (const index of [0, 1]) await ledger.settle({ owner: "b", index, ...SENT });
    assert.deepEqual(await states(ledger), ["sent", "claimed"], "the other one never left");
  },

  async "an owner is a text, and any text"(stage) {
    const ledger = await stage.started(2);
    await send(ledger, "a", 1);
    for (const owner of /** @type {any[]} */ ([null, undefined, "", 7])) {
      const settle = () => ledger.settle({ owner, index: 0, fate: "back" });
      const leave = () => ledger.leave({ owner, index: 1 });
      assert.deepEqual(
        [await codeOf(settle), await codeOf(leave)],
        Array(2).fill("option_invalid"),
      );
    }
    for (const owner of ["__proto__", "constructor"]) {
      await ledger.settle({ owner, index: 1, fate: "back" });
      assert.deepEqual(await claim(ledger, owner), [1]);
      await ledger.leave({ owner, index: 1 });
      await ledger.settle({ owner, index: 1, ...again(0) });
      assert.deepEqual(await claim(ledger, owner), [1]);
      stage.clock.at += LEASE;
      assert.deepEqual((await counts(ledger)).waiting, 1, `${owner} has died`);
    }
    assert.equal(/** @type {any} */ ({}).until, undefined);
    assert.deepEqual(await states(ledger), ["sent", "waiting"]);
  },

  async "a clock that is set back makes nobody wait for it"(stage) {
    const { clock } = stage;
    const day = 24 * 60 * 60 * SECOND;
    const ledger = await stage.started(4);
    clock.at += day;
    await send(ledger, "a", 1, again(5 * SECOND));
    await claim(ledger, "b", 2);
    await ledger.leave({ owner: "b", index: 2 });
    clock.at -= day;
    const { rows, waitMs } = await ledger.claim({ owner: "c", most: 1, leaseMs: LEASE });
    assert.deepEqual([rows.map(({ index }) => index), waitMs], [[3], 5 * SECOND]);
    // It is set only once, and goes on.
    clock.at += 5 * SECOND;
    assert.deepEqual(await claim(ledger, "d"), [0]);
    clock.at += LEASE - 5 * SECOND - 1;
    assert.deepEqual(await claim(ledger, "e"), []);
    clock.at += 1;
    assert.deepEqual(await claim(ledger, "e"), [1, 3]);
    assert.deepEqual(await states(ledger), ["claimed", "claimed", "unknown", "claimed"]);
  },

  async "what is settled is not changed by a second word"({ started }) {
    const fates = [SENT, REFUSED, /** @type {const} */ ({ fate: "opted_out" })];
    const ledger = await started(3);
    await claim(ledger, "a");
    for (const [index, fate] of fates.entries()) {
      await ledger.leave({ owner: "a", index });
      await ledger.settle({ owner: "a", index, ...fate });
    }
    const before = await ledger.rows();
    const { version } = await ledger.state();
    for (const index of [0, 1, 2]) {
      for (const fate of [...fates, UNKNOWN, again(0), /** @type {const} */ ({ fate: "back" })]) {
        await ledger.settle({ owner: "a", index, ...fate });
      }
    }
    assert.deepEqual(await ledger.rows(), before);
    assert.equal((await ledger.state()).version, version);
  },

  async "a row that comes again waits for its delay, and then comes first"(stage) {
    const { clock } = stage;
    const ledger = await stage.started(4);
    await send(ledger, "a", 2, again(5 * SECOND));
    assert.deepEqual(await claim(ledger, "b", 1), [2]);
    clock.at += 5 * SECOND - 1;
    assert.deepEqual(await claim(ledger, "c", 1), [3]);
    const { rows, waitMs } = await ledger.claim({ owner: "d", most: 1, leaseMs: LEASE });
    assert.deepEqual([rows, waitMs], [[], 1]);
    clock.at += 1;
    await ledger.add([row(4)]);
    assert.deepEqual(await claim(ledger, "d", 2), [0, 1]);
  },

  async "rows in somebody's hand are waited for"(stage) {
    const ledger = await stage.started(1);
    await claim(ledger, "a");
    stage.clock.at += 10;
    const { waitMs } = await ledger.claim({ owner: "b", most: 1, leaseMs: LEASE });
    assert.equal(waitMs, LEASE - 10);
  },

  async "a row that was tried too often is dead, and parks the campaign"({ started }) {
    const ledger = await started(1, { maxAttempts: 3 });
    for (const owner of ["a", "b", "c", "d"]) await send(ledger, owner, 1, again(0));
    const [row] = await ledger.rows();
    assert.deepEqual([row?.state, row?.attempts, row?.problem], ["dead", 3, "lost: Lost."]);
    assert.equal((await ledger.state()).status, "parked");
  },

  async "a row that went back by nobody's fault was not tried"({ started }) {
    const ledger = await started(1, { maxAttempts: 1 });
    await send(ledger, "a", 1, { fate: "back" });
    const [row] = await ledger.rows();
    assert.deepEqual([row?.state, row?.attempts], ["waiting", 0]);
  },
};
