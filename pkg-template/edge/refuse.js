import { ConfigurationError } from "interakt-wasm";

/**
 * @param {string} message
 * @param {string} [code]
 * @returns {never}
 */
export function refuse(message, code = "option_invalid") {
  throw new ConfigurationError({ code, message });
}
