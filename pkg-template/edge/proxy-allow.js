/** What pages may ask for: operations, kinds of messages, templates. */
import { sendRcs } from "interakt-wasm";
import { rowOfCallbackData } from "./callback-data.js";
import { refuse } from "./proxy-refusals.js";

/**
 * @typedef {import("./match-route.js").AnyOperation} AnyOperation
 * @typedef {import("interakt-wasm").Issue} Issue
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

const UNKNOWN_KEY = "object.unknown_key";
/** Of this issue it is not known what it stands for. */
const NOT_LISTED = "issues.not_listed";

/**
 * Refuses an input that Interakt would refuse, with the issues that the page's own check would show.
 *
 * @param {AnyOperation} operation
 * @param {unknown} input
 * @param {Issue["path"]} [path] Of the input in what the page sent.
 * @returns {Issue[]} Warnings.
 */
export function checkInput(operation, input, path = []) {
  const checked = operation.validate(input);
  const issues = checked.ok ? checked.warnings : checked.issues;
  const placed = issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
  return checked.ok ? placed : refuse("input_invalid", { issues: placed });
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
  const isList = Array.isArray(input);
  // Before it is looked through: a list may be long.
  if (isList && !(input.length <= rules.maxMessages)) refuse("list_refused");
  checkKeys(checkInput(operation, input), rules);
  for (const [index, one] of [input].flat().entries()) {
    checkOne(/** @type {any} */ (one), rules, isList ? [index] : []);
  }
}

/** @param {Issue[]} warnings @param {Rules} rules */
function checkKeys(warnings, { unknownKeys }) {
  if (unknownKeys) return;
  const unknown = warnings.filter(({ code }) => code === UNKNOWN_KEY);
  if (unknown.length > 0) refuse("unknown_key_refused", { issues: unknown });
  if (warnings.some(({ code }) => code === NOT_LISTED)) {
    refuse("input_invalid", { issues: warnings });
  }
}

/** @param {Record<string, any>} input One that is valid. @param {Rules} rules @param {Issue["path"]} path */
function checkOne(input, rules, path) {
  checkContent(input, rules);
  if (!Object.hasOwn(input, "fallback")) return;
  if (!rules.fallback) refuse("fallback_refused");
  const fallback = /** @type {Record<string, any>[]} */ (input.fallback);
  // Each of many SMS would be paid for.
  const isOnce = new Set(fallback.map(({ channel }) => channel)).size === fallback.length;
  if (!isOnce) refuse("fallback_refused");
  for (const [index, { channel, ...instead }] of fallback.entries()) {
    // An SMS has no type: that it may be sent is what `fallback: true` says.
    if (channel === "sms") checkContent(instead, { ...rules, kinds: undefined });
    else checkRcs(instead, rules, [...path, "fallback", index]);
  }
}

/** Whom an RCS message in a fallback is for, where it does not say so. */
const SOMEBODY = { fullPhoneNumber: "919876543210" };
const NUMBERS = ["fullPhoneNumber", "countryCode", "phoneNumber"];

/**
 * The rules let any key pass here. A page's are those of an RCS message.
 *
 * @param {Record<string, any>} instead
 * @param {Rules} rules
 * @param {Issue["path"]} path
 */
function checkRcs(instead, rules, path) {
  if (Object.hasOwn(instead, "fallback")) refuse("fallback_refused");
  const isFor = NUMBERS.some((name) => Object.hasOwn(instead, name));
  checkKeys(checkInput(sendRcs, isFor ? instead : { ...instead, ...SOMEBODY }, path), rules);
  checkContent(instead, rules);
}

/**
 * @param {Record<string, any>} content Of a message, or of what is sent in its place.
 * @param {Rules} rules
 */
function checkContent(
  { type, template, template_name, content, callbackData },
  { kinds, templates },
) {
  if (kinds && !kinds.includes(type)) refuse("kind_refused");
  for (const name of [template?.name, template_name, content?.dlt_te_id]) {
    if (templates && name !== undefined && !templates.includes(name)) refuse("template_refused");
  }
  if (rowOfCallbackData(String(callbackData).trim())) refuse("callback_data_refused");
}
