/**
 * Who waits, in order of arrival. Nobody wakes anybody: each asks now and then whether it is the
 * first. Pure: time is an argument.
 */

/** Who was told to ask again, and does not in that time, has lost its place. */
const AWAY_MS = 5_000;

/** Places are apart by that, where two come at the same millisecond. */
const STEP_MS = 1 / 1024;

/**
 * @typedef {object} Waiter
 * @property {string} id
 * @property {number} place When it has come, in milliseconds since 1970.
 * @property {number | null} away Since when it is to ask again; `null` while it is here.
 */

export function createLine() {
  /** @type {Waiter[]} The earliest first. */
  const waiters = [];
  /** @type {Map<string, Waiter>} */
  const byId = new Map();
  let latest = 0;

  /** @param {number} place @returns {number} Where the first stands that has it, or would. */
  function firstOf(place) {
    let low = 0;
    for (let high = waiters.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (/** @type {Waiter} */ (waiters[middle]).place < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {Waiter} waiter */
  const indexOf = (waiter) => waiters.indexOf(waiter, firstOf(waiter.place));

  /** @param {Waiter} waiter */
  function remove(waiter) {
    if (byId.get(waiter.id) !== waiter) return;
    byId.delete(waiter.id);
    waiters.splice(indexOf(waiter), 1);
  }

  /** @param {Waiter} waiter @param {number} now */
  function isLost({ away }, now) {
    // A clock that was set back does not keep the place for longer.
    return away !== null && !(now >= away && now <= away + AWAY_MS);
  }

  return {
    /**
     * Somebody comes, or comes again: then the place that it was told is its own, also where nothing
     * is known of it any more. Whoever asked for it before is not in line any more.
     *
     * @param {string} id
     * @param {number | undefined} place
     * @param {number} now
     * @returns {Waiter}
     */
    enter(id, place, now) {
      const before = byId.get(id);
      if (before) remove(before);
      const waiter = { id, place: place ?? Math.max(now, latest + STEP_MS), away: null };
      latest = Math.max(latest, waiter.place);
      let index = firstOf(waiter.place);
      while (waiters[index]?.place === waiter.place) index += 1;
      waiters.splice(index, 0, waiter);
      byId.set(id, waiter);
      return waiter;
    },

    /**
     * How many are before it.
     *
     * @param {Waiter} waiter
     * @param {number} now
     */
    ahead(waiter, now) {
      for (let first = waiters[0]; first && isLost(first, now); first = waiters[0]) remove(first);
      return indexOf(waiter);
    },

    /** Whether it is in line. @param {Waiter} waiter */
    has: (waiter) => byId.get(waiter.id) === waiter,

    /** It has had its turn, or waits no more. */
    leave: remove,

    /** @param {string} id */
    giveUp(id) {
      const waiter = byId.get(id);
      if (waiter) remove(waiter);
    },

    /** It is told to ask again. @param {Waiter} waiter @param {number} now */
    sendAway(waiter, now) {
      waiter.away = now;
    },

    /** The place of the first, if there is one. */
    get first() {
      return waiters[0]?.place;
    },

    get size() {
      return waiters.length;
    },
  };
}
