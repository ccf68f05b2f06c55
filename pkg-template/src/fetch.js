/** What sends a request. */
import { ConfigurationError } from "./errors.js";

/**
 * @typedef {(request: Request, beside?: RequestInit) => unknown} Fetch
 * @typedef {{ createHttpClient?: (options: object) => { close: () => void } }} DenoRuntime
 */

/**
 * @param {Fetch | undefined} given The caller's own.
 * @param {boolean} [repeatable] Whether it does no harm when the request is carried out twice.
 * @returns {Fetch}
 */
export function chooseFetch(given, repeatable) {
  const fetch = given ?? globalThis.fetch;
  const { Request, Headers, URL } = globalThis;
  for (const [name, value] of Object.entries({ fetch, Request, Headers, URL })) {
    if (typeof value === "function") continue;
    const message =
      `This runtime has no ${name}: interakt-wasm sends with the standard fetch. ` +
      `For tests in jsdom, set globalThis.${name}, or run them in Node's environment.`;
    throw new ConfigurationError({ code: "fetch_missing", message });
  }
  return given ?? (repeatable ? fetch : fetchOnce);
}

/**
 * What a fetch gets beside the request and not in it. Node's makes a request of the one that it
 * gets: it pipes the body through two more streams and follows the signal by way of another,
 * which takes half of a call's time. A caller's fetch gets nothing but a request.
 *
 * @param {Fetch} fetch
 * @param {string | FormData | null} body
 * @param {AbortSignal} signal
 * @returns {RequestInit | undefined} Nothing: all of it is in the request.
 */
export function besideRequest(fetch, body, signal) {
  const { process, Bun } = /** @type {any} */ (globalThis);
  const isOwn = fetch === fetchOnce || fetch === globalThis.fetch;
  if (!isOwn || Bun || process?.release?.name !== "node") return undefined;
  if (typeof body === "string") return { body, signal };
  // A form is written anew each time, with a boundary that the request's headers do not name.
  return body ? undefined : { signal };
}

/**
 * When a connection breaks that was kept from an earlier request, Deno sends what
 * it was carrying once more by itself, even a message that the server has read
 * already. So each goes over a connection of its own there.
 *
 * @type {Fetch}
 */
function fetchOnce(request, beside) {
  const { Deno } = /** @type {{ Deno?: DenoRuntime }} */ (globalThis);
  const client = Deno?.createHttpClient?.({ poolMaxIdlePerHost: 0 });
  if (!client) return fetch(request, beside);
  // The answer is still read to its end.
  return fetch(request, /** @type {RequestInit} */ ({ client })).finally(() => client.close());
}
