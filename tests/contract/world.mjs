/** What every case works with. Runs in every runtime that the suite runs in. */
import { assert } from "chai";

export { failureOf } from "../support/failure.mjs";

/**
 * @typedef {object} World
 * @property {any} api the package's exports. Untyped: cases also pass what the types forbid
 * @property {Record<"forms" | "customer" | "phone" | "phone-field" | "bulk", any>} entries what the smaller entries export
 * @property {typeof import("interakt-wasm/simulator").createSimulator} createSimulator
 * @property {import("../support/remote.mjs").Remote} remote the simulator behind HTTP
 */

/**
 * @typedef {object} Case
 * @property {string} name a sentence
 * @property {(world: World) => Promise<void>} run rejects when it does not hold
 */

/** Well formed, and nobody's. */
export const KEY = "bmlsZ2lyaS10ZWEtaG91c2U6";

/** A message that needs nothing but a recipient whose window is open. */
export const TEXT = {
  countryCode: "+91",
  phoneNumber: "9876543210",
  type: "Text",
  data: { message: "Your tea leaves the warehouse today." },
};

/** A message that needs a template. */
export const TEMPLATE = {
  fullPhoneNumber: "919876543210",
  type: "Template",
  template_category: "utility",
  template: { name: "order_packed", languageCode: "en", bodyValues: ["Asha"] },
};

/**
 * A client of the simulator behind HTTP.
 * @param {World} world
 * @param {object} [options]
 */
export function clientOf({ api, remote }, options) {
  return new api.Interakt({
    apiKey: KEY,
    baseUrl: remote.baseUrl,
    maxRetries: 0, // each case says what one answer means
    dangerouslyAllowBrowser: true, // the suite also runs in a page, with a key that is nobody's
    ...options,
  });
}

/**
 * Builds a request, sends it with the runtime's own `fetch`, and parses the answer.
 * @param {World} world
 * @param {string} name of the operation
 * @param {unknown} input
 */
export async function exchange({ api, remote }, name, input) {
  const operation = api[name];
  const request = operation.build(input, { apiKey: KEY, baseUrl: remote.baseUrl });
  const response = await fetch(new Request(request.url, request));
  const body = new Uint8Array(await response.arrayBuffer());
  return operation.parse(response.status, response.headers, body);
}

/**
 * The input with its file, which JSON cannot hold, as a Blob.
 * @param {any} input
 */
export function withFile(input) {
  if (input.file?.base64 === undefined) return input;
  const { base64, type } = input.file;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return { ...input, file: new Blob([bytes], { type }) };
}

/**
 * The input with one phone form where it has both: `fullPhoneNumber`, and the pair.
 * @param {any} input one message or an array of them
 * @returns {any[]}
 */
export function eitherForm(input) {
  if (Array.isArray(input)) {
    const each = input.map(eitherForm);
    return [0, 1].map((form) => each.map((forms) => forms[form]));
  }
  const { countryCode, phoneNumber, fullPhoneNumber, ...rest } = input;
  return [
    { ...rest, fullPhoneNumber },
    { ...rest, countryCode, phoneNumber },
  ];
}

/**
 * Asserts that the value holds all that is expected, and maybe more: arrays are compared
 * item by item, objects by the keys that are expected.
 * @param {unknown} value
 * @param {unknown} expected
 */
export function assertHolds(value, expected) {
  assert.deepEqual(only(value, expected), expected);
}

/**
 * The part of the value that is spoken of.
 * @param {any} value
 * @param {any} expected
 * @returns {unknown}
 */
function only(value, expected) {
  if (typeof expected !== "object" || expected === null) return value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(expected)) {
    return Array.isArray(value) ? value.map((item, index) => only(item, expected[index])) : value;
  }
  return Object.fromEntries(
    Object.entries(expected).map(([name, part]) => [name, only(value[name], part)]),
  );
}

/**
 * Asserts the class and some properties of an error.
 * @param {any} error
 * @param {any} Class
 * @param {Record<string, unknown>} properties
 */
export function assertError(error, Class, properties) {
  assert.instanceOf(error, Class);
  assertHolds(error, properties);
}
