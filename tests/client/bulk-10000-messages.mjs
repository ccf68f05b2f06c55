/** The ten thousand messages of bulk-10000.test.mjs, and what becomes of each. */
import { MESSAGE } from "./support.mjs";

export const COUNT = 10_000;

/** How long a request may take. Only those that hang need it: others have it on a busy machine too. */
export const TIMEOUT_MS = 20_000;

/**
 * What the server does with a request, once, and what is then known of the message. `counts`: it
 * is a fault, one of twenty. `requests`: how many arrive. `taken`: Interakt has the message.
 *
 * @typedef {object} Kind
 * @property {number} share Of 10,000.
 * @property {"sent" | "invalid" | "failed" | "unknown"} status
 * @property {number} requests
 * @property {boolean} taken
 * @property {object} [fault] For the simulator.
 */
export const KINDS = /** @satisfies {Record<string, Kind>} */ ({
  "refused for now": {
    ...{ share: 100, status: "sent", requests: 2, taken: true },
    fault: { status: 429, headers: { "retry-after": "1" } },
  },
  "not available for now": {
    ...{ share: 60, status: "unknown", requests: 1, taken: false },
    fault: { status: 503, headers: { "retry-after": "1" } },
  },
  "refused for good": {
    ...{ share: 80, status: "failed", requests: 1, taken: false },
    fault: { status: 400, body: { result: false, message: "Missing variable values" } },
  },
  "refused under a status of success": {
    ...{ share: 60, status: "failed", requests: 1, taken: false },
    fault: { status: 201, body: { result: false, message: "not now" } },
  },
  "an error page": {
    ...{ share: 60, status: "unknown", requests: 1, taken: false },
    fault: { status: 502 },
  },
  "no JSON": {
    ...{ share: 40, status: "unknown", requests: 1, taken: false },
    fault: { status: 200, body: "<html>" },
  },
  "connection cut before": {
    ...{ share: 50, status: "unknown", requests: 1, taken: false },
    fault: { error: "cut" },
  },
  "connection cut behind": { share: 45, status: "unknown", requests: 1, taken: true },
  "no answer": {
    ...{ share: 5, status: "unknown", requests: 1, taken: false },
    fault: { hang: true },
  },
  "not valid": { share: 100, status: "invalid", requests: 0, taken: false },
  ordinary: { share: 9_400, status: "sent", requests: 1, taken: true },
});

/** @typedef {keyof typeof KINDS} KindName */

/** Which kind each message is, mixed up by a seed: always the same. */
export const PLAN = (() => {
  const names = /** @type {KindName[]} */ (Object.keys(KINDS));
  const plan = names.flatMap((name) => new Array(KINDS[name].share).fill(name));
  let state = 20_260_115;
  for (let last = plan.length - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (last + 1));
    [plan[last], plan[other]] = [plan[other], plan[last]];
  }
  return /** @type {KindName[]} */ (plan);
})();

/** Out of a database, say: one after the other, never all at once. */
export async function* messages() {
  for (const [index, kind] of PLAN.entries()) {
    if (index % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
    const phoneNumber = kind === "not valid" ? "0999" : MESSAGE.phoneNumber;
    yield { ...MESSAGE, phoneNumber, callbackData: String(index) };
  }
}
