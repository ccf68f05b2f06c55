/** Campaigns in words: what a status, a state of a row and a count mean, and how long it takes yet. */
import { counted, number } from "../files/words.js";

/**
 * @typedef {import("interakt-wasm/edge").AccountState} AccountState
 * @typedef {import("interakt-wasm/edge").CampaignCounts} CampaignCounts
 * @typedef {import("interakt-wasm/edge").CampaignState} CampaignState
 * @typedef {import("interakt-wasm/edge").CampaignStatus} CampaignStatus
 * @typedef {import("interakt-wasm/edge").RowState} RowState
 *
 * @typedef {object} Word
 * @property {string} label
 * @property {string} means
 * @property {"good" | "warning" | "error" | "none"} [kind]
 */

/** @type {Record<CampaignStatus, Word & { icon: "form" | "clock" | "dot" | "warning" | "check" | "error" }>} */
export const STATUSES = {
  draft: {
    label: "Draft",
    icon: "form",
    means: "Nothing is sent before you start it.",
  },
  running: { label: "Sending", icon: "clock", kind: "good", means: "Messages are going out." },
  paused: {
    label: "Paused",
    icon: "warning",
    kind: "warning",
    means: "Nothing more is sent until you resume.",
  },
  parked: {
    label: "Needs you",
    icon: "warning",
    kind: "warning",
    means: "Everything else is done. You decide what becomes of some messages.",
  },
  done: { label: "Done", icon: "check", kind: "good", means: "Every row has finished." },
  cancelled: { label: "Cancelled", icon: "error", means: "Nothing more is sent." },
};

/** What a row's state is called. In the order in which they are offered. @type {Record<RowState, Word>} */
export const STATES = {
  waiting: { label: "Waiting", means: "Not sent yet: they are waiting for their turn." },
  claimed: { label: "Up next", means: "They will be sent in a moment." },
  leaving: { label: "Being sent", means: "On their way right now." },
  sent: { label: "Sent", means: "Interakt accepted them.", kind: "good" },
  unknown: {
    label: "Parked",
    means: "They may have been sent: no answer arrived. A webhook settles them, or you do.",
    kind: "warning",
  },
  dead: {
    label: "Given up",
    means: "Definitely not sent, after several attempts. They can be sent again.",
    kind: "warning",
  },
  refused: { label: "Refused", means: "Interakt did not accept them.", kind: "error" },
  opted_out: { label: "Opted out", means: "They want no more messages, and got none." },
  cancelled: { label: "Cancelled", means: "Not sent: the campaign was cancelled." },
  invalid: { label: "Wrong in the file", means: "They cannot be sent as they are." },
  duplicate: { label: "Twice in the file", means: "The same recipient has an earlier row." },
};

/** How far messages have come, the most first. */
export const STEPS = {
  sent: { label: "Sent", means: "Interakt accepted them" },
  delivered: { label: "Delivered", means: "they are on the phone" },
  read: { label: "Read", means: "the chat was opened" },
  clicked: { label: "Clicked", means: "a button was tapped" },
  replied: { label: "Replied", means: "the customer wrote back" },
};

/** Of those that were sent, as Interakt tells later. @type {Word} */
export const FAILED = {
  label: "Not delivered",
  means: "Accepted, but failed later: the number is not on WhatsApp, or not allowed.",
  kind: "error",
};

/** @param {CampaignCounts} counts @returns {number} Rows that wait, or are in hand. */
export function leftIn({ waiting, claimed, leaving }) {
  return waiting + claimed + leaving;
}

/** @param {CampaignCounts} counts @returns {number} Rows that could be sent from the start. */
export function sendableIn({ rows, invalid, duplicate }) {
  return rows - invalid - duplicate;
}

/**
 * @param {CampaignCounts} counts
 * @returns {{ done: number, of: number, words: string }} "2,406 of 4,812 (50%)"
 */
export function progressOf(counts) {
  const of = sendableIn(counts);
  // What is parked or given up has not come to its end.
  const done = of - leftIn(counts) - counts.unknown - counts.dead;
  return { done, of, words: `${number(done)} of ${number(of)} (${shareWords(done, of)})` };
}

/**
 * @param {number} part
 * @param {number} whole
 * @returns {string} Never 0% of something, nor 100% of less than all.
 */
export function shareWords(part, whole) {
  if (whole === 0) return "0%";
  const share = (part / whole) * 100;
  if (share > 0 && share < 1) return "under 1%";
  if (share > 99 && share < 100) return "over 99%";
  return `${Math.round(share)}%`;
}

/**
 * @param {CampaignState} state
 * @param {AccountState | undefined} account
 * @returns {string} What is to be said of time; empty where there is nothing.
 */
export function remainingWords({ status, counts }, account) {
  const left = leftIn(counts);
  if (account === undefined || left === 0 || (status !== "running" && status !== "draft"))
    return "";
  const { requestsPerMinute: pace } = account;
  const takes = `about ${durationWords((left / pace) * 60_000)}`;
  const at = `at ${number(pace)} per minute`;
  return status === "draft" ? `It will take ${takes} ${at}.` : `${capital(takes)} left ${at}.`;
}

/** @param {number} ms @returns {string} "40 seconds", "8 minutes", "2 hours 5 minutes" */
export function durationWords(ms) {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 90) return counted(seconds, "second");
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return counted(minutes, "minute");
  const rest = minutes % 60;
  const hours = counted((minutes - rest) / 60, "hour");
  return rest === 0 ? hours : `${hours} ${counted(rest, "minute")}`;
}

/**
 * @param {AccountState} account
 * @param {number} now In milliseconds since 1970.
 * @returns {string} "600 messages a minute at most. 240 went out within the last minute, 12 wait for
 *   their turn."
 */
export function paceWords({ requestsPerMinute, lastMinute, waiting, pausedUntil }, now) {
  const most = `At most ${counted(requestsPerMinute, "message")} per minute.`;
  const last = `${number(lastMinute)} went out within the last minute, ${number(waiting)} are waiting for their turn.`;
  const held =
    pausedUntil !== null && pausedUntil > now
      ? ` Interakt asked to wait: sending resumes in ${durationWords(pausedUntil - now)}.`
      : "";
  return `${most} ${last}${held}`;
}

/** Why one paused by itself. @type {Record<string, string>} */
const REASONS = {
  failures: "too many messages failed. Look at what failed before you resume.",
  account:
    "Interakt refused the account itself, because of its key or its balance. Fix that before you resume.",
};

/**
 * Why a campaign stands as it does.
 *
 * @param {CampaignState} state
 */
export function statusWords({ status, reason }) {
  const why = status === "paused" && reason !== null ? REASONS[reason] : undefined;
  if (why) return `It paused automatically: ${why}`;
  return STATUSES[status].means;
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {number | null} at In milliseconds since 1970. @returns {string} In the page's own zone. */
export function timeWords(at) {
  if (at === null) return "–";
  return new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}

/** @param {number} at @returns {string} Where there is little room, and much is of the same year. */
export function shortTimeWords(at) {
  const shown = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
  return new Date(at).toLocaleString("en-GB", /** @type {Intl.DateTimeFormatOptions} */ (shown));
}
