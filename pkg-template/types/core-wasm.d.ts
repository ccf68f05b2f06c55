import type { ModuleSource } from "./source.js";

export * from "./source.js";

/**
 * `interakt-wasm/core.wasm` and the like as bundlers and runtimes import them: one gives an address,
 * another the bytes, a third the compiled module. `init` of `interakt-wasm/web` takes them all.
 */
declare const source: ModuleSource;
export default source;
