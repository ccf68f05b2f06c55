/** From what the WebAssembly module leaves to answers and errors. */
import { CLASSES } from "./error_classes.js";
import { ApiError, ConfigurationError, ValidationError } from "./errors.js";
import { nameOf } from "./form-names.js";
import { asFailure, inside } from "./inside.js";
import { errorsOf, readIssues } from "./issues.js";
import { receive } from "./texts.js";

/**
 * @typedef {import("./errors.js").Issue} Issue
 * @typedef {{ kind: "validation", operation: string, report: string }
 *   | { kind: "configuration", code: string, message: string }
 *   | ({ kind: "api" } & import("./errors.js").ApiDescription)} Described What the module says of
 *   what went wrong.
 */

/**
 * The error of the right class.
 *
 * @param {Described | null} description
 * @param {import("./start.js").Catalogue | undefined} catalogue
 * @returns {unknown}
 */
function toError(description, catalogue) {
  switch (description?.kind) {
    case "validation":
      if (!catalogue) return asFailure(description);
      return invalid(description.operation, readIssues(catalogue, description.report));
    case "configuration":
      return new ConfigurationError(description);
    case "api":
      return new (CLASSES[description.code] ?? ApiError)(description);
    default:
      return asFailure(description);
  }
}

/**
 * The text that the module leaves; throws the error that it leaves in place of one.
 *
 * @param {import("./start.js").Core} core
 * @param {() => boolean} call Calls the module.
 * @param {import("./start.js").Catalogue} [catalogue] For a call that checks an input.
 */
export function ask(core, call, catalogue) {
  const { done, text } = inside(() => ({ done: call(), text: receive(core) }));
  if (done) return text;
  throw toError(JSON.parse(text), catalogue);
}

/** Most issues and most characters of each in the message of an error; `issues` has them all. */
const SHOWN_ISSUES = 5;
const SHOWN_CHARACTERS = 300;

/**
 * @param {string} operation
 * @param {Issue[]} issues
 */
export function invalid(operation, issues) {
  const errors = errorsOf(issues);
  const lines = errors.slice(0, SHOWN_ISSUES).map(({ path, message }) => {
    const line = `${nameOf(path) || "input"}: ${message}`;
    return `  ${line.length > SHOWN_CHARACTERS ? `${line.slice(0, SHOWN_CHARACTERS)}…` : line}`;
  });
  if (errors.length > SHOWN_ISSUES) lines.push(`  and ${errors.length - SHOWN_ISSUES} more`);
  const message = [`${operation}: the input is not valid, nothing was sent.`, ...lines].join("\n");
  return new ValidationError({ code: "invalid_input", message, operation, issues });
}
