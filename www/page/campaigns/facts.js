/** What there is to be told of a campaign besides its counts. */
import { counted } from "../files/words.js";
import { paceWords, timeWords } from "./words.js";

/**
 * @typedef {import("interakt-wasm/edge").AccountState} AccountState
 * @typedef {import("interakt-wasm/edge").CampaignSettings} CampaignSettings
 * @typedef {import("interakt-wasm/edge").CampaignState} CampaignState
 */

/**
 * @param {CampaignState} state
 * @param {AccountState | undefined} account Once it is known.
 * @param {number} now In milliseconds since 1970.
 * @returns {[name: string, text: string][]} What is not known yet is left out.
 */
export function factsOf({ settings, cost, createdAt, startedAt, endedAt }, account, now) {
  const template = templateIn(settings);
  return [
    ...fact("Template", template),
    ...fact("Costs so far", startedAt && `${costWords(cost)}, as reported by Interakt’s webhooks`),
    ...fact("Pace", account && paceWords(account, now)),
    ["Quiet hours", quietWords(settings)],
    ["Pauses automatically", stopWords(settings)],
    ["Made", timeWords(createdAt)],
    ...fact("Started", startedAt && timeWords(startedAt)),
    ...fact("Ended", endedAt && timeWords(endedAt)),
  ];
}

/**
 * @param {string} name
 * @param {string | 0 | null | undefined} text
 * @returns {[string, string][]}
 */
const fact = (name, text) => (text ? [[name, text]] : []);

/** @param {CampaignSettings} settings */
function quietWords({ quiet }) {
  return quiet ? `${quiet.from} to ${quiet.to}, in the recipient’s own time` : "None";
}

/** @param {CampaignSettings} settings */
function stopWords({ stopAt }) {
  if (!stopAt) return "Never";
  const after = stopAt.after ? `, after ${counted(stopAt.after, "row")}` : "";
  return `When more than ${Number((stopAt.failed * 100).toFixed(2))}% fail${after}`;
}

/** @param {CampaignSettings} settings What a page kept there; another application may keep anything. */
function templateIn({ about }) {
  const { name, languageCode } = /** @type {any} */ (about)?.base?.template ?? {};
  return typeof name === "string" ? [name, languageCode].filter(Boolean).join(", ") : undefined;
}

/** @param {string} cost In decimals, as the sum of what webhooks told. */
export function costWords(cost) {
  const value = Number(cost);
  return Number.isFinite(value)
    ? value.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 4 })
    : cost;
}
