/** A Worker whose requests share one client, and with it one limit. */
import { Interakt } from "interakt-wasm";

/** @type {Interakt | undefined} */
let interakt;

/** How many requests have begun to send, and how many have come to an end of any kind. */
const counts = { begun: 0, ended: 0 };

export default {
  /**
   * @param {Request} request
   * @param {{ API_KEY: string, BASE_URL: string, REQUESTS_PER_MINUTE: number }} env
   */
  async fetch(request, env) {
    if (request.method === "GET") return Response.json(counts);
    interakt ??= new Interakt({
      apiKey: env.API_KEY,
      baseUrl: env.BASE_URL,
      plan: { requestsPerMinute: env.REQUESTS_PER_MINUTE },
      totalTimeoutMs: 30_000,
    });
    counts.begun += 1;
    try {
      return Response.json(await interakt.sendMessage(await request.json()));
    } finally {
      counts.ended += 1;
    }
  },
};
