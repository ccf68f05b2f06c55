/**
 * Any order of calls: consumers that come, fall silent and come back, people, webhooks early and
 * late, answers that get lost, restarts. Beside the ledger stands what really happened, and after
 * each step the ledger is asked whether it can be so.
 */
import { assert } from "chai";
import { LEASE, rows, SECOND } from "./stage.mjs";

/** A step: what, and two numbers that choose among what there is. @typedef {[string, number, number]} Step */

/** The steps, and how often each comes beside the others. */
export const STEPS = {
  claim: 6,
  leave: 10,
  settle: 8,
  repeat: 2,
  pass: 4,
  tell: 3,
  start: 2,
  pause: 1,
  again: 1,
  markSent: 1,
  add: 1,
  restart: 1,
  cancel: 0.15,
};

const ROWS = 12;

/**
 * @param {import("./stage.mjs").Stage} stage
 * @param {readonly Step[]} steps
 */
export async function play(stage, steps) {
  let ledger = stage.ledger();
  await ledger.open({ name: "Sale", maxAttempts: 3 });
  let added = ROWS;
  await ledger.add(rows(added));
  await ledger.start();

  /** What consumers have in hand, as far as they know. @type {Hand[]} */
  let hands = [];
  /** How often each row has really left. @type {number[]} */
  const outs = [];
  /** How often a person decided that a row of unknown fate is to leave again. @type {number[]} */
  const decided = [];
  /** The last call, for answers that get lost. */
  let last = async () => {};
  let owners = 0;

  /** @typedef {{ owner: string, index: number, left: boolean, out: boolean }} Hand */

  /** @param {number} choice */
  const hand = (choice) => hands[choice % hands.length];

  /** @type {Record<string, (a: number, b: number) => Promise<void>>} */
  const work = {
    async claim(a) {
      owners += 1;
      const owner = `owner-${owners}`;
      last = async () => {
        const claim = await ledger.claim({ owner, most: (a % 4) + 1, leaseMs: LEASE });
        const known = hands.filter((hand) => hand.owner === owner).map(({ index }) => index);
        for (const { index } of claim.rows) {
          if (!known.includes(index)) hands.push({ owner, index, left: false, out: false });
        }
      };
      await last();
    },
    async leave(a, b) {
      const own = hand(a);
      if (!own) return;
      last = async () => {
        const { leaves } = await ledger.leave({ owner: own.owner, index: own.index });
        if (!leaves || own.left) return;
        own.left = true;
        own.out = b % 3 > 0;
        outs[own.index] = (outs[own.index] ?? 0) + Number(own.out);
      };
      await last();
      if (!own.left) hands = hands.filter((other) => other !== own);
    },
    async settle(a, b) {
      const own = hand(a);
      if (!own) return;
      const problem = { code: "code", message: "Message." };
      // Who has sent it never says that it has not.
      const fates = own.out
        ? [
            { fate: "sent", messageId: "m" },
            { fate: "unknown", ...problem },
            { fate: "again", unknown: true, delayMs: 0, ...problem },
          ]
        : [
            ...(own.left ? [{ fate: "refused", ...problem }] : []),
            ...(own.left ? [{ fate: "unknown", ...problem }] : []),
            { fate: "again", delayMs: (b % 5) * SECOND, ...problem },
            { fate: "back" },
            { fate: "opted_out" },
          ];
      const fate = /** @type {any} */ (fates[b % fates.length]);
      last = () => ledger.settle({ owner: own.owner, index: own.index, ...fate });
      await last();
      // Whoever wants it sent again though it may have been has decided so.
      if (fate.unknown) decided[own.index] = (decided[own.index] ?? 0) + 1;
      hands = hands.filter((other) => other !== own);
    },
    repeat: () => last(),
    async pass(a) {
      stage.clock.at += [SECOND, 10 * SECOND, LEASE / 2, LEASE][a % 4] ?? 0;
      await ledger.state();
    },
    async tell(a, b) {
      // A webhook comes for what has left.
      const left = outs.flatMap((count, index) => (count > 0 ? [index] : []));
      const index = left[a % left.length];
      if (index === undefined) return;
      const status = /** @type {const} */ (["sent", "failed", "delivered", "read"])[b % 4];
      last = () => ledger.tell({ index, status, at: stage.clock.at, cost: "0.135" });
      await last();
    },
    async start() {
      await ledger.start();
    },
    async pause() {
      await ledger.pause();
    },
    async cancel() {
      await ledger.cancel();
    },
    async again(a, b) {
      const state = /** @type {const} */ (["unknown", "dead", "refused"])[a % 3] ?? "dead";
      const all = await ledger.rows({ state });
      const indexes = all.map(({ index }) => index).slice(b % 3);
      const { status } = await ledger.state();
      const count = await ledger.again({ state, indexes });
      assert.equal(count, status === "cancelled" ? 0 : indexes.length);
      if (state !== "unknown" || count === 0) return;
      for (const index of indexes) decided[index] = (decided[index] ?? 0) + 1;
    },
    async markSent(a) {
      const [row] = await ledger.rows({ state: "unknown", after: a % ROWS });
      // People know whether it was.
      if (row && (outs[row.index] ?? 0) > 0) await ledger.markSent({ indexes: [row.index] });
    },
    async add() {
      await ledger.add(rows(added + 1));
      added += 1;
    },
    async restart() {
      stage.restart();
      ledger = stage.ledger();
    },
  };

  /** @type {Set<number>} */
  let sent = new Set();
  for (const [name, a, b] of steps) {
    await work[name]?.(a, b);
    sent = await check(stage, ledger, { outs, decided, sent, added });
  }

  // Everybody dies, and one who is diligent comes.
  for (let turn = 0; turn < 50; turn += 1) {
    stage.clock.at += LEASE;
    const { status } = await ledger.start();
    if (status !== "running") break;
    const { rows } = await ledger.claim({ owner: `last-${turn}`, most: 100, leaseMs: LEASE });
    for (const { index } of rows) {
      const { leaves } = await ledger.leave({ owner: `last-${turn}`, index });
      assert.isTrue(leaves);
      outs[index] = (outs[index] ?? 0) + 1;
      await ledger.settle({ owner: `last-${turn}`, index, fate: "sent", messageId: null });
    }
  }
  await check(stage, ledger, { outs, decided, sent, added });
  const { status, counts } = await ledger.state();
  assert.include(["done", "parked", "cancelled"], status);
  assert.equal(counts.waiting + counts.claimed + counts.leaving, 0, "no row is left out");
  return status;
}

