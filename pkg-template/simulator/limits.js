/** Who may ask, and how often. */
import { PLANS } from "../operations.js";

/** @typedef {import("../types/simulator.js").SimulatorOptions} SimulatorOptions */

/** Requests a minute. Enterprise is agreed by contract: no limit unless one is given. */
const RATES = { ...PLANS, enterprise: Number.POSITIVE_INFINITY };

const MINUTE = 60_000;

/**
 * Whether the header is `Basic` and the accepted key, or any base64 where no key was chosen.
 * @param {string | null} authorization
 * @param {string | undefined} apiKey
 */
export function acceptsKey(authorization, apiKey) {
  if (authorization === null) return false;
  if (apiKey !== undefined) return authorization === `Basic ${apiKey}`;
  return /^Basic [A-Za-z0-9+/_-]+={0,2}$/.test(authorization);
}

/** @param {Pick<SimulatorOptions, "plan" | "requestsPerMinute">} options */
export function createRateLimit({ plan = "growth", requestsPerMinute }) {
  if (!Object.hasOwn(RATES, plan)) {
    throw new TypeError(`plan: one of ${Object.keys(RATES).join(", ")}, not ${String(plan)}`);
  }
  const allowed = requestsPerMinute === undefined ? RATES[plan] : requestsPerMinute;
  if (typeof allowed !== "number" || !(allowed >= 1)) {
    throw new TypeError("requestsPerMinute: a number, at least 1");
  }

  /** When the requests of the last minute were let through, oldest first. @type {number[]} */
  let passed = [];
  return {
    /**
     * Lets a request through, or says how many whole seconds must go by first.
     * @param {number} at milliseconds
     */
    take(at) {
      if (allowed === Number.POSITIVE_INFINITY) return 0;
      passed = passed.filter((time) => time > at - MINUTE);
      if (passed.length < allowed) {
        passed.push(at);
        return 0;
      }
      const oldest = passed.at(-allowed) ?? at;
      return Math.ceil((oldest + MINUTE - at) / 1000);
    },
    clear() {
      passed = [];
    },
  };
}
