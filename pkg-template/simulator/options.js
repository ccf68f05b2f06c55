/** What the simulator can be told, and what it refuses by name. */

import { operations } from "interakt-wasm";
import { readTemplate } from "../book-template.js";
import { isListOf } from "../list.js";
import { strangerIn } from "../options.js";

/** @typedef {import("../types/simulator.js").FaultSpec} FaultSpec */
/** @typedef {import("../types/simulator.js").SimulatedTemplate} SimulatedTemplate */
/** @typedef {import("../types/simulator.js").SimulatorOptions} SimulatorOptions */

/** @type {(value: unknown) => boolean} */
const isText = (value) => typeof value === "string" && value !== "";
/** @type {(value: unknown) => boolean} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** @type {(value: unknown) => boolean} */
const isFunction = (value) => typeof value === "function";
/** @type {(value: unknown) => boolean} */
const isBoolean = (value) => typeof value === "boolean";
/** @type {(value: unknown) => boolean} */
const isMaybeText = (value) => value === undefined || typeof value === "string";

/** @type {(values: Iterable<unknown>, fits: (value: unknown) => boolean) => boolean} */
function isEach(values, fits) {
  for (const value of values) if (!fits(value)) return false;
  return true;
}

/** @type {(value: any) => boolean} */
const isTexts = (value) =>
  typeof value === "object" &&
  typeof value?.[Symbol.iterator] === "function" &&
  isEach(value, isText);

/** @type {(template: any) => boolean} */
function isTemplate(template) {
  if (!isObject(template) || template.category === undefined) return false;
  try {
    readTemplate(template, 0);
    return true;
  } catch {
    return false;
  }
}

/** @type {(customer: any) => boolean} */
const isCustomer = (customer) =>
  isObject(customer) &&
  [customer.phone_number, customer.country_code, customer.user_id].every((value) =>
    isMaybeText(value ?? undefined),
  ) &&
  (customer.traits === undefined || isObject(customer.traits));

/**
 * Whether a `Response` can have it.
 * @type {(value: any) => boolean}
 */
const isStatus = (value) => Number.isInteger(value) && value >= 200 && value <= 599;

/** @type {(value: any) => boolean} */
function isHeaders(value) {
  if (!isObject(value) || Symbol.iterator in value) return false;
  try {
    new Headers(value);
    return Object.values(value).every((text) => typeof text === "string");
  } catch {
    return false;
  }
}

/** @type {(value: any) => boolean} */
function isBody(value) {
  if (ArrayBuffer.isView(value)) return true;
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}

/**
 * What each option must be, by name.
 * @typedef {Record<string, [fits: (value: any) => boolean, must: string]>} Rules
 */

/** What a template must be. */
const TEMPLATE =
  "the texts name, language and category, and what else it has as listTemplates answers it";

/** @type {Rules} Those of `plan`, `requestsPerMinute` and `webhooks` stand where they are used. */
const OPTIONS = {
  apiKey: [isText, "the key as a text that is not empty"],
  now: [isFunction, "a function that gives milliseconds since 1970"],
  windowOpen: [
    (value) => isFunction(value) || isTexts(value),
    'a list of numbers as texts, such as ["919876543210"], or a function of one',
  ],
  templates: [(value) => isListOf(value, isTemplate), `a list of templates, each with ${TEMPLATE}`],
  customers: [
    (value) => isListOf(value, isCustomer),
    "a list of customers, each an object with numbers and ids as texts",
  ],
};

/** @type {Rules} */
const FAULT = {
  on: [
    (value) => isFunction(value) || operations.some(({ name }) => name === value),
    "the name of an operation, or a function of the request",
  ],
  times: [
    (value) => value === Number.POSITIVE_INFINITY || (Number.isInteger(value) && value >= 0),
    "how many requests, a whole number or Infinity",
  ],
  status: [isStatus, "a status that a Response can have, from 200 to 599"],
  body: [isBody, "a text, bytes, or a value that JSON can carry"],
  headers: [isHeaders, "an object of texts that headers can carry"],
  error: [
    (value) => isBoolean(value) || typeof value === "string" || isObject(value),
    "true, a message, or an Error",
  ],
  delayMs: [
    (value) => typeof value === "number" && value >= 0 && value < Number.POSITIVE_INFINITY,
    "milliseconds, 0 or more",
  ],
  hang: [isBoolean, "true or false"],
};

/**
 * @param {unknown} given
 * @param {string[]} names
 * @param {string} whose
 * @throws TypeError for what is none of them.
 */
export function checkNames(given, names, whose) {
  const stranger = strangerIn(given, names, whose);
  if (stranger) throw new TypeError(stranger);
}

/**
 * @param {string} what
 * @param {any} given
 * @param {Rules} rules
 */
function check(what, given, rules) {
  if (!isObject(given)) throw new TypeError(`${what}: an object`);
  for (const [name, [fits, must]] of Object.entries(rules)) {
    if (given[name] !== undefined && !fits(given[name])) throw new TypeError(`${name}: ${must}`);
  }
}

/**
 * @param {SimulatorOptions} options
 * @throws TypeError for one that is none.
 */
export function checkOptions(options) {
  const names = [...Object.keys(OPTIONS), "plan", "requestsPerMinute", "webhooks"];
  checkNames(options, names, "A simulator");
  check("options", options, OPTIONS);
}

/** @type {Rules} */
const WHICH = {
  name: [isText, "the code name of a template"],
  language: [isText, "the language code of a template"],
};

/**
 * @param {{ name: string, language?: string | undefined }} which
 * @param {Partial<SimulatedTemplate>} changes
 * @throws TypeError for what no template can be called or become.
 */
export function checkChange(which, changes) {
  checkNames(which, Object.keys(WHICH), "changeTemplate");
  check("changeTemplate", which, WHICH);
  if (which.name === undefined) throw new TypeError(`name: ${WHICH.name?.[1]}`);
  const some = { name: "any", language: "en", category: "UTILITY" };
  if (!isObject(changes) || !isTemplate({ ...some, ...changes })) {
    throw new TypeError(`changes: ${TEMPLATE}`);
  }
}

/**
 * @param {FaultSpec} spec
 * @throws TypeError for what cannot be played.
 */
export function checkFault(spec) {
  checkNames(spec, Object.keys(FAULT), "fault");
  check("fault", spec, FAULT);
}
