/** Buckets in a Durable Object, asked over HTTP, with a clock that the request sets. */
import { durableBuckets, InteraktBuckets as Own } from "interakt-wasm/edge";

let now = 0;

export class InteraktBuckets extends Own {
  /** @param {any} state @param {unknown} env */
  constructor(state, env) {
    super(state, env, { clock: { now: () => now } });
    this.storage = state.storage;
  }

  /** @param {Request} request */
  async fetch(request) {
    if (new URL(request.url).pathname !== "/rows") return super.fetch(request);
    return Response.json(this.storage.sql.exec("SELECT key FROM interakt_buckets").toArray());
  }
}

export default {
  /** @param {Request} request @param {any} env */
  async fetch(request, env) {
    const stub = env.BUCKETS.get(env.BUCKETS.idFromName("default"));
    if (request.method === "GET") return stub.fetch("http://buckets/rows");
    const content = /** @type {any} */ (await request.json());
    now = content.now;
    const turn = await durableBuckets(env.BUCKETS).take(content.takes);
    return Response.json({ ...turn, waitMs: String(turn.waitMs) });
  },
};
