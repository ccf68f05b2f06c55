/** What sends a request. */
import { ConfigurationError } from "./errors.js";

/**
 * @typedef {(request: Request, beside?: RequestInit) => unknown} Fetch
 * @typedef {{ createHttpClient: (options: object) => { close: () => void } }} DenoRuntime
 */

/**
 * @param {Fetch | undefined} given The caller's own.
 * @param {boolean} [repeatable] Whether it does no harm when the request is carried out twice.
 * @returns {Fetch}
 */
export function chooseFetch(given, repeatable) {
  for (const name of /** @type {const} */ (["fetch", "Request", "Headers", "URL"])) {
    if (typeof ((name === "fetch" && given) || globalThis[name]) === "function") continue;
    const message =
      `This runtime has no ${name}, which sending needs. In jsdom, set globalThis.${name}, or run ` +
      "the tests in Node's environment.";
    throw new ConfigurationError({ code: "fetch_missing", message });
  }
  const { fetch, Deno } = /** @type {typeof globalThis & { Deno?: DenoRuntime }} */ (globalThis);
  if (given || repeatable || !Deno?.createHttpClient) return given ?? fetch;
  // When a connection breaks that was kept from an earlier request, Deno sends what it was carrying
  // once more by itself, even a message that the server has read already. So each goes over a
  // connection of its own there.
  return (request) => {
    const client = Deno.createHttpClient({ poolMaxIdlePerHost: 0 });
    // The answer is still read to its end.
    return fetch(request, /** @type {RequestInit} */ ({ client })).finally(() => client.close());
  };
}
