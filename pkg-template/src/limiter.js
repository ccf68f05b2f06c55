/** Lets requests out at the pace that the account's plan allows, or when the caller's limiter does. */
import { clock } from "./clock.js";
import { tell } from "./hooks.js";
import { PLANS } from "./operations.js";
import { checkNames, refuse } from "./options.js";
import { createSchedule, RECHECK_MS } from "./schedule.js";
import { sleep, within } from "./within.js";

/**
 * @typedef {object} Limiter
 * @property {number} mostMs The longest pause.
 * @property {(turn: { arrival?: number }, signal: AbortSignal | undefined, paced: (waitMs: number) => void) => Promise<void>} turn
 *   Resolves when a request may leave. A request that comes again goes by its first arrival.
 * @property {(waitMs: number) => boolean} pause Nothing leaves for so long, or for `mostMs`. Gives
 *   whether the request that was refused, too, is held back for all of it.
 */

/**
 * Every request waits by a timer of its own and looks again now and then, since
 * Workers forbids one request to wake another.
 *
 * @param {{ plan?: unknown, limiter?: any }} options
 * @param {number} mostMs
 * @returns {Limiter | undefined}
 */
export function createLimiter({ plan, limiter }, mostMs) {
  if (limiter !== undefined) {
    const { acquire, pause } = limiter ?? {};
    if (plan !== undefined || typeof acquire !== "function" || typeof pause !== "function") {
      refuse("limiter must be an object with acquire() and pause(), and no plan beside it.");
    }
    /** @param {number} waitMs */
    const hold = (waitMs) => limiter.pause(waitMs);
    return {
      // It may look at no signal. Without a limit nothing is ever late.
      turn: (_, signal, onWait) =>
        within(signal, Number.POSITIVE_INFINITY, Error, async (signal) =>
          limiter.acquire({ signal, onWait }),
        ),
      mostMs,
      pause(waitMs) {
        tell("limiter.pause", hold, Math.min(waitMs, mostMs));
        return false;
      },
    };
  }
  if (plan === undefined) return undefined;
  const schedule = createSchedule(readPlan(plan));
  return {
    async turn(turn, signal, paced) {
      const ticket = schedule.enter(clock(), turn.arrival);
      turn.arrival = ticket.arrival;
      try {
        let waitMs = schedule.wait(ticket, clock());
        if (waitMs > 0) paced(Math.ceil(waitMs));
        while (waitMs > 0) {
          // Some runtimes cut fractions off.
          await sleep(Math.ceil(Math.min(waitMs, RECHECK_MS)), signal);
          waitMs = schedule.wait(ticket, clock());
        }
      } catch (reason) {
        schedule.abandon(ticket);
        throw reason;
      }
    },
    mostMs,
    pause(waitMs) {
      schedule.pause(clock(), Math.min(waitMs, mostMs));
      return waitMs <= mostMs;
    },
  };
}

/**
 * @param {unknown} plan
 * @returns {number} Requests a minute.
 */
function readPlan(plan) {
  if (typeof plan === "string" && Object.hasOwn(PLANS, plan)) {
    return PLANS[/** @type {keyof typeof PLANS} */ (plan)];
  }
  checkNames(plan, ["requestsPerMinute"], "plan");
  const { requestsPerMinute } = /** @type {{ requestsPerMinute?: unknown }} */ (plan ?? {});
  if (typeof requestsPerMinute === "number" && requestsPerMinute >= 1 && requestsPerMinute < 1e9) {
    return requestsPerMinute;
  }
  const names = Object.keys(PLANS)
    .map((name) => `"${name}"`)
    .join(", ");
  return refuse(`plan must be ${names} or { requestsPerMinute }, a number of 1 or more.`);
}
