/** What a campaign may be told, and what is refused by its name. */
import { isListOf } from "../list.js";
import { ROW_STATES } from "./ledger-head.js";
import { isIndex } from "./ledger-schema.js";
import { checkNames, refuse } from "./options.js";

/** @typedef {import("../types/edge-ledger.js").CampaignSettings} CampaignSettings */

/** @type {(value: any) => boolean} */
const isTime = (value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value);

/** @type {(value: any) => boolean} */
function isTimeZone(value) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return typeof value === "string";
  } catch {
    return false;
  }
}

/** @type {(value: unknown) => boolean} */
const isCount = (value) => Number.isInteger(value) && Number(value) > 0;

/**
 * What each setting must be.
 *
 * @type {Record<string, [fits: (value: any) => boolean, must: string]>}
 */
const SETTINGS = {
  name: [(value) => typeof value === "string" && value !== "", "a text that is not empty"],
  operation: [
    (value) => value === "sendMessage" || value === "sendRcs",
    '"sendMessage" or "sendRcs"',
  ],
  quiet: [
    (value) => isTime(value?.from) && isTime(value.to) && value.from !== value.to,
    'two different times of a day, such as { from: "21:00", to: "09:00" }',
  ],
  timeZone: [isTimeZone, 'the name of a time zone, such as "Asia/Kolkata"'],
  stopAt: [
    (value) =>
      value?.failed >= 0 &&
      value.failed <= 1 &&
      (value.after === undefined || isCount(value.after)),
    "a share and how many rows to wait for, such as { failed: 0.2, after: 50 }",
  ],
  maxAttempts: [isCount, "a whole number from 1 on"],
  about: [() => true, ""],
};

/**
 * @param {any} settings
 * @returns {CampaignSettings}
 */
export function readSettings(settings) {
  if (typeof settings?.name !== "string") refuse("open: settings must be an object with a name.");
  checkNames(settings, Object.keys(SETTINGS), "A campaign");
  for (const [name, [fits, must]] of Object.entries(SETTINGS)) {
    if (settings[name] !== undefined && !fits(settings[name])) refuse(`${name} must be ${must}.`);
  }
  return settings;
}

/**
 * @param {string} call
 * @param {any} options
 */
export function checkOwner(call, options) {
  if (typeof options?.owner === "string" && options.owner !== "") return;
  refuse(`${call}: owner must be a text of its own.`);
}

/** @param {any} options */
export function checkClaim(options) {
  checkOwner("claim", options);
  const { most, leaseMs } = options;
  if (!isCount(most)) refuse("claim: most must be a whole number, 1 or more.");
  if (!(leaseMs > 0)) refuse("claim: leaseMs must be milliseconds.");
}

/** States of rows that a person may let wait again. What was sent is never among them. */
const AGAIN = ["unknown", "dead", "refused"];

/** @param {any} options */
export function checkAgain(options) {
  checkDecision("again", options, ["state", "indexes"]);
  if (!AGAIN.includes(options.state)) {
    refuse(`again: state must be one of ${AGAIN.join(", ")}.`);
  }
}

/**
 * What a person tells a campaign. A name that is none could mean all rows.
 *
 * @param {string} method
 * @param {any} options
 * @param {readonly string[]} [names] besides `call`
 */
export function checkDecision(method, options, names = []) {
  checkNames(options, [...names, "call"], method);
  const { indexes, call } = options;
  if (call !== undefined && !(typeof call === "string" && /^.{1,64}$/s.test(call))) {
    refuse(`${method}: call must be a text of 1 to 64 characters, another for each call.`);
  }
  if (indexes === undefined || isListOf(indexes, isIndex)) return;
  refuse(`${method}: indexes must be a list of whole numbers, or be left out for all rows.`);
}

/** @param {any} options */
export function checkPage({ state, after, most }) {
  if (state !== undefined && !ROW_STATES.includes(state)) {
    refuse(`rows: state must be one of ${ROW_STATES.join(", ")}.`);
  }
  if (after !== undefined && !Number.isInteger(after)) refuse("rows: after must be an index.");
  checkMost("rows", most);
}

/**
 * @param {string} call
 * @param {unknown} most
 */
export function checkMost(call, most) {
  if (most !== undefined && !isCount(most)) {
    refuse(`${call}: most must be a whole number, 1 or more.`);
  }
}
