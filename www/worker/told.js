/** What Interakt tells the application's webhook: it moves the rows of campaigns on. */
import { webhooks } from "interakt-wasm";
import { applyWebhook } from "interakt-wasm/edge";
import { ledgersOf, limiterOf } from "./account.js";
import { isSame } from "./guard.js";
import { refusal } from "./respond.js";

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
  return webhooks.receive(request, {
    secret,
    context,
    dangerouslyAllowUnsignedRcs: token !== undefined,
    onEvent: (event) => tell(event, env, account),
    // Interakt switches a webhook off that fails: the Queue tells it later.
    onError: (_, event) => env.TICKETS.send({ event }),
  });
}

/**
 * @param {import("interakt-wasm").WebhookEvent} event
 * @param {import("./account.js").Env} env
 * @param {import("./account.js").Account} account
 */
export const tell = (event, env, account) =>
  applyWebhook(event, { ledger: ledgersOf(env, account), account: limiterOf(env, account) });
