/** What a message carries so that its webhooks find its row. */
import { sendMessage } from "interakt-wasm";
import { isIndex } from "./ledger-schema.js";
import { refuse } from "./options.js";

/** What a campaign may be called: it stands in names of objects, in paths and in `callbackData`. */
const ID = /^[A-Za-z0-9_-]{1,40}$/;

/** @param {unknown} id */
export function checkId(id) {
  if (typeof id === "string" && ID.test(id)) return;
  refuse('The id of a campaign has 1 to 40 letters, digits, "-" and "_".', "campaign_id_invalid");
}

/**
 * @param {string} campaign
 * @param {number} index
 * @param {string} [own]
 */
export function callbackDataOf(campaign, index, own) {
  checkId(campaign);
  if (!isIndex(index)) refuse("The index of a row is a whole number, 0 or more.");
  return own ? `${campaign}.${index}.${own}` : `${campaign}.${index}`;
}

/** @param {string | null} callbackData */
export function rowOfCallbackData(callbackData) {
  // Making a text of anything else could take for ever.
  if (typeof callbackData !== "string") return null;
  const parts = /^([A-Za-z0-9_-]{1,40})\.(0|[1-9]\d{0,9})(?:\.(.+))?$/s.exec(callbackData);
  const [, campaign, index, own = null] = parts ?? [];
  if (campaign === undefined || !isIndex(Number(index))) return null;
  return { campaign, index: Number(index), own };
}

/**
 * Whether Interakt takes so much, by the rule that each message is checked by.
 *
 * @param {string} callbackData
 */
export function fits(callbackData) {
  /** @type {any} */
  const message = { fullPhoneNumber: "919876543210", type: "Text", data: { message: "-" } };
  return sendMessage.validate({ ...message, callbackData }).ok;
}
