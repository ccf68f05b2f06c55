/**
 * When requests may leave under a limit of requests a minute, in order of their arrival.
 *
 * Time is an argument and nothing here waits. Cloudflare Workers forbids one request to wake
 * another and drops some without a word, so each waiter sleeps by itself and asks again, and
 * nobody ever waits for another to do something.
 *
 * The generic cell rate algorithm, over the times at which requests really leave: however late
 * timers are, after a laptop's sleep too, no minute has more of them than it may. A timer that went
 * off says more than a clock: after a stall, who arrived first goes first, and where the clock may
 * be set, time passes as timers say for as long as anybody waits.
 */

/**
 * @typedef {object} Ticket A request's place in the queue.
 * @property {number} arrival
 * @property {boolean} waits
 * @property {number} due When it is to ask again, at the latest.
 * @property {number} [until] What the clock should show then. It has not asked when there is none.
 */

/** How long a waiter may sleep at most before it asks again. */
export const RECHECK_MS = 500;

/** A waiter that did not ask, while others did that were due so much later, is taken for dead. */
const SILENT_MS = 5_000;

/** After a stall timers go off in any order, as far as they were due within that time. */
const DISORDER_MS = 2 * RECHECK_MS;

/** How much sooner than another a request may get to the server. */
const TRAVEL_MS = 1_000;

/** A clock that goes back by more than that was set. */
const STEP_MS = 1_000;

/** A clock that shows more counts from 1970: it is that on the wall, and may be set. */
const WALL_MS = 1e12;

const MINUTE_MS = 60_000;

/** Of a minute's requests, which part may leave at once, and how many at most. */
const BURST_SHARE = 1 / 20;
const LARGEST_BURST = 10;

