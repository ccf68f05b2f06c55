/** On whose account the application sends: that of the key, or a simulated one. */
import { Interakt } from "interakt-wasm";
import { durableLedger, durableLimiter } from "interakt-wasm/edge";
import { lifeAt } from "./life.js";
import { hostOf } from "./server.js";

/**
 * @typedef {import("interakt-wasm/edge").CampaignEnv} CampaignEnv
 * @typedef {import("interakt-wasm/edge").DurableNamespace} DurableNamespace
 *
 * @typedef {object} Settings Variables and secrets of the Worker.
 * @property {string} [INTERAKT_API_KEY] Without it the simulator answers.
 * @property {string} [INTERAKT_BASE_URL] Another server that speaks Interakt's API; used with a key. By
 *   https, but for one on this machine.
 * @property {string} [INTERAKT_PLAN] `growth` (without it), `advanced`, or requests a minute.
 * @property {string} [SEND_TIMEOUT_MS] Milliseconds that a campaign's message may take: 30000 without
 *   it. What a consumer that died had in hand is known after twice as long.
 * @property {string} [INTERAKT_WEBHOOK_SECRET] What Interakt signs webhooks with.
 * @property {string} [RCS_WEBHOOK_TOKEN] The end of the address that unsigned RCS webhooks go to.
 * @property {string} [SHOW_WEBHOOKS] `on`: the page lists what Interakt tells the application.
 * @property {string} [ADMIN_TOKEN] What lets people in, where this is no machine of theirs.
 * @property {string} [KEEP_DAYS] How long campaigns that have ended are kept; for ever without it.
 * @property {string} [PROXY_ALLOW] JSON of what pages may send through `/api/interakt/`: the `allow`
 *   of `createProxy`.
 * @property {string} [PROXY_ORIGINS] Other origins whose pages may, with spaces between.
 * @property {number} [SIMULATOR_STEP_MS] From one event of a simulated message to the next.
 * @property {string} [TELL_TIMEOUT_MS] Milliseconds that a program may take that the page tells a
 *   webhook: 10000 without it.
 *
 * @typedef {Settings & Omit<CampaignEnv, "TICKETS"> & {
 *   TICKETS: import("interakt-wasm/edge").QueueProducer<any>,
 *   LIST: DurableNamespace,
 *   BUCKETS: DurableNamespace,
 *   SIMULATOR: DurableNamespace,
 *   WEBHOOKS: DurableNamespace,
 *   ASSETS: { fetch: typeof fetch },
 * }} Env
 *
 * @typedef {object} Told What a webhook was told about a message, and the key that signed it.
 * @property {string} secret
 *
 * @typedef {object} Account
 * @property {"live" | "simulator"} mode
 * @property {string} name Of its Durable Objects. What was simulated is never sent with a key.
 * @property {string} apiKey
 * @property {string} [baseUrl]
 * @property {string} [host] Of the server that requests go to; the simulator is none.
 * @property {(request: Request) => Promise<Response>} fetch
 * @property {string} [webhookSecret]
 * @property {((id: string) => Promise<(import("./inbox.js").Lives & Told) | null>) | undefined} readWebhooks
 *   What the simulator has told about a message; Interakt tells it to a webhook elsewhere.
 */

/** The simulator takes any key. */
const SIMULATED_KEY = "c2ltdWxhdG9yOg==";

/**
 * @param {Env} env
 * @returns {Account}
 * @throws {import("./server.js").WrongServer} The key would go where it must not.
 */
export function accountOf(env) {
  const { INTERAKT_API_KEY: apiKey, INTERAKT_BASE_URL: baseUrl, SIMULATOR } = env;
  if (apiKey) {
    return {
      mode: "live",
      name: "live",
      apiKey,
      ...(baseUrl && { baseUrl }),
      host: hostOf(baseUrl || undefined),
      fetch: (request) => fetch(request),
      webhookSecret: env.INTERAKT_WEBHOOK_SECRET,
      readWebhooks: undefined,
    };
  }
  // One object for all requests: it remembers who was tracked, and what it has to tell.
  const simulator = () => SIMULATOR.get(SIMULATOR.idFromName("simulator"));
  return {
    mode: "simulator",
    name: "simulator",
    apiKey: SIMULATED_KEY,
    fetch: (request) => simulator().fetch(request),
    readWebhooks: (id) => lifeAt(simulator(), id),
  };
}

/**
 * Requests a minute, as `INTERAKT_PLAN` says it.
 *
 * @param {Settings} settings
 * @returns {import("interakt-wasm").Plan | { requestsPerMinute: number }}
 */
export function planOf({ INTERAKT_PLAN: plan = "growth" }) {
  const requestsPerMinute = Number(plan);
  if (Number.isNaN(requestsPerMinute)) return /** @type {import("interakt-wasm").Plan} */ (plan);
  return { requestsPerMinute };
}

/**
 * The pace that campaigns and single sends share, and who wants no more messages.
 *
 * @param {Env} env
 * @param {Account} account
 */
export const limiterOf = (env, { name }) =>
  durableLimiter(env.ACCOUNT, { account: name, plan: planOf(env) });

/**
 * @param {Env} env
 * @param {Account} account
 * @returns {(id: string) => import("interakt-wasm/edge").DurableLedger}
 */
export const ledgersOf =
  (env, { name }) =>
  (id) =>
    durableLedger(env.CAMPAIGN, id, { account: name });

/**
 * What sends a campaign's messages: the consumer asks the account for the turn of each.
 *
 * @param {Account} account
 */
export const senderOf = ({ apiKey, baseUrl, fetch }) =>
  new Interakt({ apiKey, baseUrl, fetch, maxRetries: 0 });

/**
 * What sends all else, at the pace of the account.
 *
 * @param {Env} env
 * @param {Account} account
 */
export function clientOf(env, account) {
  const { apiKey, baseUrl, fetch } = account;
  return new Interakt({ apiKey, baseUrl, fetch, maxRetries: 0, limiter: limiterOf(env, account) });
}
