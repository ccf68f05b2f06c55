/** What every answer of the Worker carries, and how it says no. */
import { isConfigurationError, isInteraktError, isValidationError } from "interakt-wasm";
import { TooLong } from "./body.js";
import { WrongServer } from "./server.js";

/** No answer is kept, taken for something else, or read by other sites. */
const OWN = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
};

/**
 * @param {unknown} value
 * @param {number} [status]
 */
export const answer = (value, status = 200) => Response.json(value, { status, headers: OWN });

/**
 * @param {number} status
 * @param {string} message For the person in front of the page.
 */
export const refusal = (status, message) =>
  answer({ error: { name: "ConsoleError", code: `console_${status}`, message } }, status);

/**
 * What went wrong, in words that hold neither key nor recipients.
 *
 * @param {unknown} error
 */
export function failure(error) {
  if (error instanceof TooLong) return refusal(413, error.message);
  if (error instanceof WrongServer) return refusal(500, error.message);
  if (isInteraktError(error)) return answer({ error: described(error) }, statusOf(error));
  console.error(`The Worker failed: ${placeOf(error)}`);
  const message = "The console's Worker failed. Its log says why.";
  return answer({ error: { name: "Error", code: "internal", message, outcome: "unknown" } }, 500);
}

/**
 * Where it went wrong: what an error says may hold what somebody sent.
 *
 * @param {any} error
 */
function placeOf(error) {
  const lines = String(error?.stack ?? "").split("\n");
  return [error?.name ?? typeof error, ...lines.filter((line) => /^\s+at /.test(line))].join("\n");
}

/** @param {import("interakt-wasm").InteraktError} error */
function described(error) {
  const { name, code, message, outcome } = error;
  return {
    name,
    code,
    message,
    outcome,
    ...(isValidationError(error) && { issues: error.issues }),
  };
}

/** @param {import("interakt-wasm").InteraktError} error */
function statusOf(error) {
  if (isValidationError(error)) return 422;
  if (error.code === "edge_unreachable") return 503;
  return isConfigurationError(error) ? 400 : 502;
}

/**
 * Nothing from elsewhere, no inline script; styles of the editor, which it makes
 * at run time, by a nonce.
 *
 * @param {string} nonce
 */
function contentSecurityPolicy(nonce) {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/**
 * A file of the page with the headers that protect it.
 *
 * @param {Response} file
 * @returns {Response}
 */
export function withPageHeaders(file) {
  const headers = new Headers(file.headers);
  headers.set("x-content-type-options", "nosniff");
  headers.set("cross-origin-resource-policy", "same-origin");
  // The names of the files stay the same when their content changes.
  headers.set("cache-control", "no-cache");
  const { status } = file;
  if (!headers.get("content-type")?.startsWith("text/html")) {
    return new Response(file.body, { status, headers });
  }
  headers.set("referrer-policy", "no-referrer");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=()");
  const nonce = crypto.randomUUID();
  headers.set("content-security-policy", contentSecurityPolicy(nonce));
  // A nonce is good for one page view.
  headers.set("cache-control", "no-store");
  headers.delete("etag");
  return new HTMLRewriter()
    .on('meta[property="csp-nonce"]', {
      element(meta) {
        meta.setAttribute("nonce", nonce);
      },
    })
    .transform(new Response(file.body, { status, headers }));
}
