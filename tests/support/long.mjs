/**
 * How much a test does. What needs no more to be worth its time does little in `npm test`, and all of
 * it in `npm run test:long`, which runs the files again that import this one.
 */
export const isLong = process.env.LONG_TESTS === "1";

/**
 * @param {number} usual In `npm test`.
 * @param {number} long In `npm run test:long`.
 */
export const times = (usual, long) => (isLong ? long : usual);
