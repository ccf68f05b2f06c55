/** The `Request` that goes out. */
import { ConfigurationError } from "./errors.js";

/**
 * @param {import("./exchange.js").Exchange} exchange
 * @param {AbortSignal | undefined} signal
 * @param {import("./errors.js").Outcome} outcome What is known of the call if there is no request.
 * @returns {Request}
 */
export function createRequest({ name, method, url, headers, body }, signal, outcome) {
  // Never followed, so that the key goes nowhere else. Workers has no "error".
  /** @type {RequestInit} */
  const init = { method, headers, redirect: "manual" };
  if (body !== null) init.body = body;
  try {
    return new Request(url, signal ? { ...init, signal } : init);
  } catch {
    try {
      // Where `Request` does not take the signal (the two are of different realms) a call
      // still ends in time; only the connection is not cut.
      return new Request(url, init);
    } catch {
      throw refused(name, url, outcome);
    }
  }
}

/**
 * @param {string} operation
 * @param {string} url
 * @param {import("./errors.js").Outcome} outcome
 */
function refused(operation, url, outcome) {
  try {
    new URL(url);
  } catch {
    const message = "baseUrl is not a valid URL.";
    return new ConfigurationError({ code: "base_url_invalid", message, operation, outcome });
  }
  const message = "This runtime refuses the request: check baseUrl and headers.";
  return new ConfigurationError({ code: "request_invalid", message, operation, outcome });
}
