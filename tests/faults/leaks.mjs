/** Looks for the API key in what a caller, or a caller's log, gets to see. */
import { shownIn } from "../support/shown.mjs";
import { holdsKey } from "./keys.mjs";

/**
 * Where a value shows any form of the key, as paths.
 * @param {string} name of the value
 * @param {unknown} value
 * @param {(value: unknown) => string} [inspect] how the runtime's console shows values
 * @returns {string[]}
 */
export const leaksOf = (name, value, inspect) =>
  shownIn(name, value, (text) => (holdsKey(text) ? [text] : []), inspect).map(({ path }) => path);
