import type { ModuleSource } from "./source.js";

export * from "./source.js";

/**
 * `interakt-wasm/core.wasm` and its siblings, as bundlers and runtimes import them: some give a URL, some
 * the bytes, some the compiled module. `init` of `interakt-wasm/web` accepts all of them.
 */
declare const source: ModuleSource;
export default source;
