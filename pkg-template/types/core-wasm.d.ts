import type { ModuleSource } from "./web.js";

/**
 * `interakt-wasm/core.wasm` as bundlers and runtimes import it: one gives its address, another its
 * bytes, a third the compiled module. `init` of `interakt-wasm/web` takes them all.
 */
declare const source: ModuleSource;
export default source;
