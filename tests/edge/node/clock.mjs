/** A clock that is faster than the real one, and the same in all processes. */

/**
 * @param {{ start: number, speed: number }} time When it began, by the real clock, and how many of
 *   its milliseconds pass in one.
 * @returns {import("interakt-wasm/edge").Clock}
 */
export function fastClock({ start, speed }) {
  return {
    now: () => Math.floor(start + (Date.now() - start) * speed),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const abort = () => {
          clearTimeout(timer);
          reject(signal?.reason);
        };
        const timer = setTimeout(() => {
          signal?.removeEventListener("abort", abort);
          resolve();
        }, ms / speed);
        signal?.addEventListener("abort", abort, { once: true });
      }),
  };
}
