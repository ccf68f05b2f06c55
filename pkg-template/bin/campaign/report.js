/** How a campaign is doing, in words. */
import { callOf } from "./which.js";

/**
 * @typedef {import("interakt-wasm/edge").CampaignState} CampaignState
 * @typedef {import("interakt-wasm/edge").RowState} RowState
 */

/** What each state means, and what can be done about it. @type {Partial<Record<RowState, string>>} */
const MEANINGS = {
  waiting: "to be sent",
  claimed: "to be sent",
  leaving: "being sent",
  sent: "Interakt accepted them",
  unknown: "may have been sent, so they are parked: decide with mark-sent or again",
  refused: "Interakt refused them",
  dead: "not sent after too many attempts: again retries them",
  opted_out: "their recipients have opted out",
  cancelled: "will not be sent",
  invalid: "cannot be sent as they are",
  duplicate: "same recipient as an earlier row",
};

/** Why it is paused, where nobody paused it. */
const REASONS = {
  failures: "because too many failed",
  account: "because Interakt refuses the account: its key, its plan or the address",
};

/** What webhooks tell. */
const NEWS = /** @type {const} */ (["delivered", "read", "failed", "clicked", "replied"]);

/** @param {CampaignState} state @returns {string} In a line. */
export function lineOf({ id, status, settings, counts }) {
  return `${id}  ${status}  ${counts.sent} of ${counts.rows} sent  ${settings.name}`;
}

/**
 * @param {CampaignState} state
 * @param {{ path: string }} store
 * @returns {string[]}
 */
export function reportOf(state, store) {
  const { id, settings, status, reason, counts, cost } = state;
  const why = reason === null ? "" : `, ${REASONS[reason]}`;
  const states = /** @type {[RowState, string][]} */ (Object.entries(MEANINGS));
  const news = NEWS.filter((name) => counts[name] > 0).map((name) => `${name} ${counts[name]}`);
  return [
    `${settings.name} (${id}) is ${status}${why}. ${counts.rows} rows:`,
    ...states
      .filter(([name]) => counts[name] > 0)
      .map(([name, meaning]) => `  ${String(counts[name]).padStart(7)} ${name}: ${meaning}`),
    ...(news.length > 0 ? [`Webhooks reported: ${news.join(", ")}.`] : []),
    ...(Number(cost) > 0 ? [`Total cost: ${cost}.`] : []),
    ...(isLeft(state) ? [`To continue: ${callOf("run", store, id)}`] : []),
    ...looks(state, store),
  ];
}

/** @param {CampaignState} state Whether rows wait that a run would send. */
function isLeft({ status, counts }) {
  return status !== "cancelled" && counts.waiting + counts.claimed + counts.leaving > 0;
}

/** @param {CampaignState} state @param {{ path: string }} store */
function looks({ id, counts }, store) {
  const states = /** @type {const} */ (["unknown", "refused", "dead", "invalid", "duplicate"]);
  const some = states.filter((state) => counts[state] > 0);
  return some.map((state) => {
    return `To see them: ${callOf("rows", store, id)} --state ${state}`;
  });
}

/**
 * @param {CampaignState} state After a run.
 * @returns {number} The exit code: 0 where all that was to be sent was sent, or is not to be.
 */
export function exitCodeOf({ status, reason, counts }) {
  if (reason === "account") return 2;
  const left = counts.refused + counts.unknown + counts.dead + counts.invalid;
  return status === "done" && left === 0 ? 0 : 1;
}