/**
 * @param {import("./stage.mjs").Stage} stage
 * @param {import("./stage.mjs").Ledger} ledger
 * @param {{ outs: number[], decided: number[], sent: Set<number>, added: number }} truth
 */
async function check(stage, ledger, { outs, decided, sent, added }) {
  const { status, counts } = await ledger.state();
  /** @type {Record<string, number>} */
  const counted = {};
  const add = (/** @type {string} */ name) => {
    counted[name] = (counted[name] ?? 0) + 1;
  };
  const rows = await ledger.rows({ most: 1000 });
  for (const { index, state, status } of rows) {
    add("rows");
    add(state);
    if (status === "failed") add("failed");
    if (status === "delivered" || status === "read") add("delivered");
    if (status === "read") add("read");
    const left = outs[index] ?? 0;
    const agains = decided[index] ?? 0;
    assert.isAtMost(left, 1 + agains, `row ${index} left too often`);
    if (left > 0 && agains === 0) {
      assert.include(["leaving", "unknown", "sent"], state, `row ${index} has left`);
    }
    if (left > 0) assert.notInclude(["dead", "cancelled"], state, `row ${index} has left`);
    if (state === "sent") assert.isAbove(left, 0, `row ${index} has not left`);
    if (sent.has(index)) assert.equal(state, "sent", `row ${index} was sent`);
  }
  assert.equal(rows.length, added);
  const known = Object.entries(counts).filter(([, count]) => count !== 0);
  assert.deepEqual(Object.fromEntries(known), counted);

  const { waiting, claimed, leaving, unknown, dead } = counts;
  if (status === "done") assert.equal(waiting + claimed + leaving + unknown + dead, 0);
  if (status === "parked") assert.equal(waiting + claimed + leaving, 0);
  if (status === "running" || status === "paused") assert.isAbove(waiting + claimed + leaving, 0);

  const [head] = stage.sql().all("SELECT head FROM interakt_heads");
  const { owners } = JSON.parse(String(head?.head));
  const held = stage.sql().all(
    `SELECT owner, count(*) AS rows FROM interakt_rows WHERE state IN ('claimed', 'leaving')
      GROUP BY owner`,
  );
  assert.deepEqual(
    Object.fromEntries(held.map(({ owner, rows }) => [owner, rows])),
    Object.fromEntries(Object.keys(owners).map((owner) => [owner, owners[owner].rows])),
  );
  const owned = stage.sql().all(
    `SELECT place FROM interakt_rows
      WHERE owner IS NOT NULL AND state NOT IN ('claimed', 'leaving', 'unknown')`,
  );
  assert.deepEqual(owned, []);
  return new Set(rows.flatMap(({ index, state }) => (state === "sent" ? [index] : [])));
}
