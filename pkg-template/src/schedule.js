/**
 * When requests may leave under a limit of requests a minute: the generic cell
 * rate algorithm, with slots given out ahead in order of arrival.
 *
 * Time is an argument and nothing here waits. Cloudflare Workers forbids one
 * request to wake another, so each waiter sleeps by itself and asks again.
 */

/**
 * @typedef {object} Ticket A call's place in the queue, which its retries keep.
 * @property {number} arrival
 * @property {number} slot The time from which it may leave; `Infinity` while it is not waiting.
 * @property {number} seen When it asked last.
 */

/** How long a waiter may sleep at most before it asks again. */
export const RECHECK_MS = 500;

/**
 * How long after its slot a request may still leave: the slot may have been moved up while it
 * slept, and timers are late. One that is later, as after a laptop's sleep, gets a new slot:
 * else all would leave at once.
 */
const LATE_MS = 1_000;

/** A ticket that nobody has asked about for so long is dead: Workers drops requests silently. */
const SILENT_MS = 5_000;

/** Of a minute's requests, which part may leave at once, and how many at most. */
const BURST_SHARE = 1 / 20;
const LARGEST_BURST = 10;

/** @param {number} requestsPerMinute 1 or more. */
export function createSchedule(requestsPerMinute) {
  const limit = Math.floor(requestsPerMinute);
  const burst = Math.max(1, Math.min(Math.floor(limit * BURST_SHARE), LARGEST_BURST));
  // `limit` slots and one more span at least 60 s + LATE_MS. Even when the first request leaves
  // as late as it may and the last at its slot, they are 60 s apart.
  const interval = (60_000 + LATE_MS) / (limit - burst + 1);
  const tolerance = (burst - 1) * interval;

  let arrivals = 0;
  /** In order of their slots. Those whose slots are still to come are an interval apart. */
  let waiting = /** @type {Ticket[]} */ ([]);
  /** When the next slot would be if there were no bursts. */
  let next = Number.NEGATIVE_INFINITY;
  let swept = Number.NEGATIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  let skew = 0;

  /**
   * Time that never runs backwards. A reading from a bit earlier is a clock that stands still
   * while a Worker computes; from much earlier, a clock that was set: time goes on from there.
   *
   * @param {number} reading
   */
  function observe(reading) {
    if (reading + skew < latest - LATE_MS) skew = latest - reading;
    latest = Math.max(latest, reading + skew);
    return latest;
  }

  /**
   * Drops the tickets that are dead or too late. Only a slot that is still to come is given
   * back: requests that left after a past one may have used up what it would free.
   *
   * @param {number} now
   */
  function sweep(now) {
    let freed = 0;
    waiting = waiting.filter((ticket) => {
      const stays = ticket.seen >= now - SILENT_MS && ticket.slot >= now - LATE_MS;
      if (!stays && ticket.slot > now) freed += interval;
      ticket.slot = stays ? ticket.slot - freed : Number.POSITIVE_INFINITY;
      return stays;
    });
    next -= freed;
    swept = now;
  }

  /**
   * @param {Ticket} ticket
   * @param {number} now
   */
  function place(ticket, now) {
    const index = waiting.findIndex(({ arrival, slot }) => arrival > ticket.arrival && slot > now);
    const follower = waiting[index];
    if (follower) {
      ticket.slot = follower.slot;
      for (const later of waiting.slice(index)) later.slot += interval;
      waiting.splice(index, 0, ticket);
      next += interval;
    } else {
      ticket.slot = Math.max(now, next - tolerance);
      waiting.push(ticket);
      next = Math.max(now, next) + interval;
    }
  }

  return {
    /**
     * A request comes, and asks with `wait` at once.
     *
     * @param {number} reading The time in milliseconds, from any origin.
     * @param {number} [arrival] Of a retry, its first: it goes before all that arrived later.
     * @returns {Ticket}
     */
    enter(reading, arrival = ++arrivals) {
      const now = observe(reading);
      const ticket = { arrival, slot: Number.POSITIVE_INFINITY, seen: now };
      place(ticket, now);
      return ticket;
    },

    /**
     * How long to wait; 0 says: leave now. Ask again after that time, and after RECHECK_MS at the
     * latest.
     *
     * @param {Ticket} ticket
     * @param {number} reading
     */
    wait(ticket, reading) {
      const now = observe(reading);
      ticket.seen = now;
      const [first] = waiting;
      if (first && (first.slot < now - LATE_MS || swept <= now - RECHECK_MS)) sweep(now);
      if (ticket.slot === Number.POSITIVE_INFINITY) place(ticket, now);
      if (ticket.slot > now) return ticket.slot - now;
      waiting.splice(waiting.indexOf(ticket), 1);
      ticket.slot = Number.POSITIVE_INFINITY;
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
     * of the same refusal by several calls, it is the longest of them, not their sum.
     *
     * @param {number} reading
     * @param {number} ms
     */
    pause(reading, ms) {
      const now = observe(reading);
      sweep(now);
      const until = now + ms;
      const delay = Math.max(0, until - (waiting[0]?.slot ?? until));
      for (const ticket of waiting) ticket.slot += delay;
      next = Math.max(next + delay, until + tolerance);
    },

    /** How many wait, or have not been noticed to be dead. */
    get size() {
      return waiting.length;
    },
  };
}
