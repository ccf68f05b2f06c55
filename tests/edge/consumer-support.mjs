/** What a consumer is tested with: an account and a ledger that write down what they are asked. */
import { Interakt, InteraktError } from "interakt-wasm";
import { createConsumer } from "interakt-wasm/edge";
import { createTime } from "./survive/time.mjs";

/** @typedef {import("interakt-wasm/edge").ConsumerOptions} ConsumerOptions */

export const CAMPAIGN = "diwali";
export const START = Date.UTC(2026, 0, 15, 9, 30);

/** What is thrown by whatever cannot be reached. */
export const unreachable = () =>
  // @ts-expect-error Users cannot make any.
  new InteraktError({ code: "edge_unreachable", message: "It could not be reached." });

/** @param {number} index */
export const rowAt = (index) => ({
  index,
  key: String(index).padStart(16, "0"),
  recipient: `9198${String(index).padStart(8, "0")}`,
  country: "IN",
  input: {
    fullPhoneNumber: `9198${String(index).padStart(8, "0")}`,
    callbackData: `${CAMPAIGN}.${index}`,
    type: "Text",
    data: { message: "Hi" },
  },
  attempts: 0,
});

/**
 * A ledger of so many rows, an account that lets everybody through, a client, and a consumer of
 * them. Each can be given otherwise.
 *
 * @param {object} [given]
 * @param {number} [given.rows]
 * @param {any} [given.ledger] Methods in place of the ledger's own.
 * @param {any} [given.account]
 * @param {(request: Request) => Promise<Response>} [given.fetch] What answers messages.
 * @param {any} [given.options] Of the consumer.
 */
export function createDesk({
  rows = 1,
  ledger: ofLedger,
  account: ofAccount,
  fetch,
  options,
} = {}) {
  const time = createTime(START);
  /** What was asked, in order: `"admit 0"`. @type {string[]} */
  const asked = [];
  /** @type {any[]} */
  const settled = [];
  /** @type {unknown[]} */
  const errors = [];
  /** @type {any[]} */
  const claims = [];
  const waiting = [...Array(rows).keys()];
  let status = "running";

  const ledger = {
    async claim(/** @type {any} */ claim) {
      claims.push(claim);
      const taken = status === "running" ? waiting.splice(0, claim.most).map(rowAt) : [];
      return { status, operation: "sendMessage", rows: taken, waitMs: waiting.length ? 0 : null };
    },
    async leave(/** @type {any} */ { index }) {
      asked.push(`leave ${index}`);
      return { leaves: status === "running" };
    },
    async settle(/** @type {any} */ { index, owner, ...fate }) {
      asked.push(`settle ${index} ${fate.fate}`);
      settled.push({ index, ...fate });
      if (fate.fate === "back") waiting.push(index);
    },
    async state() {
      const isDone = status === "running" && settled.filter(isEnd).length === rows;
      return { status: isDone ? "done" : status, counts: { sent: settled.filter(isEnd).length } };
    },
    async pause(/** @type {any} */ because) {
      asked.push(`pause campaign ${because?.reason}`);
      status = "paused";
    },
    ...ofLedger,
  };
  const account = {
    async state() {
      return { requestsPerMinute: 600, lastMinute: 0, waiting: 0, pausedUntil: null, optedOut: 0 };
    },
    async admit(/** @type {any} */ { index }) {
      asked.push(`admit ${index}`);
      return { admitted: true };
    },
    async acquire() {
      asked.push("acquire");
    },
    async pause(/** @type {number} */ ms) {
      asked.push(`pause account ${ms}`);
    },
    ...ofAccount,
  };
  const client = new Interakt({
    apiKey: "dGVzdC1rZXk6",
    async fetch(request) {
      const { callbackData } = await request.clone().json();
      asked.push(`send ${callbackData.split(".")[1]}`);
      return fetch ? fetch(request) : Response.json({ result: true, id: `of ${callbackData}` });
    },
  });
  const consumer = createConsumer({
    client,
    account: /** @type {any} */ (account),
    ledger: () => /** @type {any} */ (ledger),
    clock: time,
    onError: (error) => errors.push(error),
    ...options,
  });

  return {
    ...{ time, asked, settled, errors, claims, waiting, consumer, ledger, account, client },
    /** @param {string} now */
    become(now) {
      status = now;
    },
    /** @template T @param {Promise<T>} work */
    until: (work) => time.until(work, 24 * 3_600_000),
    /** @param {any} [turn] */
    work: (turn) => time.until(consumer.work(CAMPAIGN, turn), 24 * 3_600_000),
  };
}

/** @param {{ fate: string }} settled */
const isEnd = ({ fate }) => fate !== "back" && fate !== "again";

/**
 * A batch of a Queue, and what was said of each of its messages.
 *
 * @param {...unknown} bodies
 */
export function createBatch(...bodies) {
  /** @type {Record<string, unknown>} */
  const said = {};
  const messages = bodies.map((body, place) => ({
    id: String(place),
    body,
    attempts: 1,
    ack: () => {
      said[place] = "ack";
    },
    retry: (/** @type {any} */ options) => {
      said[place] = options;
    },
  }));
  return { batch: { queue: "tickets", messages }, said };
}
