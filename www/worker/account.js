/** On whose account the console sends: that of the key, or a simulated one. */
import { createSimulator } from "interakt-wasm/simulator";
import { simulatedAccount } from "../demo/account.js";

/**
 * @typedef {object} Settings Bindings of the Worker.
 * @property {string} [INTERAKT_API_KEY] Without it the simulator answers.
 * @property {string} [INTERAKT_BASE_URL] Another server that speaks Interakt's API; used with a key.
 *
 * @typedef {object} Account
 * @property {"live" | "simulator"} mode
 * @property {string} apiKey
 * @property {string} [baseUrl]
 * @property {(request: Request) => Promise<Response>} fetch
 */

/** The simulator takes any key. */
const SIMULATED_KEY = "c2ltdWxhdG9yOg==";

/** @type {ReturnType<typeof createSimulator> | undefined} */
let simulator;

/**
 * @param {Settings} settings
 * @returns {Account}
 */
export function accountOf({ INTERAKT_API_KEY: apiKey, INTERAKT_BASE_URL: baseUrl }) {
  if (apiKey) return { mode: "live", apiKey, baseUrl, fetch: (request) => fetch(request) };
  return { mode: "simulator", apiKey: SIMULATED_KEY, fetch: simulate };
}

/**
 * One simulator for as long as the Worker lives: it remembers who was tracked.
 *
 * @param {Request} request
 */
async function simulate(request) {
  simulator ??= createSimulator(simulatedAccount());
  try {
    return await simulator(request);
  } finally {
    // Its record is for tests, and would grow with every request.
    simulator.requests.length = 0;
  }
}
