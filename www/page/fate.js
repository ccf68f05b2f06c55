/** What is known of a request that failed, in words, and what to do about it. */

/**
 * @typedef {import("./effects.js").Effect} Effect
 * @typedef {import("./worker-client.js").Failure} Failure
 *
 * @typedef {object} Fate
 * @property {string} said What has happened, as far as anybody can know.
 * @property {string} advice
 * @property {string} [retry] Whether a client sends it again by itself.
 * @property {boolean} [isInDoubt] It may have been done, and would be done twice.
 */

/** Codes of failures that may be over by the next attempt. */
const PASSING = ["rate_limited", "server_error", "connection_failed", "timeout"];

/** Before it is sent once more. */
export const DOUBT = "The last try may have succeeded: this could be a second one.";

/** Seconds, for people. @param {number} ms */
const secondsOf = (ms) => `${Math.ceil(ms / 1000)} s`;

/**
 * @param {Failure} error
 * @param {Effect} effect What the operation does to an account.
 * @returns {Fate | undefined} Nothing for what was not about sending.
 */
export function fateOf(error, effect) {
  const { outcome } = error;
  if (outcome === undefined || error.operation === undefined) return undefined;
  if (outcome === "not_sent") return notSent(error);
  if (outcome === "refused") return refused(error);
  return isHarmless(error, effect) ? harmless(error, effect) : unknown(error, effect);
}

/**
 * Whether doing it twice changes nothing.
 *
 * @param {Failure} error
 * @param {Effect} effect
 */
const isHarmless = ({ operation }, effect) => effect === "read" || operation === "trackUser";

/**
 * Whether a client that may repeat requests does so by itself.
 *
 * @param {Failure} error
 * @param {Effect} effect
 */
export function isSentAgain(error, effect) {
  const { code, outcome } = error;
  return PASSING.includes(code) && (outcome === "refused" || isHarmless(error, effect));
}

/** @param {Failure} error @returns {Fate} */
function notSent({ issues }) {
  const advice = issues
    ? "Correct the input: there is nothing to undo."
    : "You can send it again without any risk.";
  return { said: "Not sent: nothing left for Interakt.", advice };
}

/** @param {Failure} error @returns {Fate} */
function refused({ code, retryAfterMs }) {
  const said = "Refused: Interakt did not carry it out.";
  if (code !== "rate_limited") {
    return {
      said,
      advice: "Fix what the message below says: sent unchanged, it will be refused again.",
      retry: "No, it would be refused again.",
    };
  }
  const wait = retryAfterMs === undefined ? "a while" : secondsOf(retryAfterMs);
  return {
    said,
    advice: `Wait ${wait}, then send it again: it cannot happen twice.`,
    retry: "Yes, after the wait.",
  };
}

/** @param {Failure} error @param {Effect} effect @returns {Fate} */
function harmless(error, effect) {
  const said =
    effect === "read"
      ? "Unknown: no usable answer came back."
      : "Unknown: it may or may not have been carried out.";
  return {
    said,
    advice: `You can send it again: ${effect === "read" ? "reading" : "doing it twice"} changes nothing.`,
    retry: isSentAgain(error, effect) ? "Yes, it is harmless." : "No, it is unlikely to help.",
  };
}

/** @param {Failure} error @param {Effect} effect @returns {Fate} */
function unknown({ code }, effect) {
  const retry = PASSING.includes(code) ? "No, unless retryUnknownOutcome is set." : "No.";
  if (effect === "message") {
    return {
      said: "Unknown: the message may have reached the customer, or may still.",
      advice:
        "Sent again, it may arrive twice. Check Interakt's inbox, or wait for the webhook, first.",
      retry,
      isInDoubt: true,
    };
  }
  return {
    said: "Unknown: it may or may not have been carried out.",
    advice: "Sent again, it may be carried out twice. Check in Interakt first.",
    retry,
    isInDoubt: true,
  };
}
