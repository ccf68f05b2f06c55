/**
 * Milliseconds, from whenever on. They go forward, but for Workers and the edge of Next 13, which has
 * no `performance`: there it is the clock on the wall, which may be set, and in Workers stands still
 * while a request computes.
 */
export const clock = () => (globalThis.performance ?? Date).now();
