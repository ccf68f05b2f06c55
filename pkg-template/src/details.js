/** What an error says by number and name, so that a program need not read its message. */

/**
 * From where something is missing to how much of it there must be, or to the end of the sentence:
 * `Missing variable values for …`, `Media Url is missing for …`.
 */
const MISSING = /(?:values|missing) for (.*?)(?:expected\D*(\d+)|\. |$)/s;

/**
 * @param {import("./errors.js").Description} description Of a code `missing_values`.
 * @returns {import("../types/errors.js").ApiErrorDetails | undefined} Undefined: the server's words
 *   are others.
 */
export function missingIn({ message }) {
  const [, place = "", count] = MISSING.exec(message.toLowerCase()) ?? [];
  const [where] = /carousel|card/.test(place)
    ? ["carousel"]
    : (/header|body|button/.exec(place) ?? []);
  if (!where) return undefined;
  const [media] = /image|video|document/.exec(place) ?? [];
  const [index] = /\d+/.exec(place) ?? [];
  return {
    where,
    // A file is one value.
    ...(media ? { media, expected: 1 } : count && { expected: Number(count) }),
    ...(index && { index: Number(index) }),
  };
}
