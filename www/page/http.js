/** A request or a response as text, the way HTTP lays it out. */
import { laidOut } from "./highlight.js";
import { bytesIn, sizeOf } from "./size.js";

/** Stands in for the key, which the page does not have. */
export const MASKED_KEY = "Basic ••••••••";

/**
 * @typedef {object} Shown A request, however it was made or recorded.
 * @property {string} method
 * @property {string} url
 * @property {Record<string, string>} headers
 * @property {string | null} body
 * @property {import("../worker/record.js").FormPart[]} [form] In place of the body.
 */

/**
 * The request as it will leave: the Worker adds the key, and `fetch` the type of a form.
 *
 * @param {import("./catalog.js").InteraktRequest} built
 * @returns {Shown}
 */
export function shownRequest({ method, url, headers, body }) {
  const all = { authorization: MASKED_KEY, ...headers };
  if (body === null || typeof body === "string") return { method, url, headers: all, body };
  const form = [...body].map(([name, value]) =>
    typeof value === "string"
      ? { name, size: bytesIn(value) }
      : { name, fileName: value.name, type: value.type, size: value.size },
  );
  const type = { "content-type": "multipart/form-data; boundary=…" };
  return { method, url, headers: { ...all, ...type }, body: null, form };
}

/** @param {Shown} request @returns {string} The first line and the headers. */
export function headOf({ method, url, headers }) {
  return [`${method} ${url}`, ...headerLines(headers)].join("\n");
}

/** @param {Record<string, string>} headers */
export function headerLines(headers) {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
}

/** @param {Shown} request @returns {string} The body for reading, and of a form its fields. */
export function bodyOf({ body, form }) {
  if (form) return form.map(describePart).join("\n");
  return body === null ? "" : (laidOut(body) ?? body);
}

/** @param {import("../worker/record.js").FormPart} part */
function describePart({ name, fileName, type, size }) {
  return [`${name}:`, fileName, type, sizeOf(size)].filter(Boolean).join("  ");
}

/** @param {Shown} request @returns {string} */
export function asHttp(request) {
  const body = bodyOf(request);
  return body === "" ? headOf(request) : `${headOf(request)}\n\n${body}`;
}
