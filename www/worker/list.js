/** The campaigns of an account: their ids, and what their ledgers do not keep. */

/**
 * @typedef {import("interakt-wasm/edge").DurableState} DurableState
 *
 * @typedef {object} Listed A campaign.
 * @property {string} id
 * @property {any} settings It was made with them: `CampaignSettings`.
 * @property {string | null} file The digest of the file whose rows it has, once they are all there.
 * @property {number | null} rows How many these are.
 * @property {any} sample The input of its first row that can be sent, to try it out with.
 *
 * @typedef {object} CampaignIds
 * @property {() => Promise<Listed[]>} all The newest first.
 * @property {(id: string) => Promise<Listed | null>} get
 * @property {(id: string, at: number, settings: object) => Promise<null>} add
 * @property {(id: string, file: string, rows: number, sample: unknown) => Promise<null>} fill The
 *   file that was whole first stays.
 * @property {(id: string) => Promise<null>} remove
 */

const TABLE = `CREATE TABLE IF NOT EXISTS campaigns (
  id TEXT PRIMARY KEY, at INTEGER NOT NULL, settings TEXT NOT NULL,
  file TEXT, rows INTEGER, sample TEXT
)`;

const COLUMNS = "SELECT id, settings, file, rows, sample FROM campaigns";

/** The Durable Object that keeps them, one for an account. */
export class CampaignList {
  /** @param {DurableState} state */
  constructor({ storage: { sql } }) {
    sql.exec(TABLE);
    /** @type {(query: string, ...values: any[]) => Listed[]} */
    const run = (query, ...values) =>
      sql
        .exec(query, ...values)
        .toArray()
        .map((/** @type {any} */ { settings, sample, ...row }) => {
          return { ...row, settings: JSON.parse(settings), sample: JSON.parse(sample) };
        });
    /** What each method of `CampaignIds` does. @type {Record<string, (...args: any[]) => unknown>} */
    this.methods = {
      all: () => run(`${COLUMNS} ORDER BY at DESC, id DESC`),
      get: (id) => run(`${COLUMNS} WHERE id = ?`, id)[0] ?? null,
      add: (id, at, settings) =>
        void run(
          "INSERT INTO campaigns (id, at, settings) VALUES (?, ?, ?)",
          ...[id, at, JSON.stringify(settings)],
        ),
      fill: (id, file, rows, sample) =>
        void run(
          "UPDATE campaigns SET file = ?, rows = ?, sample = ? WHERE id = ? AND file IS NULL",
          ...[file, rows, JSON.stringify(sample), id],
        ),
      remove: (id) => void run("DELETE FROM campaigns WHERE id = ?", id),
    };
  }

  /** @param {Request} request */
  async fetch(request) {
    const [name, ...args] = /** @type {[string, ...unknown[]]} */ (await request.json());
    return Response.json(this.methods[name]?.(...args) ?? null);
  }
}

/**
 * @param {import("./account.js").Env} env
 * @param {import("./account.js").Account} account
 * @returns {CampaignIds}
 */
export function listOf({ LIST }, { name }) {
  /** @param {unknown[]} call */
  const ask = async (...call) => {
    const stub = LIST.get(LIST.idFromName(name));
    const body = JSON.stringify(call);
    const response = await stub.fetch(new Request("https://list/", { method: "POST", body }));
    return /** @type {any} */ (response.json());
  };
  return {
    all: () => ask("all"),
    get: (id) => ask("get", id),
    add: (id, at, settings) => ask("add", id, at, settings),
    fill: (id, file, rows, sample) => ask("fill", id, file, rows, sample),
    remove: (id) => ask("remove", id),
  };
}
