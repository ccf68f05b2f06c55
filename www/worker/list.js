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
 * @typedef {{ file: string, rows: number, sample: unknown }} Filled
 *
 * @typedef {object} CampaignIds
 * @property {() => Promise<Listed[]>} all The newest first.
 * @property {(id: string) => Promise<Listed | null>} get
 * @property {(id: string, at: number, settings: object) => Promise<null>} add
 * @property {(id: string, upload: string) => Promise<boolean>} begin From now on this is the upload
 *   that may fill the campaign, and no earlier one. False where a file is there for good.
 * @property {(id: string, upload: string) => Promise<boolean>} isLast Whether it still is.
 * @property {(id: string, upload: string, filled: Filled) => Promise<boolean>} fill Whether it was,
 *   and so the campaign has this file for good.
 * @property {(id: string) => Promise<null>} remove
 */

const TABLES = `CREATE TABLE IF NOT EXISTS campaigns (
  id TEXT PRIMARY KEY, at INTEGER NOT NULL, settings TEXT NOT NULL,
  file TEXT, rows INTEGER, sample TEXT
);
CREATE TABLE IF NOT EXISTS uploads (campaign TEXT PRIMARY KEY, upload TEXT NOT NULL)`;

/** Of the campaign and the upload that are asked for. */
const IS_LAST = "EXISTS (SELECT 1 FROM uploads WHERE campaign = ? AND upload = ?)";

const COLUMNS = "SELECT id, settings, file, rows, sample FROM campaigns";

/** The Durable Object that keeps them, one for an account. */
export class CampaignList {
  /** @param {DurableState} state */
  constructor({ storage: { sql } }) {
    sql.exec(TABLES);
    /** @type {(query: string, ...values: any[]) => Listed[]} */
    const run = (query, ...values) =>
      sql
        .exec(query, ...values)
        .toArray()
        .map((/** @type {any} */ { settings, sample, ...row }) => {
          return { ...row, settings: JSON.parse(settings), sample: JSON.parse(sample) };
        });
    /** @type {(query: string, ...values: any[]) => boolean} */
    const has = (query, ...values) => sql.exec(query, ...values).toArray().length > 0;
    /** What each method of `CampaignIds` does. @type {Record<string, (...args: any[]) => unknown>} */
    this.methods = {
      all: () => run(`${COLUMNS} ORDER BY at DESC, id DESC`),
      get: (id) => run(`${COLUMNS} WHERE id = ?`, id)[0] ?? null,
      add: (id, at, settings) =>
        void run(
          "INSERT INTO campaigns (id, at, settings) VALUES (?, ?, ?)",
          ...[id, at, JSON.stringify(settings)],
        ),
      begin: (id, upload) =>
        has(
          `INSERT OR REPLACE INTO uploads (campaign, upload)
            SELECT id, ? FROM campaigns WHERE id = ? AND file IS NULL RETURNING campaign`,
          ...[upload, id],
        ),
      isLast: (id, upload) => has(`SELECT 1 WHERE ${IS_LAST}`, id, upload),
      fill: (id, upload, { file, rows, sample }) =>
        has(
          `UPDATE campaigns SET file = ?, rows = ?, sample = ?
            WHERE id = ? AND file IS NULL AND ${IS_LAST} RETURNING id`,
          ...[file, rows, JSON.stringify(sample), id, id, upload],
        ),
      remove: (id) => {
        run("DELETE FROM campaigns WHERE id = ?", id);
        run("DELETE FROM uploads WHERE campaign = ?", id);
      },
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
    begin: (id, upload) => ask("begin", id, upload),
    isLast: (id, upload) => ask("isLast", id, upload),
    fill: (id, upload, filled) => ask("fill", id, upload, filled),
    remove: (id) => ask("remove", id),
  };
}
