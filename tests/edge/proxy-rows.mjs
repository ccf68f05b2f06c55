/**
 * Everything that the proxy refuses: what is asked, and what comes back. Runs wherever a proxy does;
 * a row's proxy answers below `/<its number>`.
 */

import { KEY, TEXT } from "./proxy-inputs.mjs";
import { OF_INPUTS } from "./proxy-rows-input.mjs";
import { OF_PEOPLE } from "./proxy-rows-people.mjs";
import { OF_REQUESTS } from "./proxy-rows-request.mjs";

/** @typedef {import("./proxy-inputs.mjs").Row} Row */

export const ROWS = [...OF_REQUESTS, ...OF_INPUTS, ...OF_PEOPLE];

/** The options of a row's proxy. @param {Row} row @param {string} upstream */
export const optionsOf = ({ options }, upstream) => ({
  ...{ apiKey: KEY, baseUrl: upstream },
  allow: {
    ...{ sendMessage: true, sendRcs: true, trackUser: true, getUserById: true, assignChat: true },
    ...{ listTemplates: true, uploadMedia: true, listUsers: true, getUserByPhone: true },
  },
  origins: ["https://shop.example"],
  authorize: () => ({ id: "somebody" }),
  ...options,
});

/**
 * What is sent for a row, with its proxy's own prefix.
 *
 * @param {Row} row
 * @param {number} number
 * @param {any} operations
 */
export function requestOf(
  { operation = "sendMessage", input = TEXT, raw = {} },
  number,
  operations,
) {
  const { path } = operations.find((/** @type {any} */ one) => one.name === operation);
  /** @type {Record<string, string>} */
  const headers = {
    origin: "https://shop.example",
    "content-type": "application/json",
    ...raw.headers,
  };
  if (headers.origin === "") delete headers.origin;
  if (raw.method === "GET") delete headers["content-type"];
  const body = raw.body ?? (raw.method === "GET" ? undefined : JSON.stringify(input));
  return { ...raw, path: `/${number}${raw.path ?? path}`, headers, body };
}
