/** What validates the inputs of an operation, or parts of them. */
import { ConfigurationError } from "./failure.js";
import { fileOf } from "./file.js";
import { toJson, Unserializable } from "./input.js";
import { inside } from "./inside.js";
import { withNames } from "./names.js";

/**
 * @typedef {import("./errors.js").Issue} Issue
 * @typedef {Pick<import("./start.js").Core, "validate" | "unserializable">} Checks The part of the
 *   module that validates.
 */

/** @param {Issue[]} issues */
const warningsOf = (issues) => issues.filter(({ severity }) => severity === "warning");

/**
 * @param {Checks} core
 * @param {Unserializable} found
 */
export const issueOf = (core, { path, reason }) =>
  /** @type {Issue} */ ({ ...core.unserializable(reason), path });

/**
 * @param {import("./start.js").Starter<Checks>} starter
 * @param {number} index The place of what it validates in the list that the module has.
 * @param {string} name
 * @param {string} schemaText
 * @param {T} [more] What it has besides.
 * @template {object} T
 */
export function createValidator({ core }, index, name, schemaText, more) {
  /** @type {object | undefined} */
  let schema;

  /** @param {unknown} input */
  function validate(input) {
    const json = toJson(input);
    if (json instanceof Unserializable) {
      return { ok: false, issues: [issueOf(core(), json)], warnings: [] };
    }
    const found = /** @type {Issue[]} */ (inside(() => core().validate(index, json)));
    withNames(found);
    const warnings = warningsOf(found);
    if (warnings.length < found.length) {
      return { ok: false, issues: found.filter((issue) => !warnings.includes(issue)), warnings };
    }
    return { ok: true, value: fileOf(input) ? input : JSON.parse(json), warnings };
  }

  /** @param {{ target?: string }} [options] */
  function jsonSchema({ target = "draft-2020-12" } = {}) {
    if (target !== "draft-2020-12") {
      const message = "The only JSON Schema that is written here is draft-2020-12.";
      throw new ConfigurationError({ code: "schema_target", message });
    }
    return validator.schema;
  }

  const validator = Object.freeze({
    name,
    .../** @type {T} */ (more),
    validate,

    get schema() {
      schema ??= JSON.parse(schemaText);
      return schema;
    },

    get "~standard"() {
      return {
        version: 1,
        vendor: "interakt-wasm",
        /** @param {unknown} input */
        validate(input) {
          const result = validate(input);
          return result.ok ? { value: result.value } : { issues: result.issues };
        },
        // What is validated is what is sent: the output's schema is the input's.
        jsonSchema: { input: jsonSchema, output: jsonSchema },
      };
    },
  });
  return validator;
}
