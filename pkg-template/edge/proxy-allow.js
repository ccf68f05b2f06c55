/** What pages may ask for: operations, kinds of messages, templates. */
import { refuse } from "./proxy-refusals.js";

/**
 * @typedef {import("./match-route.js").AnyOperation} AnyOperation
 *
 * @typedef {object} Rules Of an operation.
 * @property {readonly string[] | undefined} kinds
 * @property {readonly string[] | undefined} templates
 * @property {boolean} fallback
 * @property {number} maxMessages 0: no list.
 * @property {boolean} unknownKeys
 * @property {boolean} bound
 * @property {((input: any, who: any) => unknown) | undefined} shape
 */

const MOST_ISSUES = 100;
const UNKNOWN_KEY = "object.unknown_key";

/**
 * Refuses an input that Interakt would refuse, with the issues that the page's own check would show.
 *
 * @param {AnyOperation} operation
 * @param {unknown} input
 * @returns {readonly import("interakt-wasm").Issue[]} Warnings.
 */
export function checkInput(operation, input) {
  const checked = operation.validate(input, { maxIssues: MOST_ISSUES });
  if (checked.ok) return checked.warnings;
  return refuse("input_invalid", { issues: checked.issues });
}

/**
 * Refuses what the page may not send. Decides by what the input says and nothing hidden in it: a key
 * that nobody knows is refused, as it may be one to Interakt.
 *
 * @param {AnyOperation} operation
 * @param {unknown} input As the page sent it.
 * @param {Rules} rules
 */
export function checkAllowed(operation, input, rules) {
  // Before it is looked through: a list may be long.
  if (Array.isArray(input) && !(input.length <= rules.maxMessages)) refuse("list_refused");
  const unknown = checkInput(operation, input).filter(({ code }) => code === UNKNOWN_KEY);
  if (unknown.length > 0 && !rules.unknownKeys) refuse("unknown_key_refused", { issues: unknown });
  for (const one of [input].flat()) checkOne(/** @type {Record<string, any>} */ (one), rules);
}

/** @param {Record<string, any>} input One that is valid. @param {Rules} rules */
function checkOne(input, { kinds, templates, fallback }) {
  if (kinds && !kinds.includes(input.type)) refuse("kind_refused");
  const name = input.template?.name ?? input.template_name;
  if (templates && name !== undefined && !templates.includes(name)) refuse("template_refused");
  if (!fallback && Object.hasOwn(input, "fallback")) refuse("fallback_refused");
}
