/** The answers that do not depend on the operation, and how any answer becomes a `Response`. */

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string>} headers
 * @property {string | Uint8Array} body
 */

/** What the collection shows in `Retry-After`, in seconds. */
export const SHOWN_RETRY_AFTER = 20;

/**
 * @param {number} status
 * @param {unknown} content
 * @param {Record<string, string>} [headers]
 * @returns {Answer}
 */
export function json(status, content, headers = {}) {
  return {
    status,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(content),
  };
}

/**
 * A page, as a web server in front of the API sends it.
 * @param {number} status
 * @param {string} title
 * @param {Record<string, string>} [headers]
 * @returns {Answer}
 */
export function html(status, title, headers = {}) {
  return {
    status,
    headers: { "content-type": "text/html; charset=utf-8", ...headers },
    body: `<!doctype html>\n<html lang="en">\n<title>${title}</title>\n<h1>${title}</h1>\n</html>\n`,
  };
}

/**
 * @param {number} status
 * @param {string} message
 */
export function refusal(status, message) {
  return json(status, { result: false, message });
}

export function unauthorized() {
  return refusal(401, "Unauthorized");
}

export function notFound() {
  return html(404, "Not Found");
}

/** @param {string[]} methods */
export function methodNotAllowed(methods) {
  return html(405, "Method Not Allowed", { allow: methods.join(", ") });
}

/** @param {number} seconds */
export function rateLimited(seconds) {
  const content = { result: false, message: "Rate limit exceeded for this resource" };
  return json(429, content, { "retry-after": String(seconds) });
}

/**
 * @param {Answer} answer
 * @returns {Response}
 */
export function toResponse({ status, headers, body }) {
  // These statuses forbid even an empty string as body.
  const bodiless = status === 204 || status === 205 || status === 304;
  return new Response(bodiless ? null : /** @type {BodyInit} */ (body), { status, headers });
}
