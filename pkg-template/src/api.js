/** What every entry exports besides the client, the errors and `phone`. */
import { createOperation } from "./operation.js";
import { OPERATIONS } from "./operations.js";
import { refuse } from "./options.js";
import { withErrors } from "./thrown.js";

/**
 * Nothing runs yet: the module is compiled at first use.
 *
 * An entry takes what it exports from the function that is returned, so that a
 * bundler can leave out what nobody imports.
 *
 * @param {ReturnType<typeof import("./start.js").createStarter>} starter
 * @returns {(name: string) => unknown} Gives the export of a name: an operation's, `operations`,
 *   `init`, `smsSegments` or `withoutKey`.
 */
export function create(starter) {
  const operations = Object.freeze(
    OPERATIONS.map((known, index) => createOperation(starter.core, known, index)),
  );
  /** @type {Record<string, unknown>} */
  const exported = {
    operations,
    init: starter.init,
    /** @param {string} text */
    smsSegments(text) {
      if (typeof text !== "string") refuse("smsSegments takes a string.");
      return withErrors(() => starter.core().smsSegments(text));
    },
    /**
     * @param {string} text
     * @param {string} apiKey
     */
    withoutKey(text, apiKey) {
      if (typeof text !== "string" || typeof apiKey !== "string") {
        refuse("withoutKey takes two strings.");
      }
      return withErrors(() => starter.core().redact(text, apiKey));
    },
  };
  for (const operation of operations) exported[operation.name] = operation;
  return (name) => exported[name];
}
