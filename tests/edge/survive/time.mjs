/**
 * Time that passes only when nothing else is left to do: hours of waiting take no time, and the same
 * seed gives the same run.
 */

const nextTurn = setImmediate;

/** @typedef {{ at: number, order: number, run: () => void, isOver: boolean }} Timer */

/** @param {number} start Milliseconds since 1970. */
export function createTime(start) {
  let now = start;
  let order = 0;
  /** A heap: the soonest first, of the same time the one that was set first. @type {Timer[]} */
  const heap = [];

  /** @param {Timer} one @param {Timer} other */
  const isBefore = (one, other) =>
    one.at < other.at || (one.at === other.at && one.order < other.order);

  /** @param {Timer} timer */
  function push(timer) {
    let place = heap.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = /** @type {Timer} */ (heap[above]);
      if (!isBefore(timer, parent)) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = timer;
  }

  /** @returns {Timer | undefined} */
  function pop() {
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      const [left, right] = [heap[below], heap[below + 1]];
      if (left === undefined) break;
      if (right !== undefined && isBefore(right, left)) below += 1;
      const child = /** @type {Timer} */ (heap[below]);
      if (!isBefore(child, last)) break;
      heap[place] = child;
      place = below;
    }
    heap[place] = last;
    return first;
  }

  /** @param {() => void} run @param {number} [ms] @returns {Timer} */
  function set(run, ms = 0) {
    order += 1;
    // As real ones, a timer goes off after its time, by however little.
    const timer = { at: now + Math.max(0, ms) + 0.001, order, run, isOver: false };
    push(timer);
    return timer;
  }

  /** @param {any} timer */
  const clear = (timer) => {
    if (timer) timer.isOver = true;
  };

  /** Lets everything run that waits for no timer. */
  async function settle() {
    for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => nextTurn(resolve));
  }

  return {
    now: () => Math.floor(now),
    set,
    clear,

    /**
     * @param {number} ms
     * @param {AbortSignal} [signal]
     * @returns {Promise<void>}
     */
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const stop = () => {
          clear(timer);
          reject(signal?.reason);
        };
        const timer = set(() => {
          signal?.removeEventListener("abort", stop);
          resolve();
        }, ms);
        signal?.addEventListener("abort", stop, { once: true });
      }),

    /** Has the client and whatever else keeps its own time wait by this one, for good. */
    install() {
      const timers = { setTimeout: set, clearTimeout: clear };
      Object.assign(globalThis, timers);
      Date.now = () => Math.floor(now);
      performance.now = () => now - start;
    },

    /**
     * Moves on until work is done.
     *
     * @template T
     * @param {Promise<T>} work
     * @param {number} mostMs How long it may take.
     * @returns {Promise<T>}
     */
    async until(work, mostMs) {
      let isDone = false;
      const end = () => {
        isDone = true;
      };
      work.then(end, end);
      const last = now + mostMs;
      await settle();
      while (!isDone) {
        const timer = pop();
        if (timer === undefined) throw new Error("nothing is left that would happen");
        if (timer.isOver) continue;
        if (timer.at > last) throw new Error(`it is not over after ${mostMs / 60_000} minutes`);
        now = timer.at;
        timer.run();
        await settle();
      }
      return work;
    },
  };
}

/** @typedef {ReturnType<typeof createTime>} Time */
