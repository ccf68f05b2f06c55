/** Asks the Worker for what webhooks were told, and to tell one again. */
import { ask } from "../campaigns/api.js";

/**
 * @template Answer
 * @typedef {import("../campaigns/api.js").Asked<Answer>} Asked Never rejected.
 */

/**
 * @typedef {import("../../worker/webhook-log.js").Listed} Listed
 * @typedef {import("../../worker/webhook-log.js").Page} Page
 * @typedef {import("../../worker/webhook-log.js").Whole} Whole
 * @typedef {import("../../worker/tell-again.js").ToldAgain} ToldAgain
 * @typedef {import("../../worker/tell-again.js").Unanswered} Unanswered
 * @typedef {import("../worker-client.js").Failure} Failure
 */

const TOLD = "api/webhooks/told";

/**
 * @param {string | undefined} after The newest that the page has.
 * @returns {Asked<Page & { isOff?: undefined } | { isOff: true }>} Off: the application keeps none.
 */
export const readTold = (after) =>
  ask("GET", after === undefined ? TOLD : `${TOLD}?${new URLSearchParams({ after })}`);

/** @param {string} id @returns {Asked<Whole>} */
export const readWhole = (id) => ask("GET", `${TOLD}/${encodeURIComponent(id)}`);

/** @returns {Asked<object>} */
export const forgetTold = () => ask("DELETE", TOLD);

/**
 * @param {{ url: string, payload: string, signature: string | null }} asked
 * @returns {Promise<{ answer: ToldAgain, failure?: undefined, error?: undefined } | { answer?: undefined, failure: Unanswered, error?: undefined } | { answer?: undefined, failure?: undefined, error: Failure }>}
 *   Never rejected.
 */
export const tell = (asked) => ask("POST", "api/webhooks/tell", asked);
