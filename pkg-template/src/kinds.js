/** The kinds that an input comes in, each with a validator of its own. */
import { inlined } from "./schema.js";
import { createValidator } from "./validator.js";

/**
 * @param {number} first The place of the first kind in the list that the module has; the others
 *   follow.
 * @param {readonly string[]} types What they are told by.
 * @returns {import("./validator.js").More<{ kinds: Readonly<Record<string, object>> }>}
 */
export const createKinds = (first, types) => (starter, name, schema, usual) => {
  /** @param {string} type @param {number} at */
  const create = (type, at) =>
    createValidator(
      starter,
      first + at,
      `${name}.${type}`,
      schema.map((whole) => ofKind(whole, type)),
      () => ({ fixed: Object.freeze({ type }) }),
      usual,
    );
  const kinds = types.map((type, at) => [type, create(type, at)]);
  return { kinds: Object.freeze(Object.fromEntries(kinds)) };
};

/**
 * The schema of one kind of an input, which stands there among its definitions, before those of its
 * parts.
 *
 * @param {import("./schema.js").Json} schema
 * @param {string} type
 */
function ofKind({ $schema, $defs }, type) {
  const kind = Object.values($defs).find(({ properties }) => properties?.type?.const === type);
  return { $schema, ...inlined(kind, $defs) };
}
