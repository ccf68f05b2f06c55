/** Passes that can be left while they wait for a source that gives nothing. */

/**
 * A generator by itself ends only when what it waits for has come.
 *
 * @param {(left: AbortSignal) => AsyncGenerator<T, undefined, undefined>} walk It throws as soon as the
 *   signal is aborted.
 * @returns {AsyncGenerator<T, undefined, undefined>} Where it is left while it waits, what waits for
 *   its next item is told that there is none.
 * @template T
 */
export function leavable(walk) {
  const leaving = new AbortController();
  const steps = walk(leaving.signal);
  const [next, end] = [steps.next.bind(steps), steps.return.bind(steps)];
  let waiting = 0;
  return Object.assign(steps, {
    async next() {
      waiting += 1;
      try {
        return await next();
      } catch (reason) {
        if (!leaving.signal.aborted) throw reason;
        return { done: /** @type {const} */ (true), value: undefined };
      } finally {
        waiting -= 1;
      }
    },

    /** @param {undefined} [value] */
    return(value) {
      // Who waits for nothing has time to close what was opened.
      if (waiting > 0) leaving.abort();
      return end(value);
    },
  });
}
