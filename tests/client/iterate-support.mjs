/** What the tests of pages share. */
/** @param {unknown} customers @param {unknown} more */
export const page = (customers, more) => ({
  result: true,
  data: { customers, has_next_page: more },
});

/**
 * The items, and what the loop threw.
 *
 * @param {AsyncIterable<unknown>} iterator
 */
export async function drain(iterator) {
  /** @type {unknown[]} */
  const items = [];
  const error = await (async () => {
    for await (const item of iterator) items.push(item);
  })().catch((reason) => reason);
  return { items, error };
}
