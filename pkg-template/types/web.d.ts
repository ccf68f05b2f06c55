import type { ModuleSource } from "./source.js";

export * from "./api.js";
export * from "./source.js";

/**
 * Fetches and compiles the WebAssembly module. Everything else requires it to be done. May be called
 * more than once, and after a failure with another source. On a server, where this entry is the same as
 * the default one, there is nothing to fetch: it resolves whatever the source is.
 *
 * @param source Default: `core_bg.wasm` beside the script, which most bundlers copy. If yours does not,
 *   pass the URL of `interakt-wasm/core.wasm`.
 * @example await init();
 * @throws {ConfigurationError} The file is missing, or WebAssembly is unavailable or blocked here.
 */
export declare function init(source?: ModuleSource | Promise<ModuleSource>): Promise<void>;
