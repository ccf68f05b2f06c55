/** What sends a request. */
import { ConfigurationError } from "./errors.js";

/**
 * @typedef {(request: Request) => unknown} Fetch
 * @typedef {{ createHttpClient?: (options: object) => { close: () => void } }} DenoRuntime
 */

/**
 * @param {Fetch | undefined} given The caller's own.
 * @param {boolean} [repeatable] Whether it does no harm when the request is carried out twice.
 * @returns {Fetch}
 */
export function chooseFetch(given, repeatable) {
  const { Request, Headers, URL } = globalThis;
  const needed = { fetch: given ?? globalThis.fetch, Request, Headers, URL };
  const missing = Object.entries(needed).find(([, value]) => typeof value !== "function");
  if (missing) {
    const [name] = missing;
    const message =
      `This runtime has no ${name}: interakt-wasm sends with the standard fetch. ` +
      `For tests in jsdom, set globalThis.${name}, or run them in Node's environment.`;
    throw new ConfigurationError({ code: "fetch_missing", message });
  }
  return given ?? (repeatable ? globalThis.fetch : fetchOnce);
}

/**
 * When a connection breaks that was kept from an earlier request, Deno sends what
 * it was carrying once more by itself, even a message that the server has read
 * already. So each goes over a connection of its own there.
 *
 * @param {Request} request
 */
async function fetchOnce(request) {
  const { Deno } = /** @type {{ Deno?: DenoRuntime }} */ (globalThis);
  const client = Deno?.createHttpClient?.({ poolMaxIdlePerHost: 0 });
  if (!client) return fetch(request);
  try {
    return await fetch(request, /** @type {RequestInit} */ ({ client }));
  } finally {
    // The answer is still read to its end.
    client.close();
  }
}
