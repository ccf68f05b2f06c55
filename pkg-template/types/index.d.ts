export * from "./api.js";

/**
 * Compiles the WebAssembly module off the main thread. Optional: otherwise the module is compiled on
 * first use. May be called more than once.
 *
 * @example await init();
 * @throws {ConfigurationError} WebAssembly is unavailable or blocked here.
 */
export declare function init(): Promise<void>;
