/** Waiting that ends when it is aborted or its time is up, and leaves nothing behind. */

/** A timer with more bits would go off at once; a limit beyond it is as good as none. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Work that looks at its signal, under a limit if there is one: of what nothing can end but the
 * caller's signal, the signal is that.
 *
 * @template T
 * @param {AbortSignal | undefined} signal The caller's, of any realm.
 * @param {number} ms
 * @param {() => unknown} late Makes the reason when the time is up.
 * @param {(signal: AbortSignal | undefined) => Promise<T>} work
 * @returns {Promise<T>}
 */
export function limited(signal, ms, late, work) {
  if (ms <= LONGEST_TIMER_MS) return within(signal, ms, late, work);
  return signal?.aborted ? Promise.reject(reasonOf(signal)) : work(signal);
}

/**
 * Ends even when the work does not look at its signal. One promise and no race of several: it stands
 * around every attempt.
 *
 * @template T
 * @param {AbortSignal | undefined} signal The caller's, of any realm.
 * @param {number} ms
 * @param {() => unknown} late Makes the reason when the time is up.
 * @param {(signal: AbortSignal) => Promise<T>} work Its signal stands for both.
 * @returns {Promise<T>}
 */
export function within(signal, ms, late, work) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) throw reasonOf(signal);
    const controller = new AbortController();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    let forget = () => {};
    const end = () => {
      clearTimeout(timer);
      forget();
    };
    /** @param {unknown} reason */
    const stop = (reason) => {
      end();
      reject(reason);
      controller.abort(reason);
    };
    const outOfTime = () => {
      try {
        stop(late());
      } catch (reason) {
        // Nobody else would hear of it, and the call would never end.
        stop(reason);
      }
    };
    if (ms <= LONGEST_TIMER_MS) timer = setTimeout(outOfTime, ms);
    if (signal) forget = whenAborted(signal, () => stop(reasonOf(signal)));
    work(controller.signal).then(
      (value) => {
        end();
        resolve(value);
      },
      (error) => {
        end();
        reject(error);
      },
    );
  });
}

/**
 * What each signal ends. A signal gets one listener for all of it: Node warns of a
 * leak when it gets more than ten, and that many calls may share a signal.
 *
 * @type {WeakMap<AbortSignal, { stops: Set<() => void>, onAbort: () => void }>}
 */
const ENDS = new WeakMap();

/**
 * @param {AbortSignal} signal
 * @param {() => void} stop
 * @returns {() => void} Takes it back.
 */
export function whenAborted(signal, stop) {
  let ends = ENDS.get(signal);
  if (!ends) {
    /** @type {Set<() => void>} */
    const stops = new Set();
    const onAbort = () => {
      for (const stop of stops) stop();
    };
    ends = { stops, onAbort };
    ENDS.set(signal, ends);
    signal.addEventListener("abort", onAbort);
  }
  const { stops, onAbort } = ends;
  stops.add(stop);
  return () => {
    stops.delete(stop);
    if (stops.size > 0) return;
    signal.removeEventListener("abort", onAbort);
    ENDS.delete(signal);
  };
}

/** What ends a sleep that nothing else ends. */
const OVER = Symbol();

/**
 * @param {number} ms
 * @param {AbortSignal | undefined} signal Of any realm.
 * @returns {Promise<void>}
 */
export const sleep = (ms, signal) =>
  within(
    signal,
    Math.min(ms, LONGEST_TIMER_MS),
    () => OVER,
    () => new Promise(() => {}),
  ).catch((reason) => {
    if (reason !== OVER) throw reason;
  });

/** @param {AbortSignal} signal */
export function reasonOf(signal) {
  if (signal.reason !== undefined) return signal.reason;
  // A signal older than `reason` has none.
  return new DOMException("The call was aborted.", "AbortError");
}
