/** The `Request` that goes out. */
import { ConfigurationError } from "./errors.js";
import { lookAt } from "./look.js";

/**
 * Requests for Node's fetch without what it gets beside them, by the headers of what they are made
 * of: calls share these that differ by the body alone.
 *
 * @type {WeakMap<object, { fetch: import("./fetch.js").Fetch, request: Request }>}
 */
const frames = new WeakMap();

/**
 * What fetch is called with: a request that was looked at. Node's makes one of its own of it: it
 * would pipe the body through two more streams and follow the signal by way of another, which takes
 * half of a call's time. So it gets both beside the request.
 *
 * @param {import("./exchange.js").Exchange} exchange
 * @param {AbortSignal} signal
 * @param {import("./errors.js").Outcome} outcome What is known of the call if there is no request.
 * @returns {[request: Request, beside?: RequestInit]}
 */
export function partsOf({ operation, request: built, fetch }, signal, outcome) {
  const { url, headers, body } = built;
  const beside = /** @type {RequestInit} */ ({ body, signal });
  const frame = frames.get(headers);
  if (frame?.fetch === fetch) return [frame.request, beside];
  // A caller's, or one that somebody has put around Node's, gets nothing but a request. A form is
  // written anew each time, with a boundary that the request's headers do not name.
  const isFrame = Object(body) !== body && String(fetch).includes("internal/deps/undici");
  // Never followed, so that the key goes nowhere else. Workers has no "error".
  /** @type {RequestInit} */
  const init = { method: operation.method, headers, redirect: "manual" };
  if (body !== null && !isFrame) init.body = body;
  /** @type {Request} */
  let request;
  try {
    request = new Request(url, isFrame ? init : { ...init, signal });
  } catch {
    try {
      // Where `Request` does not take the signal (the two are of different realms) a call
      // still ends in time; only the connection is not cut.
      request = new Request(url, init);
    } catch {
      throw refused(operation.name, url, outcome);
    }
  }
  lookAt(request, operation, built, outcome);
  if (!isFrame) return [request];
  frames.set(headers, { fetch, request });
  return [request, beside];
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
