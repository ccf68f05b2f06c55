/**
 * Whether something is a list, and has nothing in it but what fits. A hole does not, though `every`
 * passes over it: there can be four thousand million in a list, more than there is memory to copy.
 *
 * @param {unknown} given
 * @param {(item: any) => boolean} fits
 * @returns {given is any[]}
 */
export const isListOf = (given, fits) =>
  Array.isArray(given) && given.findIndex((item) => !fits(item)) < 0;
