/**
 * Starts the WebAssembly module: once in each copy of the package, at first use
 * or by `init()`, never at import.
 */
import * as glue from "./core_bg.js";
import { ConfigurationError, isInteraktError } from "./errors.js";

/** @typedef {typeof glue} Core */

let started = false;

const imports = () => ({ "./core_bg.js": { ...glue } });

/**
 * @param {WebAssembly.Instance} instance
 * @returns {Core}
 */
function start({ exports }) {
  if (!started) {
    glue.__wbg_set_wasm(exports);
    /** @type {() => void} */ (exports.__wbindgen_start)();
    started = true;
  }
  return glue;
}

/**
 * @typedef {object} Loader How an entry comes by the module.
 * @property {() => WebAssembly.Module} [compile] At once; left out where that is not possible.
 * @property {(source?: unknown) => Promise<WebAssembly.Module>} [compileAsync] Off the main
 *   thread; left out where the module is there already.
 */

/** @param {Loader} loader */
export function createStarter({ compile, compileAsync }) {
  /** @type {Promise<unknown> | undefined} */
  let pending;

  /** @returns {Core} Starts the module if need be. */
  function core() {
    if (started) return glue;
    if (!compile) {
      throw new ConfigurationError({
        code: "not_started",
        message: "interakt-wasm/web starts with `await init()`: call it once before anything else.",
      });
    }
    try {
      // `instanceof WebAssembly.Module` says nothing here: edge runtimes give modules of another realm.
      return start(new WebAssembly.Instance(compile(), imports()));
    } catch (cause) {
      throw explain(cause);
    }
  }

  /**
   * Runs once at a time. Where the module is at hand, no promise is shared:
   * Workers forbids one request to wait for another's.
   *
   * @param {unknown} [source]
   */
  async function init(source) {
    // Where it is not needed, nobody else would take what the promise of one is rejected with.
    Promise.resolve(source).catch(() => {});
    if (started) return;
    if (!compileAsync) {
      core();
      return;
    }
    pending ??= startAsync(compileAsync, source).finally(() => {
      pending = undefined;
    });
    await pending;
  }

  /** The module where it runs or can be started at once. */
  const coreIfPossible = () => (started || compile ? core() : undefined);

  return { core, coreIfPossible, init };
}

/**
 * @param {NonNullable<Loader["compileAsync"]>} compileAsync
 * @param {unknown} source
 */
async function startAsync(compileAsync, source) {
  try {
    // Not awaited inside the call: Next's development server wraps calls of WebAssembly in
    // functions that are not async.
    const module = await compileAsync(source);
    // Chrome before 115 has no `new WebAssembly.Instance` for pages.
    start(await WebAssembly.instantiate(module, imports()));
  } catch (cause) {
    throw explain(cause);
  }
}

/**
 * @param {unknown} cause
 * @returns {unknown} What to throw instead.
 */
function explain(cause) {
  if (typeof WebAssembly !== "object") {
    const message = "This runtime has no WebAssembly, or has it switched off.";
    return new ConfigurationError({ code: "wasm_missing", message, cause });
  }
  if (isInteraktError(cause)) return cause;
  const reason = String(/** @type {{ message?: unknown }} */ (cause)?.message ?? cause);
  if (/unsafe-eval|content.?security|\bcsp\b|disallowed by|blocked/i.test(reason)) {
    const message =
      "WebAssembly is forbidden here. In a page, add 'wasm-unsafe-eval' to script-src of the " +
      "Content-Security-Policy, in an extension to extension_pages; on the edge, resolve " +
      'interakt-wasm with the condition "workerd" or "edge-light", in Next on Cloudflare by ' +
      'serverExternalPackages: ["interakt-wasm"].';
    return new ConfigurationError({ code: "wasm_blocked", message, cause });
  }
  const message =
    `The WebAssembly module could not be started: ${reason.slice(0, 300)}. It needs Chrome 96 ` +
    "(115 without `await init()`), Firefox 93, Safari 16.4, Node 20 or later.";
  return new ConfigurationError({ code: "wasm_failed", message, cause });
}
