/** What must be true of every call, whatever happened to it. */
import { isApiError, isConnectionError, isInteraktError, isTimeoutError } from "interakt-wasm";
import { PARTS } from "./plan.mjs";

/**
 * @typedef {object} Run how one went
 * @property {import("./plan.mjs").Plan} plan
 * @property {{ data: any, response: any }} [value] what the call gave
 * @property {{ error: any }} [thrown] what it was rejected with
 * @property {boolean} obeyed it was over as soon as it was aborted
 * @property {number} late attempts that are known to have taken too long
 * @property {import("../server.mjs").Report} report made when all runs were over
 */

/**
 * @param {Run} run
 * @returns {string[]} what is wrong
 */
export function judge(run) {
  const { plan, value, thrown, report } = run;
  const { requests } = report;
  /** @type {string[]} */
  const wrong = [];
  const must = (/** @type {boolean} */ holds, /** @type {string} */ what) => {
    if (!holds) wrong.push(what);
  };

  must(run.obeyed, "it went on after it was aborted");
  must(report.open === 0, `${report.open} connections are open`);
  must(report.elsewhere === 0, "it followed a redirect");
  must(requests.length <= plan.options.maxRetries + 1, `${requests.length} requests arrived`);
  if (plan.operation === "sendMessage" && !plan.options.retryUnknownOutcome) {
    must(mayHaveBeenDone(run) <= 1, "it was sent again though it may have been done");
  }
  if (value !== undefined) {
    // Not always the last: one that took too long may arrive after the next.
    must(
      requests.some((request) => meaning(plan, request) === "done"),
      "nothing was done",
    );
    judgeAttempts(run, value.response.attempts, must);
  }
  if (thrown !== undefined && !isInteraktError(thrown.error)) {
    must(plan.abort !== undefined, `it threw ${thrown.error}`);
    must(thrown.error === plan.abort?.reason, `the reason became ${thrown.error}`);
  }
  if (thrown !== undefined && isInteraktError(thrown.error)) judgeError(run, must);
  return wrong;
}

/**
 * @param {Run} run
 * @param {(holds: boolean, what: string) => void} must
 */
function judgeError({ thrown, ...run }, must) {
  const error = /** @type {any} */ (thrown?.error);
  const { requests } = run.report;
  must(isApiError(error) || isConnectionError(error) || isTimeoutError(error), String(error));
  if (error.outcome === "not_sent") must(requests.length === 0, "it was sent");
  if (error.outcome === "refused") {
    const isRefused = requests.every((request) => meaning(run.plan, request) === "refused");
    must(isRefused, "it was not refused");
  }
  if (error.code === "total_timeout") {
    must(run.plan.options.totalTimeoutMs < Number.POSITIVE_INFINITY, "it had time");
  }
  judgeAttempts(run, error.attempts, must);
}

/**
 * An attempt that took too long may have ended before it arrived; all others arrived, or were
 * reset before anybody could tell.
 * @param {Run} run
 * @param {number} attempts
 * @param {(holds: boolean, what: string) => void} must
 */
function judgeAttempts({ plan, late, report: { requests, unread } }, attempts, must) {
  const counts = `${requests.length} arrived in ${attempts} attempts, ${late} late`;
  must(requests.length <= attempts, counts);
  // Of a shared client's attempts it is not known whose was late.
  if (plan.shared === undefined) must(attempts - late <= requests.length + unread, counts);
}

/**
 * How many requests were not refused, or came after one that was not.
 * @param {Run} run
 */
function mayHaveBeenDone({ plan, report: { requests } }) {
  const first = requests.findIndex((request) => {
    return !(request.answered && partOf(plan, request)?.later);
  });
  return first < 0 ? 0 : requests.length - first;
}

/**
 * @param {import("./plan.mjs").Plan} plan
 * @param {import("../perform.mjs").Account} request
 */
const partOf = ({ parts }, { fault }) => PARTS[parts[fault] ?? ""];

/**
 * What became of a request that got this far.
 * @param {import("./plan.mjs").Plan} plan
 * @param {import("../perform.mjs").Account} request
 */
const meaning = (plan, request) =>
  request.answered ? (partOf(plan, request)?.means ?? "unknown") : "unknown";
