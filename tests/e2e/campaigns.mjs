/** Campaigns at every point of their way, for a stage. */
import { campaignOf, START } from "./stage.mjs";

/** @typedef {import("interakt-wasm/edge").CampaignSpan} CampaignSpan */
/** @typedef {import("interakt-wasm/edge").LedgerRow} LedgerRow */
/** @typedef {import("interakt-wasm/edge").RowState} RowState */

const MINUTE = 60_000;

const FILE = { rows: 5012, invalid: 148, duplicate: 52 };

const settings = {
  name: "Diwali offer, first wave",
  quiet: { from: "21:00", to: "09:00" },
  stopAt: { failed: 0.2, after: 50 },
};

/**
 * @param {number} count Of minutes.
 * @param {(share: number) => Omit<CampaignSpan, "at">} of
 * @returns {CampaignSpan[]}
 */
const spansOf = (count, of) =>
  Array.from({ length: count }, (_, at) => ({ at: START + at * MINUTE, ...of(at / count) }));

/**
 * @param {number} index
 * @param {Partial<LedgerRow>} row
 * @returns {LedgerRow}
 */
export const rowOf = (index, row) => ({
  index,
  line: index + 2,
  key: "0123456789abcdef",
  recipient: `9198765${String(43210 + index)}`,
  country: "IN",
  state: "sent",
  status: null,
  replied: false,
  messageId: null,
  attempts: 1,
  problem: null,
  cost: null,
  at: START + index * 100,
  ...row,
});

const ROWS = [
  rowOf(0, { status: "read" }),
  rowOf(1, { status: "delivered" }),
  rowOf(2, {
    state: "invalid",
    recipient: null,
    attempts: 0,
    problem: "Mobile No.: numbers in India have 10 digits, and this one has 8.",
  }),
  rowOf(3, { state: "duplicate", attempts: 0, problem: "It has the same recipient as line 2." }),
  rowOf(4, { status: "failed", problem: "131026: the number has no WhatsApp." }),
  rowOf(5, { state: "refused", problem: "The template has not been approved." }),
];

/** Rows of unknown fate. @param {number} count */
const parked = (count) =>
  Array.from({ length: count }, (_, at) =>
    rowOf(100 + at, { state: "unknown", problem: "No answer within 30 seconds." }),
  );

export const draft = () =>
  campaignOf(
    "20261130-draftw",
    { settings, status: "draft", counts: { ...FILE, waiting: 4812 } },
    { rows: ROWS.slice(2, 4) },
  );

export const running = () =>
  campaignOf(
    "20261130-runnng",
    {
      settings,
      status: "running",
      startedAt: START,
      cost: "1411.2",
      counts: {
        ...FILE,
        waiting: 2390,
        claimed: 90,
        leaving: 10,
        sent: 2306,
        delivered: 2090,
        read: 812,
        clicked: 104,
        replied: 17,
        failed: 31,
        refused: 14,
        opted_out: 2,
      },
    },
    {
      rows: ROWS,
      spans: spansOf(5, (share) => ({
        sent: 461,
        delivered: 400 + Math.round(40 * share),
        read: Math.round(320 * share),
        failed: 6,
      })),
    },
  );

export const paused = () => {
  const { state, spans, rows } = running();
  return campaignOf(
    "20261129-pausdf",
    {
      ...state,
      id: "20261129-pausdf",
      settings: { ...settings, name: "New teas of the season" },
      status: "paused",
      reason: "failures",
      counts: {
        ...state.counts,
        waiting: 2100,
        claimed: 0,
        leaving: 0,
        failed: 540,
        dead: 41,
        refused: 363,
      },
    },
    { spans, rows },
  );
};

export const parkedOne = () => {
  const { state } = done();
  return campaignOf(
    "20261128-parkdd",
    {
      ...state,
      id: "20261128-parkdd",
      settings: { ...settings, name: "Orders that are packed" },
      status: "parked",
      endedAt: null,
      counts: { ...state.counts, sent: 4691, unknown: 60, dead: 9 },
    },
    { spans: done().spans, rows: [...ROWS, ...parked(60)] },
  );
};

export function done() {
  return campaignOf(
    "20261127-doneee",
    {
      settings: { name: "Winter sale" },
      status: "done",
      startedAt: START,
      endedAt: START + 9 * MINUTE,
      cost: "2956.80",
      counts: {
        ...FILE,
        sent: 4760,
        delivered: 4655,
        read: 3120,
        clicked: 640,
        replied: 88,
        failed: 105,
        refused: 43,
        opted_out: 9,
      },
    },
    {
      rows: ROWS,
      spans: spansOf(40, (share) => ({
        sent: share < 0.25 ? 476 : 0,
        delivered: share < 0.5 ? 232 : 1,
        read: 78,
        failed: share < 0.5 ? 5 : 0,
      })),
    },
  );
}
