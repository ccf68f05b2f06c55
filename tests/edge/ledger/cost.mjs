/** What a database is asked to do for a message, as it counts itself. */
import { createLedger, durableSql } from "interakt-wasm/edge";
import { claim, LEASE, row, SENT } from "./stage.mjs";

const BATCH = 100;

/**
 * A campaign from its first row to its last webhook, and what each step of it costs.
 *
 * @param {any} storage
 * @param {number} count of rows
 */
export async function measure(storage, count) {
  const asked = { read: 0, written: 0 };
  const sql = durableSql({
    sql: {
      exec(query, ...values) {
        const cursor = storage.sql.exec(query, ...values);
        return {
          toArray() {
            const rows = cursor.toArray();
            asked.read += cursor.rowsRead;
            asked.written += cursor.rowsWritten;
            return rows;
          },
        };
      },
    },
    transactionSync: (work) => storage.transactionSync(work),
  });
  /** @type {Record<string, { read: number, written: number }>} */
  const costs = {};
  /** @param {string} name @param {number} times @param {() => Promise<unknown>} work */
  async function cost(name, times, work) {
    Object.assign(asked, { read: 0, written: 0 });
    await work();
    costs[name] = { read: asked.read / times, written: asked.written / times };
  }

  const ledger = createLedger(sql, "sale");
  await ledger.open({ name: "Sale", quiet: { from: "03:00", to: "03:01" }, timeZone: "UTC" });
  const empty = storage.sql.databaseSize;
  await cost("add", count, async () => {
    for (let from = 0; from < count; from += BATCH) {
      await ledger.add(Array.from({ length: BATCH }, (_, place) => row(from + place)));
    }
  });
  const bytes = (storage.sql.databaseSize - empty) / count;
  await ledger.start();
  for (let turn = 0; turn < count / BATCH; turn += 1) {
    const owner = `owner-${turn}`;
    const isLast = turn === count / BATCH - 1;
    const when = turn === 0 ? "first " : isLast ? "last " : "other ";
    /** @type {number[]} */
    let indexes = [];
    await cost(`${when}claim`, BATCH, async () => {
      indexes = await claim(ledger, owner, BATCH);
    });
    await cost(`${when}leave`, BATCH, async () => {
      for (const index of indexes) await ledger.leave({ owner, index });
    });
    await cost(`${when}settle`, BATCH, async () => {
      for (const index of indexes) await ledger.settle({ owner, index, ...SENT });
    });
    const at = Date.now();
    const news = { at, cost: "0.135", messageId: "c1a9a4c8-4a0b-4c5e-9d55-6f0e8f1f7a10" };
    for (const status of /** @type {const} */ (["sent", "delivered", "read"])) {
      await cost(`${when}${status}`, BATCH, async () => {
        for (const index of indexes) await ledger.tell({ index, status, ...news });
      });
    }
    if (turn === 0) await cost("state", 1, () => ledger.state());
  }
  await cost("last state", 1, () => ledger.state());
  await cost("last empty claim", 1, () => ledger.claim({ owner: "x", most: 1, leaseMs: LEASE }));
  await cost("last page", 1, () => ledger.rows({ after: count - 20, most: 10 }));
  const { status } = await ledger.state();
  return { status, bytes, costs, bytesAtEnd: (storage.sql.databaseSize - empty) / count };
}
