/** The campaigns of an account: their ids, and what their ledgers do not keep. */

/**
 * @typedef {import("interakt-wasm/edge").DurableState} DurableState
 *
 * @typedef {object} Listed A campaign.
 * @property {string} id
 * @property {string | null} file The digest of the file whose rows it has, once they are all there.
 * @property {any} sample The input of its first row that can be sent, to try it out with.
 *
 * @typedef {object} CampaignIds
 * @property {() => Promise<Listed[]>} all The newest first.
 * @property {(id: string) => Promise<Listed | null>} get
 * @property {(id: string, at: number) => Promise<null>} add
 * @property {(id: string, file: string, sample: unknown) => Promise<null>} fill
 * @property {(id: string) => Promise<null>} remove
 */

const COLUMNS = "SELECT id, file, sample FROM campaigns";

/** The Durable Object that keeps them, one for an account. */
export class CampaignList {
  /** @param {DurableState} state */
  constructor({ storage: { sql } }) {
    sql.exec(
      "CREATE TABLE IF NOT EXISTS campaigns (id TEXT PRIMARY KEY, at INTEGER NOT NULL, file TEXT, sample TEXT)",
    );
    /** @type {(query: string, ...values: any[]) => Listed[]} */
    const run = (query, ...values) =>
      sql
        .exec(query, ...values)
        .toArray()
        .map((/** @type {any} */ row) => ({ ...row, sample: JSON.parse(row.sample) }));
    /** What each method of `CampaignIds` does. @type {Record<string, (...args: any[]) => unknown>} */
    this.methods = {
      all: () => run(`${COLUMNS} ORDER BY at DESC, id DESC`),
      get: (id) => run(`${COLUMNS} WHERE id = ?`, id)[0] ?? null,
      add: (id, at) => void run("INSERT OR IGNORE INTO campaigns (id, at) VALUES (?, ?)", id, at),
      fill: (id, file, sample) =>
        void run(
          "UPDATE campaigns SET file = ?, sample = ? WHERE id = ?",
          file,
          JSON.stringify(sample),
          id,
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
    add: (id, at) => ask("add", id, at),
    fill: (id, file, sample) => ask("fill", id, file, sample),
    remove: (id) => ask("remove", id),
  };
}
