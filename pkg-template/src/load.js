/** Fetches and compiles the module for `interakt-wasm/web`. */
import { ConfigurationError } from "./errors.js";

const REMEDY =
  "Give it the address where your server has the file (the package exports it as " +
  '"interakt-wasm/core.wasm"), or its bytes.';

/**
 * @param {unknown} [source] Where the module is: a URL, a `Request`, a `Response` or the promise of
 *   one, bytes, or a compiled module. By default the file beside this one.
 * @returns {Promise<WebAssembly.Module>}
 */
export async function load(source) {
  const given = (await source) ?? beside();
  const kind = Object.prototype.toString.call(given);
  if (kind === "[object WebAssembly.Module]") return /** @type {WebAssembly.Module} */ (given);
  if (kind === "[object ArrayBuffer]" || ArrayBuffer.isView(given)) {
    return WebAssembly.compile(/** @type {BufferSource} */ (given));
  }
  // A Request has arrayBuffer as well.
  if (typeof given === "string" || kind === "[object URL]" || kind === "[object Request]") {
    return compileResponse(await request(/** @type {string | URL | Request} */ (given)));
  }
  if (typeof (/** @type {Response} */ (given).arrayBuffer) === "function") {
    return compileResponse(/** @type {Response} */ (given));
  }
  throw failed("init takes a URL, a Response, bytes or a WebAssembly.Module.");
}

/** The address of the file beside this one. CommonJS has none to tell. */
function beside() {
  try {
    // Bundlers look for exactly this expression, to take the file along.
    return new URL("./core_bg.wasm", import.meta.url);
  } catch (cause) {
    throw notFetched(cause);
  }
}

/** @param {string | URL | Request} given */
async function request(given) {
  try {
    return await fetch(given);
  } catch (cause) {
    throw notFetched(cause);
  }
}

/** @param {unknown} cause */
function notFetched(cause) {
  const policies =
    "Another origin must allow it by CORS, a Content-Security-Policy by connect-src.";
  return failed(`init could not fetch core_bg.wasm. ${REMEDY} ${policies}`, cause);
}

/** @param {Response} response */
async function compileResponse(response) {
  const type = response.headers?.get("content-type") ?? "";
  const got = response.ok
    ? type.startsWith("text/html") && "an HTML page"
    : `status ${response.status}`;
  if (got) {
    const where = response.url ? ` at ${response.url}` : "";
    throw failed(`init got ${got} in place of core_bg.wasm${where}. ${REMEDY}`);
  }
  try {
    // At any other type, even with a parameter, compileStreaming refuses what compile takes.
    if (type === "application/wasm" && WebAssembly.compileStreaming) {
      return await WebAssembly.compileStreaming(response);
    }
    const bytes = await response.arrayBuffer();
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    // What the module itself is refused with is a CompileError.
    const { name } = /** @type {Error} */ (cause);
    // The system's, by a file: address, of which Bun says only here that nothing is there.
    if (name === "Error") throw notFetched(cause);
    if (name !== "TypeError" && name !== "AbortError") throw cause;
    throw failed("init could not read core_bg.wasm to its end.", cause);
  }
}

/**
 * @param {string} message
 * @param {unknown} [cause]
 */
function failed(message, cause) {
  return new ConfigurationError({ code: "wasm_not_found", message, cause });
}
