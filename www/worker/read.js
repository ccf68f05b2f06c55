/** Reads what people write into addresses and bodies. */

/**
 * Whole numbers of a query, by name. What is none is left out.
 *
 * @param {URLSearchParams} params
 * @param {readonly string[]} names
 * @returns {Record<string, number>}
 */
export function numbersOf(params, names) {
  const given = names.filter((name) => /^\d{1,15}$/.test(params.get(name) ?? ""));
  return Object.fromEntries(given.map((name) => [name, Number(params.get(name))]));
}

/**
 * Whether these are indexes of rows; none at all are those of all rows.
 *
 * @param {unknown} value
 * @returns {value is number[] | undefined}
 */
export const isIndexes = (value) =>
  value === undefined ||
  (Array.isArray(value) && value.every((one) => Number.isSafeInteger(one) && one >= 0));
