/**
 * Looks at a request before it goes out. There are runtimes, sandboxes and polyfills whose
 * `Request` forgets what it was told; a server that answers 200 would make a message of it that
 * never went out.
 */
import { ConfigurationError } from "./errors.js";

/** Classes of requests that keep a body. @type {WeakSet<typeof Request>} */
const keeping = new WeakSet();

/**
 * Throws unless the request is what was built.
 *
 * @param {Request} request
 * @param {import("./hooks.js").Operation} operation
 * @param {import("./exchange.js").Exchange["request"]} built
 * @param {import("./errors.js").Outcome} outcome
 */
export function lookAt(request, { name, method }, { url, headers, body }, outcome) {
  const { authorization = null } = headers;
  const kind = typeof body === "string" ? "application/json" : "multipart/form-data";
  /** @type {Record<string, boolean | undefined>} Whether each was kept. */
  const kept = {
    method: request.method === method,
    // Written as the runtime writes it.
    url: request.url === url || request.url === new URL(url).href,
    authorization: request.headers?.get("authorization") === authorization,
    "content-type": !body || request.headers?.get("content-type")?.startsWith(kind),
    body: !body || keepsBodies(),
    // Followed, a redirect would take the key along. Not every polyfill tells.
    redirect: (request.redirect ?? "manual") === "manual",
  };
  const changed = Object.keys(kept).filter((part) => !kept[part]);
  if (changed.length === 0) return;
  const { EdgeRuntime, navigator } = /** @type {any} */ (globalThis);
  const runtime = EdgeRuntime ?? navigator?.userAgent ?? "this runtime";
  const message =
    `${name}: nothing was sent, because the Request of ${runtime} differs from what it was given ` +
    `(changed: ${changed.join(", ")}). A polyfill, mock or sandbox replaces the platform's ` +
    "class: update or remove it.";
  throw new ConfigurationError({ code: "request_changed", message, operation: name, outcome });
}

/**
 * Asked of another request, once: Deno sends a body in chunks that was looked at.
 */
function keepsBodies() {
  const { Request } = globalThis;
  if (keeping.has(Request)) return true;
  const { body } = new Request("http://localhost/", { method: "POST", body: "-" });
  // Undefined: it does not tell.
  if (body === null) return false;
  keeping.add(Request);
  return true;
}
