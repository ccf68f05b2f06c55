/** What goes wrong. Runs in every runtime that the tests run in. */

/**
 * What a call throws or a promise is rejected with; fails when that is nothing.
 *
 * @param {(() => unknown) | Promise<unknown>} work
 * @returns {Promise<any>}
 */
export async function failureOf(work) {
  let value;
  try {
    value = await (typeof work === "function" ? work() : work);
  } catch (error) {
    return error;
  }
  throw new Error(`nothing was thrown, it gave ${JSON.stringify(value)}`);
}
