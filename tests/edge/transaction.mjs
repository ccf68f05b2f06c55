/**
 * As a Durable Object has it: all of `work`, or nothing of it when it throws.
 *
 * @template Result
 * @param {{ exec(query: string): unknown }} database
 * @param {() => Result} work
 * @returns {Result}
 */
export function transactionSync(database, work) {
  database.exec("BEGIN");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}
