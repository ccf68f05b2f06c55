/**
 * When requests may leave under a limit of requests a minute, in order of their arrival.
 *
 * Time is an argument and nothing here waits. Cloudflare Workers forbids one request to wake
 * another and drops some without a word, so each waiter sleeps by itself and asks again, and
 * nobody ever waits for another to do something.
 *
 * The generic cell rate algorithm, over the times at which requests really leave: however late
 * timers are, after a laptop's sleep too, no minute has more of them than it may.
 */

/**
 * @typedef {object} Ticket A request's place in the queue.
 * @property {number} arrival
 * @property {number} seen When it asked last.
 */

/** How long a waiter may sleep at most before it asks again. */
export const RECHECK_MS = 500;

/** A waiter that has not asked for so long is taken for dead until it does. */
const SILENT_MS = 5_000;

/** How much sooner than another a request may get to the server. */
const TRAVEL_MS = 1_000;

/** A clock that goes back by more than that was set. */
const STEP_MS = 1_000;

/** Of a minute's requests, which part may leave at once, and how many at most. */
const BURST_SHARE = 1 / 20;
const LARGEST_BURST = 10;

/** @param {number} requestsPerMinute 1 or more. */
export function createSchedule(requestsPerMinute) {
  const limit = Math.floor(requestsPerMinute);
  const burst = Math.max(1, Math.min(Math.floor(limit * BURST_SHARE), LARGEST_BURST));
  // So `limit` requests and one more take a minute, and some time for the way.
  const interval = (60_000 + TRAVEL_MS) / (limit - burst + 1);
  const tolerance = (burst - 1) * interval;

  let arrivals = 0;
  /** In order of arrival. */
  let waiting = /** @type {Ticket[]} */ ([]);
  /** When the next one would leave if there were no bursts. */
  let next = Number.NEGATIVE_INFINITY;
  let swept = Number.NEGATIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  let skew = 0;

  /**
   * Time that never runs backwards. A clock stands still while a Worker computes, so a reading
   * may be a bit old; after one that is much too early, time goes on from where it was.
   *
   * @param {number} reading
   */
  function observe(reading) {
    if (reading + skew < latest - STEP_MS) skew = latest - reading;
    latest = Math.max(latest, reading + skew);
    return latest;
  }

  /** @param {number} now */
  function sweep(now) {
    waiting = waiting.filter(({ seen }) => seen >= now - SILENT_MS);
    swept = now;
  }

  /**
   * @param {number} arrival
   * @returns {number} How many wait that arrived earlier.
   */
  function rankOf(arrival) {
    let low = 0;
    for (let high = waiting.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (/** @type {Ticket} */ (waiting[middle]).arrival < arrival) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    /**
     * A request comes.
     *
     * @param {number} reading The time in milliseconds, from any origin.
     * @param {number} [arrival] Of one that comes again: it goes before all that arrived later.
     * @returns {Ticket}
     */
    enter(reading, arrival = ++arrivals) {
      const ticket = { arrival, seen: observe(reading) };
      waiting.splice(rankOf(arrival), 0, ticket);
      return ticket;
    },

    /**
     * How long to wait; 0 says: leave now. Ask again after that time, and after RECHECK_MS at the
     * latest: those ahead may have given up.
     *
     * @param {Ticket} ticket
     * @param {number} reading
     */
    wait(ticket, reading) {
      const now = observe(reading);
      ticket.seen = now;
      if (swept <= now - RECHECK_MS) sweep(now);
      const rank = rankOf(ticket.arrival);
      if (waiting[rank] !== ticket) waiting.splice(rank, 0, ticket);
      const turn = next - tolerance + rank * interval;
      if (turn > now) return turn - now;
      // Those ahead have let their turns pass. If they ask again, they are the first once more.
      waiting.splice(0, rank + 1);
      next = Math.max(now, next) + interval;
      return 0;
    },

    /**
     * A waiter gives up: those behind it move up.
     *
     * @param {Ticket} ticket
     * @param {number} reading
     */
    abandon(ticket, reading) {
      ticket.seen = Number.NEGATIVE_INFINITY;
      sweep(observe(reading));
    },

    /**
     * After a 429: nothing leaves for so long, and then one after another, without a burst. Said
     * of the same refusal by several requests, it is the longest of them, not their sum.
     *
     * @param {number} reading
     * @param {number} ms
     */
    pause(reading, ms) {
      next = Math.max(next, observe(reading) + ms + tolerance);
    },

    /** How many wait, or have not been noticed to be dead. */
    get size() {
      return waiting.length;
    },
  };
}
