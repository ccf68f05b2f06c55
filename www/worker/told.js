/** What Interakt tells the application's webhook: it moves the rows of campaigns on. */
import { webhooks } from "interakt-wasm";
import { applyWebhook } from "interakt-wasm/edge";
import { ledgersOf, limiterOf } from "./account.js";
import { isSame } from "./guard.js";
import { overhear } from "./overhear.js";
import { refusal } from "./respond.js";
import { logOf } from "./webhook-log.js";

/**
 * `/webhooks/interakt` takes what is signed. RCS is not: it is taken where the address goes on with
 * what nobody can guess.
 *
 * @param {import("../worker.js").Asked} asked
 * @returns {Promise<Response>}
 */
export async function receiveWebhook({ request, url, env, account, context }) {
  const [, , name, token, ...surplus] = url.pathname.split("/");
  const { RCS_WEBHOOK_TOKEN: wanted } = env;
  const isKnown = token === undefined || (wanted && isSame(token, wanted));
  if (name !== "interakt" || !isKnown || surplus.length > 0) {
    return refusal(404, "There is nothing at this address.");
  }
  const { webhookSecret: secret } = account;
  if (!secret) {
    return refusal(
      503,
      "Set the secret that webhooks are signed with: `npx wrangler secret put INTERAKT_WEBHOOK_SECRET`.",
    );
  }
  const { copy, note } = noted(request, env, account);
  const response = await webhooks.receive(copy, {
    secret,
    context,
    dangerouslyAllowUnsignedRcs: token !== undefined,
    onEvent: (event) => Promise.all([tell(event, env, account), note(event)]),
    // Interakt switches a webhook off that fails: the Queue tells it later.
    onError: (_, event) => env.TICKETS.send({ event }),
  });
  if (response.status === 401) context.waitUntil(note(null));
  return response;
}

/**
 * What the page lists of a webhook. Nothing depends on it: that it cannot be noted is no failure.
 *
 * @param {Request} request
 * @param {import("./account.js").Env} env
 * @param {import("./account.js").Account} account
 * @returns {{ copy: Request, note: (event: import("interakt-wasm").WebhookEvent | null) => Promise<void> }}
 *   The request to read, and what is told of it: the event, or that it does not verify.
 */
function noted(request, env, account) {
  const log = logOf(env, account);
  if (log === undefined) return { copy: request, note: async () => {} };
  const { request: copy, heard } = overhear(request);
  const header = request.headers.get("Interakt-Signature");
  // That of the simulator is nobody's.
  const { mode, webhookSecret: secret } = account;
  return {
    copy,
    async note(event) {
      try {
        if (event === null) return await log.refuse(Date.now());
        const shown = { payload: heard(), header, ...(mode === "simulator" && { secret }) };
        await log.add({ event, ...shown }, Date.now());
      } catch (error) {
        console.error(`A webhook is not listed: ${error instanceof Error ? error.name : "error"}`);
      }
    },
  };
}

/**
 * @param {import("interakt-wasm").WebhookEvent} event
 * @param {import("./account.js").Env} env
 * @param {import("./account.js").Account} account
 */
export const tell = (event, env, account) =>
  applyWebhook(event, { ledger: ledgersOf(env, account), account: limiterOf(env, account) });
