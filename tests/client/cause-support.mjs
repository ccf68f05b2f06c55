/** What the tests of an error's cause share. */
import assert from "node:assert/strict";
import { Interakt, isConnectionError } from "interakt-wasm";
import { assertFree } from "./leaks.mjs";
import { API_KEY, failureOf, MESSAGE } from "./support.mjs";

/** Those of a request. */
export const HEADERS = { Authorization: `Basic ${API_KEY}`, "Content-Type": "application/json" };

/**
 * The cause of the ConnectionError when fetch is rejected with what `reject` makes of the request.
 *
 * @param {(request: Request) => unknown} reject
 * @param {string} [apiKey]
 */
export async function causeOf(reject, apiKey = API_KEY) {
  /** @param {Request} request */
  const fetch = (request) => Promise.reject(reject(request));
  const interakt = new Interakt({ apiKey, maxRetries: 0, fetch: /** @type {any} */ (fetch) });
  const error = await failureOf(interakt.sendMessage(MESSAGE));
  assert.ok(isConnectionError(error));
  assertFree(error, apiKey);
  return /** @type {any} */ (error.cause);
}

/**
 * @param {string} message
 * @param {object} more
 */
export const errorWith = (message, more) => Object.assign(new Error(message), more);

/** As HTTP libraries make them: the request is on the error. */
export function axiosError() {
  const config = { url: "/message/", method: "post", headers: { ...HEADERS }, data: "{}" };
  const error = errorWith("Network Error", { name: "AxiosError", code: "ERR_NETWORK", config });
  const toJSON = () => ({ message: error.message, config });
  return Object.assign(error, {
    request: { _header: `POST / HTTP/1.1\r\nAuthorization: Basic ${API_KEY}` },
    toJSON,
  });
}
