/** Fetches and compiles a module that is a file of its own. */
import { ConfigurationError } from "./failure.js";

/**
 * @param {unknown} source Where the module is: a URL, a `Request`, a `Response` or the promise of
 *   one, bytes, or a compiled module.
 * @param {string} name Of the cut: `core` for core_bg.wasm.
 * @param {() => URL} beside Where it is unless a source is given: the address of the file beside
 *   the script. CommonJS has none to tell.
 * @returns {Promise<WebAssembly.Module>}
 */
export async function load(source, name, beside) {
  const given = (await source) ?? (await reach(name, beside));
  const kind = Object.prototype.toString.call(given);
  if (kind === "[object WebAssembly.Module]") return /** @type {WebAssembly.Module} */ (given);
  if (kind === "[object ArrayBuffer]" || ArrayBuffer.isView(given)) {
    return WebAssembly.compile(/** @type {BufferSource} */ (given));
  }
  // A Request has arrayBuffer as well.
  if (typeof given === "string" || kind === "[object URL]" || kind === "[object Request]") {
    const address = /** @type {string | URL | Request} */ (given);
    return compileResponse(await reach(name, () => fetch(address)), name);
  }
  if (typeof (/** @type {Response} */ (given).arrayBuffer) === "function") {
    return compileResponse(/** @type {Response} */ (given), name);
  }
  throw failed("init takes a URL, a Response, bytes or a WebAssembly.Module.");
}

/**
 * @param {string} name
 * @returns {string} What to do where the file is not found.
 */
const remedy = (name) =>
  `Give it the address of the file on your server (exported as "interakt-wasm/${name}.wasm"), ` +
  "or its bytes.";

/**
 * @param {string} name
 * @param {() => T | Promise<T>} step On the way to the file.
 * @returns {Promise<T>}
 * @template T
 */
async function reach(name, step) {
  try {
    return await step();
  } catch (cause) {
    throw notFetched(name, cause);
  }
}

/**
 * @param {string} name
 * @param {unknown} cause
 */
function notFetched(name, cause) {
  const policies =
    "Another origin must allow it by CORS, a Content-Security-Policy by connect-src.";
  return failed(`init could not fetch ${name}_bg.wasm. ${remedy(name)} ${policies}`, cause);
}

/**
 * @param {Response} response
 * @param {string} name
 */
async function compileResponse(response, name) {
  const type = response.headers?.get("content-type") ?? "";
  const got = response.ok
    ? type.startsWith("text/html") && "an HTML page"
    : `status ${response.status}`;
  if (got) {
    const where = response.url ? ` at ${response.url}` : "";
    throw failed(`init got ${got} instead of ${name}_bg.wasm${where}. ${remedy(name)}`);
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
    const { name: kind } = /** @type {Error} */ (cause);
    // The system's, by a file: address, of which Bun says only here that nothing is there.
    if (kind === "Error") throw notFetched(name, cause);
    if (kind !== "TypeError" && kind !== "AbortError") throw cause;
    throw failed(`init could not read all of ${name}_bg.wasm.`, cause);
  }
}

/**
 * @param {string} message
 * @param {unknown} [cause]
 */
function failed(message, cause) {
  return new ConfigurationError({ code: "wasm_not_found", message, cause });
}
