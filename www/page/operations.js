/** The operations of the package, for inputs of any kind. */
import { operations } from "interakt-wasm/web";

/**
 * @typedef {object} Operation
 * @property {import("interakt-wasm").OperationName} name
 * @property {"GET" | "POST"} method
 * @property {string} path
 * @property {import("./phone-input.js").Schema | Promise<import("./phone-input.js").Schema>} schema Of
 *   its input. The entry for pages loads each when it is read.
 * @property {(input: unknown, options?: { templates?: import("interakt-wasm").TemplateBook }) => import("interakt-wasm").Validation<unknown>} validate
 * @property {(input: unknown, options?: { baseUrl?: string }) => import("interakt-wasm").InteraktRequest} build
 */

const known = /** @type {readonly Operation[]} */ (/** @type {readonly unknown[]} */ (operations));

/** @param {string} name @returns {Operation} */
export function operationOf(name) {
  const operation = known.find((candidate) => candidate.name === name);
  if (operation === undefined) throw new Error(`the package has no operation ${name}`);
  return operation;
}

/**
 * The JSON Schema of an operation's input, which is loaded when it is asked for.
 *
 * @param {string} name Of the operation.
 * @returns {Promise<import("./phone-input.js").Schema>}
 */
export const schemaOf = async (name) => operationOf(name).schema;
