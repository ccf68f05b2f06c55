/** What the page asks of webhooks: `/api/webhooks`. */
import { answer, refusal } from "./respond.js";
import { tellAgain } from "./tell-again.js";
import { logOf } from "./webhook-log.js";

/** @typedef {import("../worker.js").Asked} Asked */

/** What can be asked: by the part of the address behind it, and the method. @type {Record<string, Record<string, (asked: Asked, id: string) => Promise<Response>>>} */
const ACTIONS = {
  "": { GET: tellLife },
  told: { GET: readTold, DELETE: forgetTold },
  tell: { POST: tellAgain },
};

/**
 * @param {Asked} asked
 * @returns {Promise<Response>}
 */
export async function webhookRoutes(asked) {
  const [, , , name = "", id = "", ...surplus] = asked.url.pathname.split("/");
  const actions = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  const isKnown = actions && surplus.length === 0 && (id === "" || name === "told");
  if (!isKnown) return refusal(404, "There is nothing at this address.");
  const { method } = asked.request;
  // One alone is read, and not forgotten.
  const methods = Object.keys(actions).filter((name) => id === "" || name === "GET");
  const action = methods.includes(method) ? actions[method] : undefined;
  return action?.(asked, id) ?? refusal(405, `Use ${methods.join(" or ")}.`);
}

/**
 * What a webhook was told about a message, whose id is `id`.
 *
 * @param {Asked} asked
 */
async function tellLife({ url: { searchParams }, account: { readWebhooks } }) {
  if (readWebhooks === undefined) {
    return refusal(404, "Interakt reports delivery to a webhook of your own.");
  }
  const told = await readWebhooks(searchParams.get("id") ?? "");
  return told ? answer(told) : refusal(404, "The console no longer remembers this message.");
}

/**
 * The list, or one whole. `after` is the newest that the page has.
 *
 * @param {Asked} asked
 * @param {string} id
 */
async function readTold({ url: { searchParams }, env, account }, id) {
  const log = logOf(env, account);
  if (id !== "") {
    const whole = await log?.get(id, Date.now());
    return whole ? answer(whole) : refusal(404, "This webhook is no longer kept.");
  }
  return answer(log ? await log.list(searchParams.get("after"), Date.now()) : { isOff: true });
}

/** @param {Asked} asked */
async function forgetTold({ env, account }) {
  await logOf(env, account)?.forget();
  return answer({});
}
