/** Issues by the fields that they are about, and as a text. */
import { nameOf } from "./form-names.js";

/**
 * @typedef {{ readonly message: string, readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined }} Told
 *   An issue of this package, or of any Standard Schema.
 */

/**
 * @param {Told} issue
 * @returns {(string | number)[]}
 */
export const stepsOf = ({ path = [] }) =>
  // No value is nested deeper; a list of holes would be walked for minutes.
  path.slice(0, 512).map((step) => {
    const key = typeof step === "object" ? step.key : step;
    return typeof key === "number" ? key : String(key);
  });

/**
 * @param {readonly T[]} issues
 * @template {Told} T
 */
export function flatten(issues) {
  /** @type {T[]} */
  const formIssues = [];
  /** @type {Map<string, T[]>} */
  const byField = new Map();
  for (const issue of issues) {
    const steps = stepsOf(issue);
    const name = nameOf(steps);
    const told = steps.length === 0 ? formIssues : byField.get(name);
    if (told) told.push(issue);
    else byField.set(name, [issue]);
  }
  // A property of its own, whatever it is called.
  return { formIssues, fieldIssues: Object.fromEntries(byField) };
}

/**
 * @param {readonly Told[]} issues
 * @returns {string} A line for each.
 */
export const summarize = (issues) =>
  Array.from(issues, (issue) =>
    [nameOf(stepsOf(issue)), issue.message].filter(Boolean).join(": "),
  ).join("\n");
