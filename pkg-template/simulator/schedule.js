/** When each event is told: by the simulator's clock, one after the other. */

import { LONGEST_TIMER_MS } from "../within.js";

/** @typedef {import("../types/simulator.js").Delivery} Delivery */

/**
 * What a webhook is to be told.
 * @typedef {object} Event
 * @property {number} due milliseconds, by the simulator's clock
 * @property {string} kind
 * @property {string} messageId
 * @property {string} lifeOf the message of whose life it is a step
 * @property {boolean} signed
 * @property {() => object} payload as it is when it is told
 */

/**
 * @param {object} parts
 * @param {() => number} parts.now
 * @param {boolean} parts.auto whether timers tell what is due
 * @param {(event: Event, at: number) => Promise<Delivery>} parts.tell must not reject
 * @param {Delivery[]} parts.deliveries gets what was told
 */
export function createSchedule({ now, auto, tell, deliveries }) {
  /** Messages by their next event, the first to be told first. @type {{ order: number, events: Event[] }[]} */
  const waiting = [];
  let accepted = 0;
  let stopped = false;
  /** Ends with the run that was begun last. @type {Promise<unknown>} */
  let turn = Promise.resolve();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {{ order: number, events: Event[] }} message */
  function place(message) {
    let [from, to] = [0, waiting.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (isBefore(message, waiting[middle])) to = middle;
      else from = middle + 1;
    }
    waiting.splice(from, 0, message);
  }

  /** Takes the next event that is due out of the schedule, so that nobody else tells it. */
  function takeDue() {
    const event = waiting[0]?.events[0];
    if (stopped || event === undefined || event.due > now()) return undefined;
    const message = waiting.shift();
    if (message !== undefined && message.events.length > 1) {
      place({ ...message, events: message.events.slice(1) });
    }
    return event;
  }

  async function tellDue() {
    /** @type {Delivery[]} */
    const told = [];
    for (let event = takeDue(); event !== undefined; event = takeDue()) {
      const delivery = await tell(event, now());
      told.push(delivery);
      if (!stopped) deliveries.push(delivery);
    }
    return told;
  }

  async function deliver() {
    const before = turn;
    const run = before.then(tellDue);
    turn = run.catch(() => {});
    const told = await run;
    setTimer();
    return told;
  }

  function setTimer() {
    const event = waiting[0]?.events[0];
    if (!auto || stopped || event === undefined) return;
    clearTimeout(timer);
    const ms = Math.min(Math.max(event.due - now(), 0), LONGEST_TIMER_MS);
    // Nobody waits for this run: it must neither reject unheard nor keep the process alive.
    timer = setTimeout(() => deliver().catch(() => {}), ms);
    timer.unref?.();
  }

  return {
    /** @param {Event[][]} messages the events of each, in order of time */
    add(messages) {
      for (const events of messages) {
        if (events.length > 0) place({ order: accepted, events });
        accepted += 1;
      }
      setTimer();
    },

    deliver,

    /** Forgets what is waiting. */
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/**
 * @param {{ order: number, events: Event[] }} message
 * @param {{ order: number, events: Event[] } | undefined} other
 */
function isBefore(message, other) {
  const [due, otherDue] = [message.events[0]?.due ?? 0, other?.events[0]?.due ?? 0];
  return due === otherDue ? message.order < (other?.order ?? 0) : due < otherDue;
}
