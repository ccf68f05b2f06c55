/** What becomes of the messages that the simulated account sends. */
import { rowOfCallbackData } from "interakt-wasm/edge";
import { TALKATIVE, UNREACHABLE } from "./cases.js";
import { TEMPLATES } from "./templates.js";

/**
 * @typedef {import("interakt-wasm/simulator").LifeStep} LifeStep
 * @typedef {import("interakt-wasm/simulator").AcceptedMessage} AcceptedMessage
 */

/** @type {readonly LifeStep[]} */
const FAILED = ["sent", { failed: { code: "131026", reason: "Message undeliverable" } }];

/** @type {readonly LifeStep[]} */
const READ = ["sent", "delivered", "read"];

/** The buttons that webhooks tell of. */
const TAPPED = ["QUICK_REPLY", "URL", "FLOW"];

/** What is filled into the form of `tea_survey`. */
const SURVEY = { screen_0_Favourite_0: "Monsoon Gold", screen_0_Bought_1: ["loose", "bags"] };

/**
 * @param {AcceptedMessage} message
 * @returns {readonly LifeStep[]} A customer who can reply does, by the first thing to tap.
 */
export function lifeOf({ operation, input }) {
  if (isTo(UNREACHABLE, input)) return FAILED;
  const end = operation === "sendRcs" ? endOfRcs(input) : endOfMessage(input);
  if (rowOfCallbackData(input.callbackData ?? null)) return lifeInCampaign(input, end);
  if (end !== undefined) return [...READ, end];
  return isTo(TALKATIVE, input) ? [...READ, { replied: "Is the first flush in yet?" }] : READ;
}

/**
 * The last two digits of a number say what its owner does with a campaign's message, so that of many
 * some do each.
 *
 * @param {any} input
 * @param {LifeStep | undefined} end
 * @returns {readonly LifeStep[]}
 */
function lifeInCampaign({ fullPhoneNumber, phoneNumber, userId }, end) {
  const last = Number.parseInt(String(fullPhoneNumber ?? phoneNumber ?? userId).slice(-2), 10) || 0;
  if (last < 4) return FAILED;
  if (last < 8) return ["sent"];
  if (last < 25) return ["sent", "delivered"];
  if (last < 26) return [...READ, { replied: "STOP" }];
  if (last < 30) return [...READ, { replied: "Is the first flush in yet?" }];
  return last < 50 && end ? [...READ, end] : READ;
}

/**
 * @param {{ countryCode: string, phoneNumber: string }} customer
 * @param {any} input
 */
function isTo({ countryCode, phoneNumber }, input) {
  return (
    input.phoneNumber === phoneNumber ||
    input.fullPhoneNumber === countryCode.slice(1) + phoneNumber
  );
}

/**
 * @param {any} input
 * @returns {LifeStep | undefined}
 */
function endOfMessage({ type, data, template }) {
  if (type === "InteractiveButton") {
    return { replied: { button: data.message.action.buttons[0].reply } };
  }
  if (type === "InteractiveList") {
    return { replied: { row: data.message.action.sections[0].rows[0] } };
  }
  if (type !== "Template") return undefined;
  const known = TEMPLATES.find(({ name, language }) => {
    return name === template.name && language === template.languageCode;
  });
  const buttons = /** @type {{ type: string, text: string, url?: string }[]} */ (
    known?.buttons ?? []
  );
  const index = buttons.findIndex(({ type }) => TAPPED.includes(type));
  const { type: kind, text, url } = buttons[index] ?? {};
  if (text === undefined) return undefined;
  if (kind === "FLOW") return { submitted: SURVEY };
  if (url === undefined) return { clicked: text };
  const [value = ""] = template.buttonValues?.[index] ?? [];
  return { clicked: text, url: url.replace("{{1}}", value) };
}

/**
 * @param {any} input
 * @returns {LifeStep | undefined}
 */
function endOfRcs({ message }) {
  const [first] = message?.suggestions ?? [];
  if (first?.reply) return { clicked: first.reply.plainText };
  const url = first?.action?.openUrl?.url;
  return url && { clicked: first.action.plainText, url };
}
