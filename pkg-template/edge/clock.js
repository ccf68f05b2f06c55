/** Time, which whoever tests or simulates brings along. */
import { sleep } from "../within.js";
import { refuse } from "./options.js";

/** @typedef {import("../types/edge-cloudflare.js").Clock} Clock */

/** @type {Clock} The clock on the wall: databases outlive whoever counts from its own start. */
const WALL = {
  now: () => Date.now(),
  // Some runtimes cut fractions off, and would be too early.
  sleep: (ms, signal) => sleep(Math.ceil(ms), signal),
};

/**
 * @param {Clock | undefined} given
 * @returns {Clock}
 */
export function readClock(given) {
  if (given === undefined) return WALL;
  if (typeof given?.now === "function" && typeof given.sleep === "function") return given;
  return refuse("clock must have now(), in milliseconds since 1970, and sleep(ms, signal).");
}
