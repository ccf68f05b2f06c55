/** What is thrown where nothing should be. */
import { InteraktError, isInteraktError } from "./failure.js";

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

/** @param {unknown} thrown */
export function asFailure(thrown) {
  if (isInteraktError(thrown)) return thrown;
  const message = "interakt-wasm failed within itself, which is a fault of the package.";
  return new InteraktError({ code: "internal", message, outcome: "unknown", cause: thrown });
}
