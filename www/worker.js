/**
 * The application: it serves the console, sends with a key that no page ever sees, and runs
 * campaigns. Made of the package's public parts alone.
 */
import { accountOf, limiterOf } from "./worker/account.js";
import { campaigns } from "./worker/campaigns.js";
import { problemOfAccess, problemOfServer } from "./worker/guard.js";
import { optOuts } from "./worker/opt-outs.js";
import { proxy } from "./worker/proxy.js";
import { consume, sweep } from "./worker/queue.js";
import { answer, failure, refusal, withPageHeaders } from "./worker/respond.js";
import { send } from "./worker/send.js";
import { TELLER } from "./worker/tell-again.js";
import { receiveWebhook } from "./worker/told.js";
import { webhookRoutes } from "./worker/webhooks.js";

export { InteraktAccount, InteraktBuckets, InteraktCampaign } from "interakt-wasm/edge";
export { CampaignList } from "./worker/list.js";
export { SimulatedInterakt } from "./worker/simulated.js";
export { WebhookLog } from "./worker/webhook-log.js";

/**
 * @typedef {import("./worker/account.js").Env} Env
 * @typedef {import("./worker/account.js").Account} Account
 * @typedef {{ waitUntil(promise: Promise<unknown>): void }} Context
 *
 * @typedef {object} Asked What answers a request is given.
 * @property {Request} request
 * @property {URL} url Of the request.
 * @property {Env} env
 * @property {Account} account
 * @property {Context} context
 */

/** What answers at which address of the console's own page. @type {Record<string, (asked: Asked) => Response | Promise<Response>>} */
const ROUTES = {
  account: ({ request, account: { mode, baseUrl, host } }) => {
    if (request.method !== "GET") return refusal(405, "The account is read by GET.");
    return answer({ mode, baseUrl, host });
  },
  send: ({ request, env, account }) => {
    if (request.method !== "POST") return refusal(405, "Operations are sent by POST.");
    return send(request, account, limiterOf(env, account));
  },
  webhooks: webhookRoutes,
  campaigns,
  "opt-outs": optOuts,
};

const LOOP = "The console tells webhooks to programs, and not to itself.";

export default {
  /**
   * @param {Request} request
   * @param {Env} env
   * @param {Context} context
   * @returns {Promise<Response>}
   */
  async fetch(request, env, context) {
    try {
      // By whatever name it has reached itself.
      if (request.headers.get("user-agent") === TELLER) return refusal(508, LOOP);
      const url = new URL(request.url);
      const [, top, second = ""] = url.pathname.split("/");
      const isApi = top === "api";
      const isOpen = top === "webhooks" || (isApi && second === "interakt");
      const isOwn = isApi && second !== "account";
      const refused = isOpen ? undefined : problemOfAccess(request, env.ADMIN_TOKEN, isOwn);
      if (refused) return refused;
      if (!isApi && !isOpen) return withPageHeaders(await env.ASSETS.fetch(request));
      const account = accountOf(env);
      const asked = { request, url, env, account, context };
      // Interakt signs what it tells: it needs no leave of ours.
      if (top === "webhooks") return await receiveWebhook(asked);
      if (isOpen) return await proxy(asked);
      const route = Object.hasOwn(ROUTES, second) ? ROUTES[second] : undefined;
      return (
        problemOfServer(request, account) ??
        (await (route?.(asked) ?? refusal(404, "There is nothing at this address.")))
      );
    } catch (error) {
      return failure(error);
    }
  },

  /**
   * @param {import("interakt-wasm/edge").QueueBatch} batch
   * @param {Env} env
   */
  async queue(batch, env) {
    await consume(batch, env);
  },

  /**
   * @param {unknown} _controller
   * @param {Env} env
   */
  async scheduled(_controller, env) {
    await sweep(env, Date.now());
  },
};
