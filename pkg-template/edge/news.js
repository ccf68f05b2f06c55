/** What webhooks tell of the rows of campaigns. */
import { isInteraktError } from "interakt-wasm";
import { rowOfCallbackData } from "./callback-data.js";

/**
 * @typedef {import("interakt-wasm").WebhookEvent} WebhookEvent
 * @typedef {import("../types/edge-consumer.js").CampaignNews} CampaignNews
 * @typedef {import("../types/edge-ledger.js").RowNews} RowNews
 * @typedef {import("../types/edge-account.js").Account} Account
 */

const OPT_OUT_WORDS = ["STOP", "UNSUBSCRIBE"];

/**
 * What somebody said, whatever stands around it: a full stop that the phone has put there, quotes,
 * stars that make it bold, marks that cannot be seen. What has neither letters nor digits stays whole.
 *
 * @param {string} text
 */
const saidOf = (text) =>
  text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)
    ?.join(" ")
    .toUpperCase() ?? text.trim();

/** Who writes later than that answers something else. */
const REPLY_MS = 7 * 24 * 3_600_000;

/** @type {typeof import("../types/edge-consumer.js").newsOf} */
export function newsOf(event) {
  const row = event.known ? rowOfCallbackData(event.callbackData) : null;
  if (!row) return null;
  const { campaign, index } = row;
  const { message } = partsOf(event);
  // What a form tells is a message of the customer's own, and names ours only by its callbackData.
  return event.status === null
    ? { campaign, index, at: timeOf(event), replied: true }
    : { campaign, index, ...newsOfMessage(event, message) };
}

/** @type {typeof import("../types/edge-consumer.js").applyWebhook} */
export async function applyWebhook(event, { ledger, account, optOutWords = OPT_OUT_WORDS }) {
  if (!event.known) return false;
  const writer = writerOf(event);
  const said = saidOf(saidIn(event) ?? "");
  if (writer && said && optOutWords.some((word) => saidOf(word) === said)) {
    await account.optOut([writer]);
    // One that was written to by a `userId` is known by that; a tap names its message.
    const tapped = newsOf(event);
    const row = tapped && (await rowOf(ledger, tapped));
    if (row?.recipient) await account.optOut([row.recipient]);
  }
  const news = newsOf(event) ?? (await newsBySender(event, writer, { ledger, account }));
  if (!news) return false;
  const { campaign, ...rest } = news;
  await ledger(campaign).tell(rest);
  return true;
}

/**
 * A reply names no message, and RCS tells no `callbackData`: what the account has let through last for
 * this person it may be about, if that was sent after all. A status is if the row has the message's id.
 *
 * @param {WebhookEvent} event
 * @param {string | undefined} writer
 * @param {Pick<Parameters<typeof applyWebhook>[1], "ledger" | "account">} from
 * @returns {Promise<CampaignNews | null>}
 */
async function newsBySender(event, writer, { ledger, account }) {
  const isReply = event.type === "message_received" || event.entityType === "USER_MESSAGE";
  const isStatus = event.channel === "rcs" && event.status !== null;
  const last = writer && (isReply || isStatus) && (await account.lastMessage(writer));
  if (!last) return null;
  const { campaign, index } = last;
  const at = timeOf(event);
  if (isReply && at > last.at + REPLY_MS) return null;
  const row = await rowOf(ledger, last);
  const { message } = partsOf(event);
  if (!isReply) {
    if (row?.messageId !== event.messageId) return null;
    return { campaign, index, ...newsOfMessage(event, message) };
  }
  // A tap would tell the ledger that a parked row was sent; it may be of an earlier message.
  if (row?.state !== "sent" && row?.state !== "unknown") return null;
  const clicked =
    row.state === "sent" && event.entityType === "USER_MESSAGE" && !!message.suggestionResponse;
  return { campaign, index, at, replied: true, ...(clicked && { clicked }) };
}

/**
 * @param {Parameters<typeof applyWebhook>[1]["ledger"]} ledger
 * @param {{ campaign: string, index: number }} place
 * @returns {Promise<import("../types/edge-ledger.js").LedgerRow | undefined>} None of a campaign that
 *   was erased.
 */
async function rowOf(ledger, { campaign, index }) {
  try {
    const [row] = await ledger(campaign).rows({ after: index - 1, most: 1 });
    return row?.index === index ? row : undefined;
  } catch (error) {
    if (isInteraktError(error) && error.code === "campaign_unknown") return undefined;
    throw error;
  }
}

/**
 * @param {WebhookEvent} event
 * @param {any} message
 * @returns {Omit<RowNews, "index">}
 */
function newsOfMessage(event, message) {
  const { messageId, status } = event;
  const code = message.channel_error_code ?? message.error?.code ?? message.error?.errCode;
  const words = message.channel_failure_reason ?? message.error?.message ?? message.eventType;
  const cost = (message.meta_data ?? message.metadata)?.message_cost?.actual_message_cost;
  return {
    ...{ messageId, status, at: timeOf(event) },
    ...(status === "clicked" && { clicked: true }),
    ...(status === "failed" && { problem: [code, words].filter(Boolean).join(": ") }),
    ...(cost && { cost: String(cost) }),
  };
}

/** The message of an event, and who it is to or from. @param {any} event */
function partsOf({ data, entity, userPhoneNumber }) {
  const { message = entity ?? {}, customer, event } = data ?? {};
  return { message, phone: customer?.channel_phone_number ?? userPhoneNumber, click: event };
}

/** @param {WebhookEvent} event @returns {string | undefined} All digits, as recipients are. */
function writerOf(event) {
  const { phone } = partsOf(event);
  return phone ? String(phone).replace(/^\+/, "") : undefined;
}

/** When it was so. @param {any} event */
function timeOf(event) {
  const { message, click } = partsOf(event);
  const times = {
    sent: message.received_at_utc,
    delivered: message.delivered_at_utc,
    read: message.seen_at_utc,
    clicked: (click ?? message.meta_data ?? message).click_timestamp,
  };
  const own = times[/** @type {keyof typeof times} */ (event.status)] ?? message.sendTime;
  return Date.parse(own ?? event.timestamp) || Date.now();
}

/**
 * What a customer wrote, or what the button says that was tapped.
 *
 * @param {any} event
 * @returns {string | undefined}
 */
function saidIn(event) {
  const { message } = partsOf(event);
  const { suggestionResponse, text } = message;
  if (event.entityType) return text ?? suggestionResponse?.plainText ?? undefined;
  if (event.type !== "message_received") return message.meta_data?.button_text ?? undefined;
  const said = message.message;
  if (typeof said === "string") return said;
  return said?.button_reply?.title ?? said?.list_reply?.title;
}
