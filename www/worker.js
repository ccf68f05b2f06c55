/**
 * The console's Worker: it serves the page, and sends what the page asks for with
 * a key that the page never sees.
 */
import { accountOf } from "./worker/account.js";
import { problemOfHost, problemOfOrigin } from "./worker/guard.js";
import { refusal, withPageHeaders } from "./worker/respond.js";
import { send } from "./worker/send.js";
import { tellWebhooks } from "./worker/webhooks.js";

/** @typedef {import("./worker/account.js").Settings} Settings */
/** @typedef {Settings & { CONSOLE_HOSTS?: string, ASSETS: { fetch: typeof fetch } }} Env */

export default {
  /**
   * @param {Request} request
   * @param {Env} env
   * @param {{ waitUntil(promise: Promise<unknown>): void }} context
   * @returns {Promise<Response>}
   */
  async fetch(request, env, context) {
    const { pathname } = new URL(request.url);
    const misdirected = problemOfHost(request, env.CONSOLE_HOSTS);
    if (misdirected) return refusal(421, misdirected);

    if (pathname === "/api/account") {
      if (request.method !== "GET") return refusal(405, "The account is read by GET.");
      const { mode, baseUrl } = accountOf(env);
      return Response.json({ mode, baseUrl }, { headers: { "cache-control": "no-store" } });
    }
    if (pathname === "/api/send") {
      if (request.method !== "POST") return refusal(405, "Operations are sent by POST.");
      const foreign = problemOfOrigin(request);
      if (foreign) return refusal(403, foreign);
      return send(request, accountOf(env));
    }
    if (pathname === "/api/webhooks") {
      if (request.method !== "GET") return refusal(405, "Webhooks are read by GET.");
      const foreign = problemOfOrigin(request);
      if (foreign) return refusal(403, foreign);
      return tellWebhooks(request, accountOf(env), context);
    }
    if (pathname.startsWith("/api/")) return refusal(404, "There is nothing at this address.");
    return withPageHeaders(await env.ASSETS.fetch(request));
  },
};
