/** Milliseconds that only go forward, from whenever on. */
export const clock = () => performance.now();
