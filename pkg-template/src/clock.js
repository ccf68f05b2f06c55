/**
 * Milliseconds, from whenever on. They go forward, but for Workers: there it is
 * the clock on the wall, which may be set and stands still while a request computes.
 */
export const clock = () => performance.now();
