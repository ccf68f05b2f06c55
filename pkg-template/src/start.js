/**
 * Starts the WebAssembly module: once in each copy of the package, at first use
 * or by `init()`, never at import.
 */
import * as glue from "./core_bg.js";
import { ConfigurationError, isInteraktError } from "./errors.js";

/** @typedef {typeof glue} Core */

let started = false;

/**
 * @param {WebAssembly.Module} module
 * @returns {Core}
 */
function start(module) {
  if (!started) {
    // `instanceof WebAssembly.Module` says nothing here: edge runtimes give modules of another realm.
    const { exports } = new WebAssembly.Instance(module, { "./core_bg.js": { ...glue } });
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
      return start(compile());
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
    if (started) return;
    if (!compileAsync) {
      core();
      return;
    }
    pending ??= compileAsync(source)
      .then(start)
      .finally(() => {
        pending = undefined;
      });
    try {
      await pending;
    } catch (cause) {
      throw explain(cause);
    }
  }

  /** The module where it runs or can be started at once. */
  const coreIfPossible = () => (started || compile ? core() : undefined);

  return { core, coreIfPossible, init };
}

/**
 * @param {unknown} cause
 * @returns {unknown} What to throw instead.
 */
function explain(cause) {
  if (isInteraktError(cause)) return cause;
  const reason = String(/** @type {{ message?: unknown }} */ (cause)?.message ?? cause);
  if (typeof WebAssembly !== "object") {
    const message = "This runtime has no WebAssembly, or has it switched off.";
    return new ConfigurationError({ code: "wasm_missing", message, cause });
  }
  if (/unsafe-eval|content.?security|\bcsp\b|disallowed|blocked/i.test(reason)) {
    const message =
      "WebAssembly is forbidden here. In a page, add 'wasm-unsafe-eval' to script-src of the " +
      "Content-Security-Policy; in a worker on the edge, resolve interakt-wasm with the " +
      'condition "workerd" or "edge-light".';
    return new ConfigurationError({ code: "wasm_blocked", message, cause });
  }
  const message =
    `The WebAssembly module could not be started: ${reason.slice(0, 300)}. It needs Chrome 96, ` +
    "Firefox 93, Safari 16.4, Node 20 or later.";
  return new ConfigurationError({ code: "wasm_failed", message, cause });
}
