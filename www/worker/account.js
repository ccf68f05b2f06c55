/** On whose account the console sends: that of the key, or a simulated one. */
import { createSimulator } from "interakt-wasm/simulator";
import { simulatedAccount } from "../demo/account.js";
import { lifeOf } from "../demo/lives.js";
import { createInbox } from "./inbox.js";

/**
 * @typedef {object} Settings Bindings of the Worker.
 * @property {string} [INTERAKT_API_KEY] Without it the simulator answers.
 * @property {string} [INTERAKT_BASE_URL] Another server that speaks Interakt's API; used with a key.
 * @property {number} [SIMULATOR_STEP_MS] From one event of a simulated message to the next.
 *
 * @typedef {object} Told What a webhook was told about a message, and the key that signed it.
 * @property {string} secret
 *
 * @typedef {object} Account
 * @property {"live" | "simulator"} mode
 * @property {string} apiKey
 * @property {string} [baseUrl]
 * @property {(request: Request) => Promise<Response>} fetch
 * @property {(id: string) => Promise<(import("./inbox.js").Life & Told) | undefined>} [readWebhooks]
 *   What the simulator has told about a message; Interakt tells it to a webhook elsewhere.
 */

/** The simulator takes any key. */
const SIMULATED_KEY = "c2ltdWxhdG9yOg==";

/** Signs what the simulator tells. */
const SIMULATED_SECRET = "the-key-of-the-simulator";

/** Slow enough to be seen. */
const STEP_MS = 1200;

/**
 * A form is told twice.
 *
 * @param {readonly import("interakt-wasm/simulator").LifeStep[]} life
 */
const countEvents = (life) =>
  life.length + life.filter((step) => typeof step === "object" && "submitted" in step).length;

/** @type {ReturnType<typeof startSimulator> | undefined} */
let simulated;

/**
 * @param {Settings} settings
 * @returns {Account}
 */
export function accountOf({
  INTERAKT_API_KEY: apiKey,
  INTERAKT_BASE_URL: baseUrl,
  SIMULATOR_STEP_MS: stepMs = STEP_MS,
}) {
  if (apiKey) return { mode: "live", apiKey, baseUrl, fetch: (request) => fetch(request) };
  // One simulator for as long as the Worker lives: it remembers who was tracked.
  simulated ??= startSimulator(stepMs);
  return { mode: "simulator", apiKey: SIMULATED_KEY, ...simulated };
}

/**
 * @param {number} stepMs
 * @returns {Required<Pick<Account, "fetch" | "readWebhooks">>}
 */
function startSimulator(stepMs) {
  const inbox = createInbox(SIMULATED_SECRET);
  const simulator = createSimulator({
    ...simulatedAccount(),
    webhooks: {
      to: inbox.receive,
      secret: SIMULATED_SECRET,
      stepMs,
      // A timer would end with the request that set it.
      auto: false,
      life(message) {
        const life = lifeOf(message);
        inbox.expect(message.id, countEvents(life));
        return life;
      },
    },
  });

  return {
    async fetch(request) {
      try {
        return await simulator(request);
      } finally {
        // Its records are for tests, and would grow with every request.
        simulator.requests.length = 0;
      }
    },

    async readWebhooks(id) {
      inbox.file(await simulator.deliver());
      simulator.deliveries.length = 0;
      const life = inbox.lifeOf(id);
      return life && { ...life, secret: SIMULATED_SECRET };
    },
  };
}
