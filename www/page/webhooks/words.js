/** Webhooks in words: which of them somebody looks for, and what came of telling one again. */

/**
 * @typedef {import("./api.js").Listed} Listed
 *
 * @typedef {object} Filter
 * @property {string} kind All of them where it is empty.
 * @property {string} text Of a number or an id.
 */

/**
 * @param {Pick<Listed, "kind" | "id" | "messageId" | "callbackData" | "customer">} webhook
 * @param {Filter} filter
 */
export function isWanted({ kind, id, messageId, callbackData, customer }, filter) {
  if (filter.kind !== "" && filter.kind !== kind) return false;
  const text = filter.text.trim().toLowerCase();
  if (text === "") return true;
  const digits = /^[+\d\s().-]+$/.test(text) ? text.replaceAll(/\D/g, "").replace(/^0+/, "") : "";
  if (digits !== "" && customer?.includes(digits)) return true;
  return [kind, id, messageId, callbackData].some((one) => one?.toLowerCase().includes(text));
}

/**
 * @param {readonly Pick<Listed, "kind">[]} webhooks
 * @returns {Map<string, number>} How many there are of each kind, by the alphabet.
 */
export function countsOf(webhooks) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { kind } of webhooks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return new Map([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * @param {number} shown
 * @param {number} all
 */
export function countWords(shown, all) {
  const noun = all === 1 ? "webhook" : "webhooks";
  return shown === all ? `${all} ${noun}` : `${shown} of ${all} ${noun}`;
}

/** @param {string} digits Of a number. */
export const customerWords = (digits) => `…${digits.slice(-4)}`;

/** How much of the end of an id tells it from others. */
const ID = 8;

/** @param {string} id */
export const idWords = (id) => (id.length > ID + 1 ? `…${id.slice(-ID)}` : id);

/** How long Interakt waits for an answer, in milliseconds. */
const PATIENCE = 3000;

const SWITCHED_OFF = "Interakt turns a webhook off after five failures in a short time.";

/** @param {number} ms */
const timeWords = (ms) => (ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`);

/**
 * @typedef {object} Outcome
 * @property {"good" | "warning" | "error"} kind
 * @property {string} words
 * @property {string} [hint] What it means, or what to do.
 */

/**
 * @param {Awaited<ReturnType<typeof import("./api.js").tell>>} told
 * @returns {Outcome}
 */
export function outcomeOf({ answer, failure, error }) {
  if (error) return { kind: "error", words: error.message };
  if (failure?.why === "late") {
    const words = `No answer in ${timeWords(failure.ms)}.`;
    return { kind: "error", words, hint: `Interakt waits three seconds. ${SWITCHED_OFF}` };
  }
  if (failure) {
    const hint = "Is your program running, and does it listen at this address?";
    return { kind: "error", words: "Nothing answers there.", hint };
  }
  const { status, statusText, ms } = answer;
  const words = `${`${status} ${statusText}`.trim()} in ${timeWords(ms)}.`;
  const hint = hintFor(answer);
  const isGood = status >= 200 && status < 300;
  return { kind: isGood ? (hint ? "warning" : "good") : "error", words, ...(hint && { hint }) };
}

/**
 * @param {import("./api.js").ToldAgain} answer
 * @returns {string | undefined}
 */
function hintFor({ status, headers, ms }) {
  if (status === 401 || status === 403) {
    return "Does your program verify with the key that this was signed with? Enter its key to have it signed again.";
  }
  if (status >= 300 && status < 400) {
    const { location } = headers;
    return location
      ? `It redirects to ${location}, which was not followed: use that URL.`
      : SWITCHED_OFF;
  }
  if (status < 200 || status >= 300) return SWITCHED_OFF;
  return ms > PATIENCE ? `Interakt waits three seconds. ${SWITCHED_OFF}` : undefined;
}

/**
 * @param {Awaited<ReturnType<typeof import("./api.js").tell>>} told
 * @returns {string} What came of it, in a word.
 */
export function tallyOf({ answer, failure }) {
  if (answer) return String(answer.status);
  return failure ? "no answer" : "not told";
}

/**
 * @param {ReadonlyMap<string, number>} tally
 * @returns {string} "12 so far: 200 × 11, 500 × 1."
 */
export function talliedWords(tally) {
  const all = [...tally.values()].reduce((sum, count) => sum + count, 0);
  return `${all} so far: ${[...tally].map(([what, count]) => `${what} × ${count}`).join(", ")}.`;
}

/** What stands under the beginning of an answer's body. @type {Record<import("./api.js").ToldAgain["end"], string | undefined>} */
export const ENDS = {
  whole: undefined,
  long: "The answer continues: only its beginning is read.",
  late: "The rest of the answer did not arrive in time.",
  broken: "The answer broke off here.",
};
