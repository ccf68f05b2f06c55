export * from "./api.js";

/**
 * Compiles the WebAssembly module off the main thread. Not needed: without it the module is
 * compiled at first use. May be called again at any time.
 *
 * @throws {ConfigurationError} WebAssembly is missing or forbidden here.
 */
export declare function init(): Promise<void>;
