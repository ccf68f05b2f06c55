import type { ModuleSource } from "./source.js";

export * from "./api.js";
export * from "./source.js";

/**
 * Fetches and compiles the WebAssembly module; everything else needs it done. May be called
 * again at any time, and after a failure with another source. On a server, where this entry is the
 * default one, there is nothing to fetch: it resolves whatever the source is.
 *
 * @param source By default `core_bg.wasm` beside the script, which bundlers take along. Where
 *   they do not, give the address of `interakt-wasm/core.wasm`.
 * @throws {ConfigurationError} The file is not there, or WebAssembly is missing or forbidden here.
 */
export declare function init(source?: ModuleSource | Promise<ModuleSource>): Promise<void>;
