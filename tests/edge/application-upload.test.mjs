/** An upload that was asked for before another one was done, and is heard after it. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { uploadRows } from "../../www/worker/upload.js";
import { fileOf, numbers, TEXT } from "./application/desk.mjs";

/** What workerd has, and Node does not. */
class DigestStream extends WritableStream {
  constructor() {
    const hash = createHash("sha256");
    /** @type {(digest: ArrayBuffer) => void} */
    let tell;
    super({
      write: (piece) => void hash.update(piece),
      close: () => tell(Uint8Array.from(hash.digest()).buffer),
    });
    this.digest = new Promise((resolve) => {
      tell = resolve;
    });
  }
}

Object.assign(crypto, { DigestStream });

const settings = { name: "Diwali", ...TEXT };

/** The campaign as it was listed before it had its file. */
const stale = { id: "20260115-bcdfgh", settings, file: null, rows: null, sample: null };

/** @param {string} text */
const digestOf = (text) => createHash("sha256").update(text).digest("hex");

/**
 * Uploads a file into a campaign that has another one since.
 *
 * @param {string} text
 * @param {{ file: string, rows: number }} has
 * @param {number} rows How many its ledger has.
 */
async function uploadLate(text, has, rows) {
  /** @type {string[]} */
  const calls = [];
  const state = { status: "draft", counts: { rows } };
  /** @param {string} name @param {unknown} value */
  const does = (name, value) => async () => {
    calls.push(name);
    return value;
  };
  const answer = await uploadRows(
    /** @type {any} */ ({
      request: new Request("https://campaigns.example/", { method: "PUT", body: text }),
      campaign: stale,
      list: {
        ...{ begin: async () => false, isLast: async () => false, fill: async () => false },
        get: async () => ({ ...stale, ...has }),
      },
      ledger: {
        ...{ state: async () => state, open: does("open", state), erase: does("erase", null) },
        add: does("add", { added: 0 }),
      },
    }),
  );
  return { status: answer.status, calls };
}

test("who is heard after another file was filled in changes none of its rows", async () => {
  const [mine, other] = [fileOf(numbers(2)), fileOf(numbers(3))];
  const has = { file: digestOf(other), rows: 3 };
  assert.deepEqual(await uploadLate(mine, has, 3), { status: 409, calls: [] });
  assert.deepEqual(await uploadLate(other, has, 3), { status: 200, calls: [] });
});

test("the same file again is refused where its rows are not there", async () => {
  const text = fileOf(numbers(3));
  const has = { file: digestOf(text), rows: 3 };
  assert.deepEqual(await uploadLate(text, has, 4), { status: 409, calls: [] });
});
