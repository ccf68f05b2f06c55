/** The proxies of the table of refusals in workerd, each below its number. */
import { createProxy, durableBuckets, InteraktBuckets } from "interakt-wasm/edge";
import { optionsOf, ROWS } from "./proxy-rows.mjs";

export { InteraktBuckets };

/** @type {any[]} */
const told = [];

export default {
  /** @param {Request} request @param {any} env @param {any} context */
  async fetch(request, env, context) {
    const [, first] = new URL(request.url).pathname.split("/");
    if (first === "told") return Response.json(told);
    const row = ROWS[Number(first)] ?? { options: {} };
    const upstream = first === "slow" ? `${env.UPSTREAM}/slow` : env.UPSTREAM;
    const options = optionsOf(/** @type {any} */ (row), upstream);
    const limits = options.limits && {
      buckets: durableBuckets(env.BUCKETS, { name: first }),
      ...options.limits,
    };
    const proxy = createProxy(
      /** @type {any} */ ({
        ...options,
        limits,
        onSend: (/** @type {any} */ { data }) => told.push({ sent: data?.id }),
        onRefuse: (/** @type {any} */ event) => told.push({ ...event, cause: undefined }),
      }),
    );
    return proxy(request, context);
  },
};
