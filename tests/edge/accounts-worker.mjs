/** A Worker with many accounts, whose time is a fast one. */
import { durableLimiter, InteraktAccount } from "interakt-wasm/edge";
import { clockOf } from "./limiter-worker.mjs";

class WatchedAccount extends InteraktAccount {
  #state;

  /** @param {any} state @param {any} env */
  constructor(state, env) {
    super(state, env, { clock: clockOf(env) });
    this.#state = state;
  }

  /** Also tells when it gave its permissions. @param {Request} request */
  async fetch(request) {
    if (request.method === "POST") return super.fetch(request);
    const rows = this.#state.storage.sql.exec("SELECT at FROM interakt_permission ORDER BY n");
    const times = rows.toArray().map((/** @type {{ at: number }} */ { at }) => at);
    return Response.json({ id: String(this.#state.id), times });
  }
}

export { WatchedAccount as InteraktAccount };

/** The plan of an account, which gets one request more than that. @param {number} place */
export const planOf = (place) => 3 + (place % 3);

export default {
  /** @param {Request} request @param {any} env */
  async fetch(request, env) {
    const { from, to, pause } = await request.json();
    const places = Array.from({ length: to - from }, (_, place) => from + place);
    const told = await Promise.all(
      places.map(async (place) => {
        const account = durableLimiter(env.ACCOUNT, {
          account: `account-${place}`,
          plan: { requestsPerMinute: planOf(place) },
          slackMs: 0,
          clock: /** @type {any} */ (clockOf(env)),
        });
        if (pause) {
          await account.pause(pause);
          return account.state();
        }
        await Promise.all(Array.from({ length: planOf(place) + 1 }, () => account.acquire({})));
        const stub = env.ACCOUNT.get(env.ACCOUNT.idFromName(`account-${place}`));
        return (await stub.fetch("http://account/")).json();
      }),
    );
    return Response.json(told);
  },
};
