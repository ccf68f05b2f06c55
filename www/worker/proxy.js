/** What pages without a key may send: `/api/interakt/`, which is off until `PROXY_ALLOW` says what. */
import { createProxy, durableBuckets } from "interakt-wasm/edge";
import { clientOf } from "./account.js";
import { refusal } from "./respond.js";

/** What everybody together may ask for, and what one customer may get. */
const LIMITS = {
  caller: { most: 60, perMs: 60_000 },
  recipient: { most: 3, perMs: 10 * 60_000 },
};

/**
 * Everybody on the Internet may ask for it, as `public` says: in a shop of your own, `authorize` tells
 * who is logged in, and binds what they send to their own number.
 *
 * @param {import("../worker.js").Asked} asked
 * @returns {Promise<Response>}
 */
export async function proxy({ request, env, account, context }) {
  const { PROXY_ALLOW: allow = "", PROXY_ORIGINS: origins = "" } = env;
  if (allow === "") return refusal(404, "There is nothing at this address.");
  const handle = createProxy({
    client: clientOf(env, account),
    apiKey: account.apiKey,
    allow: JSON.parse(allow),
    public: true,
    origins: origins.split(" ").filter(Boolean),
    limits: { ...LIMITS, buckets: durableBuckets(env.BUCKETS, { name: account.name }) },
  });
  return handle(request, context);
}
