/** What is thrown where nothing should be. */
import { InternalError, isInteraktError } from "./failure.js";

/**
 * @param {() => T} call Calls the module, for what describes no error itself.
 * @returns {T}
 * @template T
 */
export function inside(call) {
  try {
    return call();
  } catch (thrown) {
    throw asFailure(thrown);
  }
}

/**
 * @param {unknown} thrown
 * @param {string} [name] The function of the module that failed.
 */
export function asFailure(thrown, name) {
  if (isInteraktError(thrown)) return thrown;
  const message =
    `interakt-wasm failed${name ? ` (${name})` : ""}: ` +
    "please report this bug and its stack, without your data.";
  return new InternalError({ code: "internal", message, outcome: "unknown", cause: thrown });
}
