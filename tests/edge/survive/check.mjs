/** What holds at the end of every run, whatever has happened in it. */
import { callbackDataOf } from "interakt-wasm/edge";
import { CAMPAIGN, PLAN } from "./world.mjs";

/** States of which it is said that the message surely was not sent. */
const NOT_SENT = ["refused", "dead", "opted_out", "cancelled", "invalid", "duplicate"];

/** Who was told that it may leave does, after a pause too: as late as the way allows. */
const UNDER_WAY_MS = 6_000;

/**
 * What is looked at of a world.
 *
 * @typedef {Pick<import("./world.mjs").World, "expected" | "ready" | "accepted" | "optedOut" |
 *   "windowClosed" | "simulator" | "pauses">} Seen
 */

/**
 * @param {Seen} world
 * @param {import("interakt-wasm/edge").CampaignState} state
 * @param {readonly import("interakt-wasm/edge").LedgerRow[]} rows
 * @returns {string[]} What does not hold.
 */
export function problemsOf(
  { expected, ready, accepted, optedOut, windowClosed, simulator, pauses },
  state,
  rows,
) {
  /** @type {string[]} */
  const problems = [];
  const ended = state.counts.unknown + state.counts.dead > 0 ? "parked" : "done";
  if (state.status !== ended) problems.push(`the campaign is ${state.status}, and not ${ended}`);

  const total = ready.length + expected.invalid.length + expected.duplicate.length;
  if (rows.length !== total) problems.push(`${rows.length} rows of ${total}`);
  for (const kind of /** @type {const} */ (["invalid", "duplicate"])) {
    const listed = rows.filter(({ state }) => state === kind);
    const indexes = listed.map(({ index }) => index);
    if (String(indexes) !== String(expected[kind])) problems.push(`other rows are ${kind}`);
    if (listed.some(({ problem }) => !problem)) problems.push(`${kind} without a reason`);
  }

  for (const row of rows) {
    const { index, recipient, state, problem } = row;
    const ids = accepted.get(callbackDataOf(CAMPAIGN, index)) ?? [];
    const say = (/** @type {string} */ what) => problems.push(`row ${index}, ${state}: ${what}`);
    if (ids.length > 1) say(`sent ${ids.length} times`);
    if (state === "sent" && ids.length === 0) say("not sent");
    if (state === "sent" && row.messageId !== null && row.messageId !== ids[0]) say("another id");
    if (NOT_SENT.includes(state) && ids.length > 0) say("sent all the same");
    if (["waiting", "claimed", "leaving"].includes(state)) say("left out");
    if (["refused", "dead", "unknown"].includes(state) && !problem) say("without a reason");
    if (recipient === null || state === "invalid" || state === "duplicate") continue;
    if (optedOut.has(recipient) !== (state === "opted_out")) say("opted out, or not");
    if (state === "refused" && !windowClosed.has(recipient)) say("refused without a cause");
  }

  /** @type {Record<string, number>} */
  const counted = {};
  for (const { state } of rows) counted[state] = (counted[state] ?? 0) + 1;
  for (const [name, count] of Object.entries(counted)) {
    const told = state.counts[/** @type {keyof typeof state.counts} */ (name)];
    if (told !== count) problems.push(`${told} rows are said to be ${name}, and ${count} are`);
  }

  const most = mostInAMinute(simulator.requests.map(({ at }) => at));
  if (most > PLAN) problems.push(`${most} requests within 60 seconds`);

  for (const { from, to } of pauses) {
    const sent = simulator.requests.filter(({ at }) => at > from + UNDER_WAY_MS && at < to).length;
    if (sent > 0) problems.push(`${sent} messages left while the campaign was paused`);
  }
  return problems;
}

/**
 * What webhooks told when all was over: what was sent is known as sent.
 *
 * @param {Pick<Seen, "accepted">} world
 * @param {readonly import("interakt-wasm/edge").LedgerRow[]} rows
 * @param {ReadonlySet<string>} untold The `callbackData` of those of whom no webhook tells.
 */
export function unsettledOf({ accepted }, rows, untold) {
  return rows.flatMap(({ index, state }) => {
    const name = callbackDataOf(CAMPAIGN, index);
    if (state !== "unknown" || !accepted.has(name) || untold.has(name)) return [];
    return [`row ${index}: still parked, though a webhook has told of it`];
  });
}

/** @param {readonly number[]} times In order. */
export function mostInAMinute(times) {
  let most = 0;
  let oldest = 0;
  for (const [index, at] of times.entries()) {
    while (Number(times[oldest]) <= at - 60_000) oldest += 1;
    most = Math.max(most, index - oldest + 1);
  }
  return most;
}
