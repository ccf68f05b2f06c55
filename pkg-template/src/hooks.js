/** Functions of the caller that are told what a client does. */
import { refuse } from "./options.js";

/**
 * @typedef {"onRequest" | "onResponse" | "onRetry" | "onRateLimit"} HookName
 * @typedef {(name: HookName, event: object) => void} Tell
 */

/** @type {readonly HookName[]} */
const NAMES = ["onRequest", "onResponse", "onRetry", "onRateLimit"];

/**
 * A hook that fails must not change what becomes of a message: its failure is
 * mentioned once and goes no further.
 *
 * @param {{ [Name in HookName]?: unknown }} options
 * @returns {Tell}
 */
export function createHooks(options) {
  for (const name of NAMES) {
    if (options[name] !== undefined && typeof options[name] !== "function") {
      refuse(`${name} must be a function.`);
    }
  }
  return (name, event) => tell(name, options[name], event);
}

/** Hooks whose failure was mentioned. @type {WeakSet<object>} */
const mentioned = new WeakSet();

/**
 * @param {string} name
 * @param {unknown} hook
 * @param {object} event
 */
export function tell(name, hook, event) {
  if (typeof hook !== "function") return;
  const failed = () => {
    if (mentioned.has(hook)) return;
    mentioned.add(hook);
    console.warn(`interakt-wasm: ${name} threw an error, which changes nothing for the call.`);
  };
  try {
    // A hook may be async; nobody waits for it.
    Promise.resolve(hook(event)).catch(failed);
  } catch {
    failed();
  }
}
