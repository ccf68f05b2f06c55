/** The cases of `matchRequest` in workerd. */
import { matchedStrangers, roundTrip } from "./match-cases.mjs";

export default {
  /** @param {Request} request */
  async fetch(request) {
    if (request.method === "GET") return Response.json(await matchedStrangers());
    const { examples, prefix } = /** @type {any} */ (await request.json());
    const problems = [];
    for (const example of examples) {
      const problem = await roundTrip(example, prefix).catch(String);
      if (problem) problems.push(problem);
    }
    return Response.json({ problems, tried: examples.length });
  },
};
