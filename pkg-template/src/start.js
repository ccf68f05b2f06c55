/**
 * Starts a WebAssembly module: once in each copy of the package, at first use
 * or by `init()`, never at import.
 */
import { ConfigurationError, isInteraktError } from "./failure.js";
import { asFailure } from "./inside.js";

/**
 * @typedef {typeof import("./core_bg.js")} Core What the whole module can do. Other cuts can do
 *   part of it.
 * @typedef {Pick<Core, "__wbg_set_wasm" | "isStarted" | "shared">} Glue Made by wasm-bindgen for one module.
 */

/** What the glue has besides the functions of its module. */
const OWN = ["__wbg_set_wasm", "isStarted", "memory", "shared"];

/**
 * @param {Glue} glue
 * @param {string} name Of the cut.
 * @param {WebAssembly.Module} module
 * @param {WebAssembly.Instance} instance
 */
function start(glue, name, module, { exports }) {
  if (glue.isStarted()) return;
  const names = Object.keys(exports).filter((key) => typeof exports[key] === "function");
  if (
    names.length + OWN.length !== Object.keys(glue).length ||
    !names.every((key) => key in glue)
  ) {
    const message =
      `This ${name}_bg.wasm does not belong to this JavaScript: it is of another entry or version ` +
      "of interakt-wasm.";
    throw new ConfigurationError({ code: "wasm_failed", message });
  }
  run(glue, module, exports);
}

/**
 * Has the glue call an instance until one of its functions throws. The module imports nothing, so
 * that is a trap, or a stack or a memory that was used up, and whatever the instance was about to
 * do has stopped half-way: it is not called again, and nothing that is known of its memory is used.
 * The next call starts another, with the module that was compiled for this one.
 *
 * @param {Glue} glue
 * @param {WebAssembly.Module} module
 * @param {WebAssembly.Exports} exports
 * @returns {Record<string, any>} What the glue calls.
 */
function run(glue, module, exports) {
  const { shared } = glue;
  let isBroken = false;
  /** @type {WebAssembly.Instance | undefined} */
  let spare;
  let isComing = false;

  function again() {
    try {
      spare ??= new WebAssembly.Instance(module);
    } catch (cause) {
      // Chrome before 115 starts none at once in a page: it is there a moment later.
      if (!isComing) {
        isComing = true;
        WebAssembly.instantiate(module).then(
          (made) => {
            spare = made;
          },
          () => {
            isComing = false;
          },
        );
      }
      throw cause;
    }
    return run(glue, module, spare.exports);
  }

  // Memory never shrinks: what a large text has taken is only given back with the instance.
  shared.renew = () => {
    try {
      spare ??= new WebAssembly.Instance(module);
      isBroken = true;
      shared.bytes = undefined;
    } catch {
      // As above: this one goes on.
    }
  };

  /** @type {Record<string, any>} */
  const guarded = { ...exports };
  for (const [name, call] of Object.entries(exports)) {
    if (typeof call !== "function") continue;
    guarded[name] = (/** @type {number[]} */ ...given) => {
      try {
        return isBroken ? again()[name](...given) : call(...given);
      } catch (cause) {
        // Calls nothing first: there may be no stack left.
        isBroken = true;
        shared.size = 0;
        shared.bytes = undefined;
        throw asFailure(cause, name);
      }
    };
  }
  glue.__wbg_set_wasm(guarded);
  return guarded;
}

/**
 * @typedef {object} Loader How an entry comes by the module.
 * @property {() => WebAssembly.Module} [compile] At once; left out where that is not possible.
 * @property {(source?: unknown) => Promise<WebAssembly.Module>} [compileAsync] Off the main
 *   thread; left out where the module is there already.
 * @property {string} [remedy] What else helps where WebAssembly is forbidden.
 */

/** @typedef {import("./issues.js").Catalogue} Catalogue What a cut's codes say. */

/**
 * @template [G=Core]
 * @typedef {object} Starter
 * @property {Catalogue} catalogue
 * @property {() => G} core Starts the module if need be.
 * @property {() => G | undefined} coreIfPossible The module where it runs or can be started at once.
 * @property {(source?: unknown) => Promise<void>} init
 */

/**
 * @param {G} glue
 * @param {Catalogue} catalogue
 * @param {string} name Of the cut: `core` for core_bg.wasm.
 * @param {Loader} loader
 * @returns {Starter<G>}
 * @template {Glue} G
 */
export function createStarter(glue, catalogue, name, { compile, compileAsync, remedy }) {
  /** @type {Promise<unknown> | undefined} */
  let pending;

  function core() {
    if (glue.isStarted()) return glue;
    if (!compile) {
      const entry = `interakt-wasm/${name}/web`.replace("core/", "");
      throw new ConfigurationError({
        code: "not_started",
        message: `${entry} starts with \`await init()\`: call it once before anything else.`,
      });
    }
    try {
      // `instanceof WebAssembly.Module` says nothing here: edge runtimes give modules of another realm.
      const module = compile();
      start(glue, name, module, new WebAssembly.Instance(module));
    } catch (cause) {
      throw explain(cause, remedy);
    }
    return glue;
  }

  /** @param {unknown} source */
  async function startAsync(source) {
    try {
      // Not awaited inside the call: Next's development server wraps calls of WebAssembly in
      // functions that are not async.
      const module = await /** @type {NonNullable<typeof compileAsync>} */ (compileAsync)(source);
      // Chrome before 115 has no `new WebAssembly.Instance` for pages.
      start(glue, name, module, await WebAssembly.instantiate(module));
    } catch (cause) {
      throw explain(cause, remedy);
    }
  }

  return {
    catalogue,
    core,
    coreIfPossible: () => (glue.isStarted() || compile ? core() : undefined),

    /**
     * Runs once at a time. Where the module is at hand, no promise is shared:
     * Workers forbids one request to wait for another's.
     */
    async init(source) {
      // Where it is not needed, nobody else would take what the promise of one is rejected with.
      Promise.resolve(source).catch(() => {});
      if (glue.isStarted()) return;
      if (!compileAsync) {
        core();
        return;
      }
      pending ??= startAsync(source).finally(() => {
        pending = undefined;
      });
      await pending;
    },
  };
}

/**
 * What an entry exports as `init`. By a call, which bundlers leave out where nobody imports it.
 *
 * @param {Starter<any>} starter
 */
export const initOf = ({ init }) => init;

/**
 * @param {unknown} cause
 * @param {string} [remedy]
 * @returns {unknown} What to throw instead.
 */
function explain(cause, remedy = "") {
  if (typeof WebAssembly !== "object") {
    const message = "There is no WebAssembly here, or it is switched off.";
    return new ConfigurationError({ code: "wasm_missing", message, cause });
  }
  if (isInteraktError(cause)) return cause;
  const reason = String(/** @type {{ message?: unknown }} */ (cause)?.message ?? cause);
  if (/unsafe-eval|content.?security|\bcsp\b|disallowed by|blocked/i.test(reason)) {
    const message =
      "WebAssembly is forbidden here. Add 'wasm-unsafe-eval' to script-src of the page's " +
      `Content-Security-Policy, or of an extension's extension_pages${remedy}.`;
    return new ConfigurationError({ code: "wasm_blocked", message, cause });
  }
  const message =
    `The WebAssembly failed to start: ${reason.slice(0, 300)}. It needs Chrome 96 ` +
    "(115 without `await init()`), Firefox 93, Safari 16.4, Node 20 or later.";
  return new ConfigurationError({ code: "wasm_failed", message, cause });
}
