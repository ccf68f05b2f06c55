/** Reads what an account is told. */
import { PLANS } from "../operations.js";
import { MOST_SLACK_MS } from "./account-store.js";
import { checkNames, refuse } from "./options.js";

/** What an account begins with. */
export const LIMIT = { perMinute: PLANS.growth, slackMs: 1_500 };

/** The longest pause: whoever misreads a number has not stopped everything for ever. */
const MOST_PAUSE_MS = 3_600_000;

/**
 * @param {import("../types/edge-account.js").AccountOptions} options
 * @returns {Partial<import("./pace.js").Limit>}
 */
export function readLimit({ plan, slackMs }) {
  if (slackMs !== undefined && !(slackMs >= 0 && slackMs <= MOST_SLACK_MS)) {
    refuse(`slackMs must be a number of milliseconds, from 0 to ${MOST_SLACK_MS}.`);
  }
  return {
    ...(plan !== undefined && { perMinute: readPlan(plan) }),
    ...(slackMs !== undefined && { slackMs }),
  };
}

/** @param {unknown} plan */
function readPlan(plan) {
  if (typeof plan === "string" && Object.hasOwn(PLANS, plan)) {
    return PLANS[/** @type {keyof typeof PLANS} */ (plan)];
  }
  checkNames(plan, ["requestsPerMinute"], "plan");
  const { requestsPerMinute } = /** @type {{ requestsPerMinute?: unknown }} */ (plan ?? {});
  if (typeof requestsPerMinute === "number" && requestsPerMinute >= 1 && requestsPerMinute < 1e9) {
    return Math.floor(requestsPerMinute);
  }
  const names = Object.keys(PLANS)
    .map((name) => `"${name}"`)
    .join(", ");
  return refuse(`plan must be ${names} or { requestsPerMinute }, a number of 1 or more.`);
}

/** @param {unknown} waitMs */
export function readPause(waitMs) {
  if (typeof waitMs !== "number" || !(waitMs >= 0)) {
    refuse("pause takes a number of milliseconds, 0 or more.");
  }
  return Math.min(waitMs, MOST_PAUSE_MS);
}

/**
 * As a number is known everywhere here: its digits. Who takes one out of a list of contacts has it
 * with a plus sign, and must not write to somebody for that who wants no messages.
 *
 * @param {unknown} recipient
 * @returns {string}
 */
export function readRecipient(recipient) {
  if (typeof recipient !== "string" || recipient === "") {
    return refuse("A recipient must be the digits of a number with its country code, or a userId.");
  }
  return /^\+[\d\s().-]+$/.test(recipient) ? recipient.replace(/\D/g, "") : recipient;
}

/** @param {unknown} recipients */
export function readRecipients(recipients) {
  if (!Array.isArray(recipients)) refuse("It takes a list of recipients.");
  return Array.from(recipients, readRecipient);
}

/** @param {{ after?: string, most?: number }} options */
export function readPage(options) {
  checkNames(options, ["after", "most"], "optedOut");
  const { after, most } = options;
  if (after !== undefined && typeof after !== "string") {
    refuse("optedOut: after must be a recipient of the list.");
  }
  if (most !== undefined && !(Number.isSafeInteger(most) && most > 0)) {
    refuse("optedOut: most must be a whole number, 1 or more.");
  }
  return options;
}

/** @param {import("../types/edge-account.js").CampaignTurn} turn */
export function readTurn({ recipient, userId, campaign, index }) {
  if (typeof campaign !== "string" || !Number.isInteger(index)) {
    refuse("admit takes the recipient, the campaign's id and the row's index.");
  }
  // An empty text counts as absent.
  const more = userId ? { userId: readRecipient(userId) } : {};
  return { recipient: readRecipient(recipient), ...more, campaign, index };
}
