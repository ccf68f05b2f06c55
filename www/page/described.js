/** The inputs of operations as they are described: what the package's schemas say, and what it means. */

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
