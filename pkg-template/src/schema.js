/**
 * The JSON Schema of an input, which comes as the text that a module exports: with the entry that
 * carries everything, otherwise in a file of its own, loaded when it is read.
 */
import { ConfigurationError } from "./failure.js";

/**
 * @typedef {object} Schema
 * @property {() => object | Promise<object>} read
 * @property {object} [standard] What Standard JSON Schema wants of it, which knows no promises.
 */

/**
 * @param {string} text
 * @returns {Schema}
 */
export function carried(text) {
  /** @type {object | undefined} */
  let schema;
  const read = () => {
    schema ??= /** @type {object} */ (JSON.parse(text));
    return schema;
  };

  /** @param {{ target?: string }} [options] */
  function jsonSchema({ target = "draft-2020-12" } = {}) {
    if (target !== "draft-2020-12") {
      const message = "The only JSON Schema that is written here is draft-2020-12.";
      throw new ConfigurationError({ code: "schema_target", message });
    }
    return read();
  }
  // What is validated is what is sent: the output's schema is the input's.
  return { read, standard: { jsonSchema: { input: jsonSchema, output: jsonSchema } } };
}

/**
 * @param {() => Promise<{ default: string }>} load Its file: in an expression that bundlers know.
 * @returns {Schema}
 */
export function loaded(load) {
  /** @type {Promise<object> | undefined} */
  let schema;
  return {
    read() {
      if (schema) return schema;
      schema = load().then(({ default: text }) => JSON.parse(text));
      // Read again, it is loaded again. And whatever lists the properties of a value reads it.
      schema.catch(() => {
        schema = undefined;
      });
      return schema;
    },
  };
}
