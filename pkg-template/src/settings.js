/** How a client sends, and how a call may. */
import { refuse } from "./options.js";

/**
 * How a request is sent, unless the client or the call says otherwise.
 *
 * @typedef {typeof DEFAULTS} Settings
 */
export const DEFAULTS = {
  /** For an attempt: connection, headers and body together. */
  timeoutMs: 30_000,
  /** For a call: all attempts and all waiting. */
  totalTimeoutMs: Number.POSITIVE_INFINITY,
  maxRetries: 2,
  /** Interakt counts requests by the minute. */
  maxRetryAfterMs: 60_000,
  maxResponseBytes: 10 * 1024 * 1024,
  retryUnknownOutcome: false,
};

const ABOVE_ZERO = "above 0, or Infinity for no limit";

/**
 * What a setting must be; those that are missing are `true` or `false`.
 *
 * @type {Partial<Record<keyof Settings, [isAllowed: (value: number) => boolean, must: string]>>}
 */
const NUMBERS = {
  timeoutMs: [(value) => value > 0, `a number of milliseconds ${ABOVE_ZERO}`],
  totalTimeoutMs: [(value) => value > 0, `a number of milliseconds ${ABOVE_ZERO}`],
  maxRetries: [(value) => Number.isInteger(value) && value >= 0, "a whole number, 0 or more"],
  maxRetryAfterMs: [(value) => value >= 0, "a number of milliseconds, 0 or more"],
  maxResponseBytes: [(value) => value > 0, `a number of bytes ${ABOVE_ZERO}`],
};

/**
 * @param {{ [Name in keyof Settings]?: unknown }} options
 * @param {Settings} defaults
 * @returns {Settings}
 */
export function readSettings(options, defaults) {
  /** @type {Record<string, unknown>} */
  const settings = { ...defaults };
  for (const name of /** @type {(keyof Settings)[]} */ (Object.keys(defaults))) {
    const value = options[name];
    if (value === undefined) continue;
    const number = NUMBERS[name];
    if (!number && typeof value !== "boolean") refuse(`${name} must be true or false.`);
    if (number && !(typeof value === "number" && number[0](value))) {
      refuse(`${name} must be ${number[1]}.`);
    }
    settings[name] = value;
  }
  return /** @type {Settings} */ (settings);
}
