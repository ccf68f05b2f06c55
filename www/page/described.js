/** The inputs of operations as they are described: what the package's schemas say, and what it means. */
import { withoutExamples } from "./whom.js";

/**
 * The schema of an operation's input with documentation and examples, which the package leaves
 * out. The build writes it; it is loaded when it is asked for, and once.
 *
 * @param {string} name Of the operation.
 * @returns {Promise<import("./schema.js").Schema>}
 */
export async function describedOf(name) {
  const { default: schema } = await import(`../../build/generated/schemas/${name}.json`, {
    with: { type: "json" },
  });
  return schema;
}

/** @type {WeakMap<object, import("./schema.js").Schema>} */
const nameless = new WeakMap();

/**
 * The same for a real account: what is offered to fill in names nobody.
 *
 * @param {string} name Of the operation.
 */
export async function namelessOf(name) {
  const schema = await describedOf(name);
  const known = nameless.get(schema) ?? withoutExamples(schema);
  nameless.set(schema, known);
  return known;
}
