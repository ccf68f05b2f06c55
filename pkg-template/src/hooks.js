/** Functions of the caller that are told what a client does. */
import { refuse } from "./options.js";

/**
 * @typedef {"onRequest" | "onResponse" | "onRetry" | "onRateLimit" | "onWarning"} HookName
 * @typedef {{ name: string, method: string, path: string }} Operation
 * @typedef {(operation: Operation, name: HookName, event: object) => void} Tell
 */

/** @type {readonly HookName[]} */
export const HOOKS = ["onRequest", "onResponse", "onRetry", "onRateLimit", "onWarning"];

/**
 * A hook that fails must not change what becomes of a message: its failure is
 * mentioned once and goes no further.
 *
 * @param {{ [Name in HookName]?: unknown }} options
 * @returns {Tell}
 */
export function createHooks(options) {
  /** As they are now: what becomes of the options later changes nothing. */
  const hooks = Object.fromEntries(HOOKS.map((name) => [name, options[name]]));
  for (const name of HOOKS) {
    if (hooks[name] !== undefined && typeof hooks[name] !== "function") {
      refuse(`${name} must be a function.`);
    }
  }
  return ({ name: operation, method, path }, name, event) => {
    const hook = hooks[name];
    if (hook) tell(name, hook, { operation, method, path, ...event });
  };
}

/**
 * Writes to the console, where there is one that works: a call does not fail for it.
 *
 * @param {string} message
 */
export function warn(message) {
  try {
    console.warn(`interakt-wasm: ${message}`);
  } catch {}
}

/** Hooks whose failure was mentioned. @type {WeakSet<object>} */
const mentioned = new WeakSet();

/**
 * @param {string} name
 * @param {unknown} hook
 * @param {unknown} event
 */
export function tell(name, hook, event) {
  if (typeof hook !== "function") return;
  const failed = () => {
    if (mentioned.has(hook)) return;
    mentioned.add(hook);
    warn(`${name} threw an error; the call goes on.`);
  };
  try {
    // A hook may be async; nobody waits for it.
    Promise.resolve(hook(event)).catch(failed);
  } catch {
    failed();
  }
}
