/** What a failure says of the row that was sent, and of all the others. */
import {
  isConfigurationError,
  isInteraktError,
  isRateLimitError,
  isValidationError,
} from "interakt-wasm";

/** @typedef {import("../types/edge-ledger.js").RowFate} RowFate */

/** Interakt's answers that every other row would get as well: key, plan, address. */
const OF_ALL = ["unauthorized", "forbidden", "not_found", "method_not_allowed", "redirected"];

/** How long nothing leaves after a refusal for the rate that does not say how long. */
const PAUSE_MS = 20_000;

/** A row that surely did not leave waits for so long, and each time twice as long. */
const AGAIN_MS = 5_000;
const MOST_AGAIN_MS = 300_000;

/**
 * @typedef {object} Verdict
 * @property {RowFate} fate
 * @property {number} [pauseMs] For so long nothing of the account is to leave.
 * @property {boolean} [ofAll] Every row would fail so: the campaign is to be paused.
 */

/**
 * @param {any} error What sending was rejected with.
 * @param {number} attempts How often the row was tried before.
 * @param {boolean} retryUnknownOutcome
 * @returns {Verdict}
 */
export function verdictOf(error, attempts, retryUnknownOutcome) {
  // Whatever the package does not say is an error of whoever gave the client: it may have left.
  const known = isInteraktError(error) ? error : UNKNOWN;
  const { code, message, outcome } = known;
  const ofAll = isConfigurationError(known) || OF_ALL.includes(code);
  if (outcome === "unknown") {
    if (!retryUnknownOutcome) return { fate: { fate: "unknown", code, message }, ofAll };
  } else if (ofAll) {
    return { fate: { fate: "back" }, ofAll };
  } else if (isRateLimitError(known)) {
    // By nobody's fault: it would be dead for what others send on the account.
    return { fate: { fate: "back" }, pauseMs: known.retryAfterMs ?? PAUSE_MS };
  } else if (isValidationError(known) || outcome === "refused") {
    return { fate: { fate: "refused", code, message } };
  }
  const delayMs = Math.min(AGAIN_MS * 2 ** attempts, MOST_AGAIN_MS);
  // However often it is tried, it may have been sent by then.
  const unknown = outcome === "unknown";
  return { fate: { fate: "again", delayMs, code, message, ...(unknown && { unknown }) }, ofAll };
}

const UNKNOWN = {
  code: "unexpected",
  message: "Sending failed with an error that is not the client's: it may have been sent.",
  outcome: "unknown",
};
