/** Which pages may ask, and what browsers want to be told of it. */
import { refuse } from "./proxy-refusals.js";

/**
 * @typedef {object} OriginRules
 * @property {readonly string[]} origins Besides the proxy's own.
 * @property {boolean} missingOrigin
 * @property {boolean} credentials
 * @property {readonly string[]} headers That pages may set.
 */

/**
 * Refuses a request of a page that may not ask.
 *
 * A page cannot choose its `Origin`, and cannot leave it out of a POST, nor out of what it wants to
 * read the answer to from elsewhere; `Sec-Fetch-Site` is the browser's as well. A GET without both is
 * one of an old browser's page of this very origin, or of a program: it reads, and changes nothing.
 *
 * @param {Request} request
 * @param {OriginRules} rules
 */
export function checkOrigin({ method, url, headers }, { origins, missingOrigin }) {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (origin !== null) {
    if (origins.includes(origin)) return;
    // Behind a server that ends TLS the URL has another scheme than the page; the browser knows.
    if (site === null ? origin === new URL(url).origin : site === "same-origin") return;
    refuse("origin_refused");
  }
  if (site === "same-origin" || missingOrigin) return;
  if (site !== null && site !== "none") refuse("origin_refused");
  if (method !== "GET") refuse("origin_missing");
}

/**
 * The headers of every answer.
 *
 * @param {Request} request
 * @param {OriginRules} rules
 * @returns {Record<string, string>}
 */
export function originHeaders({ headers }, { origins, credentials }) {
  const origin = headers.get("origin");
  const base = {
    vary: "Origin",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
  // Its own pages need none, and any other is not to read the answer.
  if (origin === null || !origins.includes(origin)) return base;
  return {
    ...base,
    "access-control-allow-origin": origin,
    "access-control-expose-headers": "Retry-After",
    ...(credentials && { "access-control-allow-credentials": "true" }),
  };
}

/** @param {Request} request Whether a browser asks what a page may. */
export const isPreflight = ({ method, headers }) =>
  method === "OPTIONS" && headers.has("origin") && headers.has("access-control-request-method");

/**
 * Whatever a page of these origins asks for: what it then sends is refused in words, which it could
 * not read if the browser did not send it.
 *
 * @param {OriginRules} rules
 * @returns {Response}
 */
export const answerPreflight = ({ headers }) =>
  new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-methods": "GET, POST",
      "access-control-allow-headers": headers.join(", "),
      "access-control-max-age": "600",
    },
  });