/** @param {number} requestsPerMinute 1 or more. */
export function createSchedule(requestsPerMinute) {
  const limit = Math.floor(requestsPerMinute);
  const burst = Math.max(1, Math.min(Math.floor(limit * BURST_SHARE), LARGEST_BURST));
  // So `limit` requests and one more take a minute, and some time for the way.
  const interval = (MINUTE_MS + TRAVEL_MS) / (limit - burst + 1);
  const tolerance = (burst - 1) * interval;

  let arrivals = 0;
  /**
   * In order of arrival. Who waits no more stays until there are enough of them to be worth a walk.
   *
   * @type {Ticket[]}
   */
  let queue = [];
  /** Where the first stands that waits. */
  let first = 0;
  /** How many of those behind it wait no more. */
  let gone = 0;
  /** Time as it passes here. */
  let now = 0;
  /** What the clock showed last. */
  let shown = Number.NaN;
  /** When the next one would leave if there were no bursts. */
  let next = Number.NEGATIVE_INFINITY;
  /** The latest time at which anybody was due that has asked. */
  let heard = 0;
  /** How far that had come when the dead were taken out last. */
  let swept = 0;

  const size = () => queue.length - first - gone;

  /**
   * Lets pass what the clock says has passed. It stands still while a Worker computes, so a reading
   * may be a bit old; one that is much too early starts it anew.
   *
   * @param {number} reading
   */
  function observe(reading) {
    const passed = reading - shown;
    if (passed <= 0 && passed >= -STEP_MS) return;
    shown = reading;
    if (passed <= 0 || Number.isNaN(passed)) return;
    if (reading > WALL_MS) {
      // The timers of those who wait tell how much it was.
      if (size() > 0) return;
      // If the clock was set ahead, it lets out one more, but no burst.
      if (passed < MINUTE_MS) next = Math.max(next, now + passed + tolerance);
    }
    now += passed;
  }

  /**
   * @param {number} arrival
   * @returns {number} Where in the queue it stands, or would.
   */
  function placeOf(arrival) {
    let low = first;
    for (let high = queue.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (/** @type {Ticket} */ (queue[middle]).arrival < arrival) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {Ticket} ticket */
  function insert(ticket) {
    ticket.waits = true;
    const place = placeOf(ticket.arrival);
    if (queue[place] === ticket) gone -= 1;
    else if (place > first || first === 0) queue.splice(place, 0, ticket);
    else queue[--first] = ticket;
  }

  /** @param {Ticket} ticket */
  function remove(ticket) {
    ticket.waits = false;
    gone += 1;
    // What is left behind is at most as much as a part of what waits, and walked once for it.
    if (gone * 8 >= size() || first * 2 > queue.length) compact();
    for (; first < queue.length && !queue[first]?.waits; first += 1) gone -= 1;
  }

  function compact() {
    queue = queue.slice(first).filter(({ waits }) => waits);
    first = 0;
    gone = 0;
  }

  /** Takes out who is dead. */
  function sweep() {
    if (heard < swept + RECHECK_MS) return;
    swept = heard;
    for (let place = first; place < queue.length; place += 1) {
      const ticket = /** @type {Ticket} */ (queue[place]);
      ticket.waits &&= ticket.due >= heard - SILENT_MS;
    }
    compact();
  }

  /**
   * Lets the turns of those ahead pass whose timers should have gone off before this one's.
   *
   * @param {Ticket} ticket
   * @param {number} reading
   * @returns {boolean} Whether it is the first now.
   */
  function overtake(ticket, reading) {
    // Late by a stall, others may be so too; who has just come knows nothing of the others' timers.
    const late = reading - (ticket.until ?? Number.NaN);
    // Where only timers tell the time, those of two waiters tell it apart by as much as they sleep.
    const apart = reading > WALL_MS ? RECHECK_MS : 0;
    const since = ticket.due - Math.min(Math.max(late, apart), DISORDER_MS);
    for (;;) {
      const ahead = /** @type {Ticket} */ (queue[first]);
      if (ahead === ticket) return true;
      if (!(ahead.due < since)) return false;
      // If it asks again, it is the first once more.
      remove(ahead);
    }
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
      observe(reading);
      /** @type {Ticket} */
      const ticket = { arrival, waits: true, due: now };
      insert(ticket);
      return ticket;
    },

    /**
     * How long to wait; 0 says: leave now. Ask again after that time, or after RECHECK_MS where
     * it is longer: those ahead may have given up.
     *
     * @param {Ticket} ticket
     * @param {number} reading
     */
    wait(ticket, reading) {
      observe(reading);
      if (ticket.until !== undefined) {
        heard = Math.max(heard, ticket.due);
        if (reading > WALL_MS) now = Math.max(now, ticket.due);
      }
      if (!ticket.waits) insert(ticket);
      sweep();
      const turn = next - tolerance + (placeOf(ticket.arrival) - first) * interval;
      if (turn <= now && overtake(ticket, reading)) {
        remove(ticket);
        next = Math.max(now, next) + interval;
        return 0;
      }
      const ms = turn > now ? turn - now : interval;
      ticket.due = now + Math.min(ms, RECHECK_MS);
      ticket.until = reading + Math.min(ms, RECHECK_MS);
      return ms;
    },

    /**
     * A waiter gives up: those behind it move up.
     *
     * @param {Ticket} ticket
     */
    abandon(ticket) {
      if (ticket.waits) remove(ticket);
    },

    /**
     * After a 429: nothing leaves for so long, and then one after another, without a burst. Said
     * of the same refusal by several requests, it is the longest of them, not their sum.
     *
     * @param {number} reading
     * @param {number} ms
     */
    pause(reading, ms) {
      observe(reading);
      // Where only timers tell the time, it may be later than the last of them said.
      const most = reading > WALL_MS && size() > 0 ? RECHECK_MS : 0;
      next = Math.max(next, now + most + ms + tolerance);
    },

    /** How many wait, or have not been noticed to be dead. */
    get size() {
      return size();
    },
  };
}
