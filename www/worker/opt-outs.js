/** Who wants no more messages: `/api/opt-outs`. */
import { limiterOf } from "./account.js";
import { jsonOf } from "./body.js";
import { numbersOf } from "./read.js";
import { answer, refusal } from "./respond.js";

/** @typedef {import("../worker.js").Asked} Asked */

/**
 * @param {Asked} asked
 * @returns {Promise<Response>}
 */
export async function optOuts({ request, url, env, account }) {
  const limiter = limiterOf(env, account);
  if (request.method === "GET") {
    const after = url.searchParams.get("after");
    const options = { ...(after && { after }), ...numbersOf(url.searchParams, ["most"]) };
    return answer({ recipients: await limiter.optedOut(options) });
  }
  if (request.method !== "POST" && request.method !== "DELETE") {
    return refusal(405, "Use GET to read the list, and POST or DELETE to change it.");
  }
  const recipients = (await jsonOf(request))?.recipients;
  if (!Array.isArray(recipients) || !recipients.every((one) => typeof one === "string" && one)) {
    return refusal(400, "`recipients` is a list of texts: all digits of a number, or a userId.");
  }
  const changed = await (request.method === "POST"
    ? limiter.optOut(recipients)
    : limiter.optIn(recipients));
  return answer({ changed });
}
