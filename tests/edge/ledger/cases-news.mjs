/** What webhooks tell, rows as they are listed, and quiet hours. */
import { assert } from "chai";
import {
  again,
  claim,
  counts,
  HOUR,
  LEASE,
  MINUTE,
  REFUSED,
  row,
  rows,
  SENT,
  send,
  states,
  UNKNOWN,
} from "./stage.mjs";

const NIGHT = { from: "21:00", to: "09:00" };

/** @type {Record<string, (stage: import("./stage.mjs").Stage) => Promise<void>>} */
export const NEWS = {
  async "a webhook knows that a row was sent, whatever was known of it"(stage) {
    const at = stage.clock.at;
    const ledger = await stage.started(5);
    await send(ledger, "a", 1, UNKNOWN);
    await claim(ledger, "b", 2);
    await ledger.leave({ owner: "b", index: 1 });
    await send(ledger, "c", 1, again(0));
    for (const index of [0, 1, 3]) await ledger.tell({ index, status: "sent", at, messageId: "w" });
    assert.deepEqual(await states(ledger), ["sent", "sent", "claimed", "sent", "waiting"]);
    for (const index of [0, 1]) await ledger.settle({ owner: "b", index, ...REFUSED });
    assert.deepEqual(await claim(ledger, "d"), [4]);
    assert.deepEqual(await counts(ledger), { sent: 3, claimed: 2, rows: 5 });
    assert.deepEqual(
      (await ledger.rows()).map(({ messageId, status }) => [messageId, status]).slice(0, 2),
      [
        ["w", "sent"],
        ["w", "sent"],
      ],
    );
  },

  async "what is told of a row that never left is of another message"(stage) {
    const at = stage.clock.at;
    const old = await stage.started(1);
    await claim(old, "a");
    await old.leave({ owner: "a", index: 0 });
    await old.erase();
    const ledger = await stage.started(5);
    await claim(ledger, "b", 1);
    await send(ledger, "c", 1, again(0));
    await claim(ledger, "d", 2);
    await ledger.settle({ owner: "d", index: 1, fate: "opted_out" });
    await ledger.settle({ owner: "d", index: 2, ...REFUSED });
    const [before, { version }] = [await ledger.rows(), await ledger.state()];
    // Those of the campaign that had its id before, and whatever else carries such a callbackData.
    for (const index of [0, 2, 3, 4]) {
      await ledger.settle({ owner: "a", index, ...SENT });
      await ledger.tell({ index, status: "read", at, messageId: "old", cost: "1" });
      await ledger.tell({ index, clicked: true, replied: true, at });
    }
    assert.deepEqual(await ledger.rows(), before);
    assert.equal((await ledger.state()).version, version);
    // Whoever has it in hand says so of itself.
    await ledger.settle({ owner: "b", index: 0, ...SENT });
    await ledger.tell({ index: 0, status: "read", at });
    const [row] = await ledger.rows();
    assert.deepEqual([row?.state, row?.status], ["sent", "read"]);
  },

  async "a message that failed has left, but where Interakt refused it"(stage) {
    const ledger = await stage.started(3);
    await send(ledger, "a", 1, UNKNOWN);
    await send(ledger, "b", 1, REFUSED);
    for (const index of [0, 1]) {
      const problem = "131026: undeliverable";
      await ledger.tell({ index, status: "failed", at: stage.clock.at, problem });
    }
    assert.deepEqual(await states(ledger), ["sent", "refused", "waiting"]);
    const { failed } = (await ledger.state()).counts;
    assert.equal(failed, 1);
    const problems = (await ledger.rows()).map(({ problem }) => problem);
    assert.deepEqual(problems, ["131026: undeliverable", "no: No.", null]);
  },

  async "no status steps back, and each counts for those before it"(stage) {
    const at = stage.clock.at;
    const ledger = await stage.started(2);
    await send(ledger, "a", 2);
    await ledger.tell({ index: 0, status: "read", at });
    await ledger.tell({ index: 0, status: "delivered", at });
    await ledger.tell({ index: 0, status: "failed", at, problem: "late" });
    await ledger.tell({ index: 1, clicked: true, at });
    const [first, second] = await ledger.rows();
    assert.deepEqual([first?.status, first?.problem, second?.status], ["read", null, "clicked"]);
    assert.deepEqual(await counts(ledger), { sent: 2, delivered: 2, read: 2, clicked: 1, rows: 2 });
  },

  async "one that was told as failed and then arrived has not failed"(stage) {
    const at = stage.clock.at;
    const ledger = await stage.started(1);
    await send(ledger, "a", 1);
    await ledger.tell({ index: 0, status: "failed", at });
    assert.deepEqual(await counts(ledger), { sent: 1, failed: 1, rows: 1 });
    await ledger.tell({ index: 0, status: "delivered", at });
    assert.deepEqual(await counts(ledger), { sent: 1, delivered: 1, rows: 1 });
  },

  async "costs are summed exactly, and once for each row"(stage) {
    const at = stage.clock.at;
    const ledger = await stage.started(12);
    await send(ledger, "a", 12);
    for (let index = 0; index < 10; index += 1) {
      await ledger.tell({ index, status: "delivered", at, cost: "0.1" });
      await ledger.tell({ index, status: "read", at, cost: "0.1" });
    }
    await ledger.tell({ index: 10, status: "sent", at, cost: "0.784000001" });
    await ledger.tell({ index: 11, status: "sent", at, cost: "free" });
    assert.equal((await ledger.state()).cost, "1.784000001");
    await ledger.tell({ index: 10, status: "delivered", at, cost: "12" });
    assert.equal((await ledger.state()).cost, "13");
    assert.equal((await ledger.rows())[10]?.cost, "12");
  },

  async "a reply by itself says nothing of how a row was sent"(stage) {
    const ledger = await stage.started(2);
    await send(ledger, "a", 1, UNKNOWN);
    await ledger.tell({ index: 0, replied: true, at: stage.clock.at, messageId: "reply" });
    await ledger.tell({ index: 0, replied: true, at: stage.clock.at });
    const [first] = await ledger.rows();
    assert.deepEqual([first?.state, first?.replied, first?.messageId], ["unknown", true, null]);
    assert.equal((await ledger.state()).counts.replied, 1);
  },

  async "the same news twice is no change"(stage) {
    const ledger = await stage.started(1);
    await send(ledger, "a", 1);
    const news = { index: 0, status: /** @type {const} */ ("read"), at: stage.clock.at, cost: "1" };
    await ledger.tell(news);
    const { version } = await ledger.state();
    await ledger.tell(news);
    await ledger.tell({ ...news, index: 99 });
    assert.equal((await ledger.state()).version, version);
  },

  async "a row that no database could keep is invalid, and a long problem is cut"(stage) {
    const ledger = await stage.started(0);
    const row = { key: "k", recipient: "919876543210", country: "IN" };
    await ledger.add([
      { ...row, index: 0, input: { fullPhoneNumber: "919876543210", text: "x".repeat(3e6) } },
      { index: 1, state: "invalid", problem: "x".repeat(3e6) },
    ]);
    const rows = await ledger.rows();
    assert.deepEqual(
      rows.map(({ state }) => state),
      ["invalid", "invalid"],
    );
    assert.match(String(rows[0]?.problem), /^input: it has 3000\d{3} characters as JSON/);
    assert.equal(rows[1]?.problem?.length, 500);
  },

  async "rows are listed in order, by state, page by page"(stage) {
    const ledger = await stage.started(5);
    await ledger.add([
      { index: 5, line: 7, state: "invalid", problem: "phone: no number" },
      { index: 6, state: "duplicate", problem: "as line 2" },
    ]);
    await send(ledger, "a", 2);
    const indexes = async (/** @type {any} */ options) =>
      (await ledger.rows(options)).map(({ index }) => index);
    assert.deepEqual(await indexes({ most: 3 }), [0, 1, 2]);
    assert.deepEqual(await indexes({ after: 2, most: 3 }), [3, 4, 5]);
    assert.deepEqual(await indexes({ state: "waiting", after: 2 }), [3, 4]);
    assert.deepEqual(await indexes({ state: "sent" }), [0, 1]);
    assert.deepEqual(await indexes({ state: "dead" }), []);
    assert.deepEqual(await ledger.rows({ state: "invalid" }), [
      {
        ...{ index: 5, line: 7, key: null, recipient: null, country: null, state: "invalid" },
        ...{ status: null, replied: false, messageId: null, attempts: 0, cost: null },
        ...{ problem: "phone: no number", at: stage.clock.at },
      },
    ]);
  },

  async "a row whose own callbackData leaves no room is not sent"(stage) {
    const room = 512 - "sale.0.".length;
    const ledger = await stage.started([
      row(0, { callbackData: "x".repeat(room) }),
      row(1, { callbackData: "x".repeat(room + 1) }),
    ]);
    assert.deepEqual(await states(ledger), ["waiting", "invalid"]);
    assert.match((await ledger.rows())[1]?.problem ?? "", /^callbackData: .* needs 7 characters/);
  },

  async "where it is quiet nothing is given out, and waiting is exact"(stage) {
    const { clock } = stage;
    // 20:50 in India, 16:20 in Germany.
    clock.at = Date.UTC(2026, 10, 30, 15, 20);
    const ledger = await stage.started(
      [...rows(2), row(2, { country: "DE" }), row(3, { country: null })],
      { quiet: NIGHT },
    );
    assert.deepEqual(await claim(ledger, "a", 1), [0]);
    clock.at += 10 * MINUTE;
    await ledger.pause();
    await ledger.start();
    assert.deepEqual(await claim(ledger, "b"), [2]);
    await ledger.leave({ owner: "b", index: 2 });
    await ledger.settle({ owner: "b", index: 2, ...SENT });
    const { rows: none, waitMs } = await ledger.claim({ owner: "c", most: 9, leaseMs: LEASE });
    assert.deepEqual([none, waitMs], [[], 12 * HOUR]);
    clock.at += 12 * HOUR - 1;
    assert.deepEqual(await claim(ledger, "c"), []);
    clock.at += 1;
    assert.deepEqual(await claim(ledger, "c"), [0, 1, 3]);
  },

  async "what was claimed before it grew quiet does not leave"(stage) {
    stage.clock.at = Date.UTC(2026, 10, 30, 15, 29, 59, 999);
    const ledger = await stage.started(2, { quiet: NIGHT });
    await claim(ledger, "a");
    assert.deepEqual(await ledger.leave({ owner: "a", index: 0 }), { leaves: true });
    stage.clock.at += 1;
    assert.deepEqual(await ledger.leave({ owner: "a", index: 1 }), { leaves: false });
    assert.deepEqual(await states(ledger), ["leaving", "waiting"]);
    await ledger.settle({ owner: "a", index: 0, ...SENT });
    assert.equal((await ledger.state()).status, "running");
  },

  async "a delay that ends in the night ends in the morning"(stage) {
    stage.clock.at = Date.UTC(2026, 10, 30, 15, 20);
    const ledger = await stage.started(1, { quiet: NIGHT });
    await send(ledger, "a", 1, { fate: "again", delayMs: HOUR, code: "x", message: "x" });
    const { waitMs } = await ledger.claim({ owner: "b", most: 1, leaseMs: LEASE });
    assert.equal(stage.clock.at + (waitMs ?? 0), Date.UTC(2026, 11, 1, 3, 30));
  },

  async "a country where it is always quiet somewhere is told of at once"(stage) {
    const ledger = await stage.started([row(0), row(1, { country: "US" })], {
      quiet: { from: "17:00", to: "12:00" },
    });
    assert.deepEqual(await states(ledger), ["waiting", "invalid"]);
    assert.match(
      (await ledger.rows())[1]?.problem ?? "",
      /^quiet: .* always quiet somewhere in US/,
    );
  },
};
