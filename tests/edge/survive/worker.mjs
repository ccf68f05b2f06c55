/** The campaign's Worker: an account, a campaign, consumers of a Queue, and a fast clock. */
import { Interakt, webhooks } from "interakt-wasm";
import {
  applyWebhook,
  createConsumer,
  durableLedger,
  durableLimiter,
  InteraktAccount,
  InteraktCampaign,
} from "interakt-wasm/edge";

/** @typedef {{ ACCOUNT: any, CAMPAIGN: any, TICKETS: any, URL: string, EPOCH: number, SPEED: number, PLAN: number, SLACK_MS: number, TIMEOUT_MS: number }} Env */

/** @param {Env} env @returns {import("interakt-wasm/edge").Clock} */
const clockOf = ({ EPOCH, SPEED }) => ({
  now: () => Math.floor(EPOCH + (Date.now() - EPOCH) * SPEED),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", stop);
        resolve();
      }, ms / SPEED);
      signal?.addEventListener("abort", stop);
    }),
});

export class Account extends InteraktAccount {
  /** @param {any} state @param {Env} env */
  constructor(state, env) {
    super(state, env, { clock: clockOf(env) });
  }
}

export class Campaign extends InteraktCampaign {
  /** @param {any} state @param {Env} env */
  constructor(state, env) {
    super(state, env, { clock: clockOf(env) });
  }
}

/** @param {Env} env */
function partsOf(env) {
  const clock = clockOf(env);
  const options = { plan: { requestsPerMinute: env.PLAN }, slackMs: env.SLACK_MS, clock };
  return {
    clock,
    account: durableLimiter(env.ACCOUNT, options),
    ledger: (/** @type {string} */ id) => durableLedger(env.CAMPAIGN, id, { clock }),
  };
}

export default {
  /** `POST /ledger/diwali/claim`, `/account/-/optOut`, `/webhook`. @param {Request} request @param {Env} env */
  async fetch(request, env) {
    const { account, ledger } = partsOf(env);
    const [, what, id = "", method = ""] = new URL(request.url).pathname.split("/");
    const body = await request.text();
    try {
      if (what === "webhook") {
        return Response.json(await applyWebhook(webhooks.parse(body), { ledger, account }));
      }
      const target = /** @type {any} */ (what === "ledger" ? ledger(id) : account);
      return Response.json((await target[method](...JSON.parse(body))) ?? null);
    } catch (error) {
      return new Response(String(/** @type {any} */ (error)?.stack), { status: 500 });
    }
  },

  /** @param {any} batch @param {Env} env */
  async queue(batch, env) {
    const { account, ledger, clock } = partsOf(env);
    const interakt = new Interakt({ apiKey: "dGVzdC1rZXk6", baseUrl: env.URL });
    const consumer = createConsumer({
      client: {
        ...interakt,
        // The client waits by a clock of its own.
        sendMessage: (input, { timeoutMs = 0, ...how } = {}) =>
          interakt.sendMessage(input, { ...how, timeoutMs: Math.ceil(timeoutMs / env.SPEED) }),
      },
      ...{ account, ledger, clock },
      tickets: env.TICKETS,
      timeoutMs: env.TIMEOUT_MS,
    });
    await consumer.queue(batch);
  },
};
