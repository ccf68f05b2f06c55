/** Calls that wait for their turns in simulated time, as the client's limiter has them wait. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DIST } from "./support.mjs";

/** @type {typeof import("../../pkg-template/src/schedule.js")} */
export const { createSchedule, RECHECK_MS } = await import(
  pathToFileURL(join(DIST, "schedule.js")).href
);

/**
 * @typedef {object} SimulatedCall
 * @property {number} at When it comes.
 * @property {number} [abortAt] When its caller gives up.
 * @property {number} [dieAt] When its program is thrown away, so that it never asks again.
 * @property {number[]} [retriesAfter] How long after a departure it comes again.
 *
 * @typedef {object} Attempt One stay in the queue.
 * @property {number} call Which of the calls.
 * @property {number} arrival
 * @property {number} entered
 * @property {number} ended
 * @property {"sent" | "aborted" | "dead"} end
 *
 * @typedef {object} Scenario
 * @property {number} rpm
 * @property {SimulatedCall[]} calls
 * @property {{ at: number, ms: number }[]} [pauses]
 * @property {readonly number[]} [lateness] How late timers are, one after another and again.
 * @property {{ at: number, ms: number }[]} [stalls] When the program does nothing: what was due then
 *   happens afterwards.
 * @property {(time: number) => number} [clock] What a clock shows.
 */

/**
 * Plays a scenario to its end.
 *
 * @param {Scenario} scenario
 */
export function play({ rpm, calls, pauses = [], lateness = [0], stalls = [], clock: given }) {
  const clock = given ?? ((time) => time);
  const schedule = createSchedule(rpm);
  const events = createEvents(stalls);
  /** @type {Attempt[]} */
  const attempts = [];
  /** Times until which nothing may leave that something left before. @type {number[]} */
  const tooEarly = [];
  let pausedUntil = 0;
  let waiting = 0;
  let timers = 0;
  /** When the tickets of dead programs were asked about last. @type {number[]} */
  const abandoned = [];
  /** The latest time at which anybody was due that has asked: by no more can the dead be known. */
  let heard = 0;
  /** How many tickets more than live waiters and the dead of late there were at most. */
  let surplus = 0;

  /**
   * @param {number} call
   * @param {number} [arrival]
   * @param {number} [attempt]
   */
  function come(call, arrival, attempt = 0) {
    const { abortAt = Infinity, dieAt = Infinity, retriesAfter = [] } = calls[call] ?? {};
    const entered = events.now();
    if (entered >= abortAt || entered >= dieAt) return;
    const ticket = schedule.enter(clock(entered), arrival);
    let asked = entered;
    let due = 0;
    let over = false;
    waiting += 1;

    /** @param {Attempt["end"]} end */
    const finish = (end) => {
      over = true;
      waiting -= 1;
      attempts.push({ call, arrival: ticket.arrival, entered, ended: events.now(), end });
    };

    const ask = () => {
      if (over) return;
      asked = events.now();
      heard = Math.max(heard, due);
      const ms = schedule.wait(ticket, clock(asked));
      const fresh = abandoned.filter((time) => time > heard - 6_000).length;
      surplus = Math.max(surplus, schedule.size - waiting - fresh);
      if (ms > 0) {
        timers += 1;
        const late = Number(lateness[timers % lateness.length]);
        // No timer is finer than that.
        due = asked + Math.max(Math.min(ms, RECHECK_MS), 0.01);
        events.plan(due + late, ask);
        return;
      }
      finish("sent");
      if (asked < pausedUntil - 0.02) tooEarly.push(pausedUntil);
      const again = retriesAfter[attempt];
      if (again !== undefined) {
        events.plan(asked + again, () => come(call, ticket.arrival, attempt + 1));
      }
    };

    ask();
    if (over) return;
    if (abortAt < Infinity) {
      events.plan(abortAt, () => {
        if (over) return;
        finish("aborted");
        schedule.abandon(ticket);
      });
    }
    if (dieAt < Infinity) {
      events.plan(dieAt, () => {
        if (over) return;
        finish("dead");
        abandoned.push(asked);
      });
    }
  }

  for (const [call, { at }] of calls.entries()) events.plan(at, () => come(call));
  for (const { at, ms } of pauses) {
    events.plan(at, () => {
      schedule.pause(clock(events.now()), ms);
      pausedUntil = Math.max(pausedUntil, events.now() + ms);
    });
  }
  events.run();
  const sent = attempts.filter(({ end }) => end === "sent");
  return { attempts, sent, departures: sent.map(({ ended }) => ended), tooEarly, surplus };
}

/** Far more than any of the scenarios has. */
const MOST_EVENTS = 1_000_000;

/**
 * Events in order of time, those of the same time in the order in which they were planned.
 *
 * @param {{ at: number, ms: number }[]} stalls
 */
function createEvents(stalls) {
  /** The soonest last. @type {{ time: number, run: () => void }[]} */
  const planned = [];
  let now = 0;
  return {
    now: () => now,
    /**
     * @param {number} due
     * @param {() => void} run
     */
    plan(due, run) {
      let time = due;
      for (const { at, ms } of stalls) if (time > at && time < at + ms) time = at + ms;
      let low = 0;
      let high = planned.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (Number(planned[middle]?.time) > time) low = middle + 1;
        else high = middle;
      }
      planned.splice(low, 0, { time, run });
    },
    run() {
      let count = 0;
      for (let event = planned.pop(); event; event = planned.pop()) {
        count += 1;
        if (count > MOST_EVENTS) throw new Error("the calls never come to an end");
        now = event.time;
        event.run();
      }
    },
  };
}

/** With the burst, a minute and a second hold as many as the limit says. */
export const interval = (/** @type {number} */ rpm) => {
  const limit = Math.floor(rpm);
  return 61_000 / (limit - Math.max(1, Math.min(Math.floor(limit / 20), 10)) + 1);
};

/**
 * @param {number} count
 * @param {Partial<SimulatedCall>} [more]
 * @returns {SimulatedCall[]} That come at the same time.
 */
export const crowd = (count, more) => Array.from({ length: count }, () => ({ at: 0, ...more }));

/**
 * The most departures within any minute, its end not counted.
 *
 * @param {number[]} departures In order.
 */
export function mostInAMinute(departures) {
  let most = 0;
  let oldest = 0;
  for (const [index, time] of departures.entries()) {
    // Sums of many intervals differ from their product by rounding.
    while (Number(departures[oldest]) <= time - 60_000 + 0.001) oldest += 1;
    most = Math.max(most, index - oldest + 1);
  }
  return most;
}
