/** What an event of a webhook says, in the words of the package. */

/** @typedef {import("interakt-wasm").WebhookEvent} WebhookEvent */

/**
 * @param {WebhookEvent} event
 * @returns {string} What Interakt or Jio calls it.
 */
export function kindOf(event) {
  const { type, entityType, entity } = /** @type {Record<string, any>} */ (event);
  const name = type ?? entity?.eventType ?? entityType;
  return typeof name === "string" ? name : "none";
}

/**
 * @param {WebhookEvent} event
 * @returns {string | null} The digits of the number of the customer it is about.
 */
export function customerOf(event) {
  const { data, userPhoneNumber } = /** @type {Record<string, any>} */ (event);
  const number = data?.customer?.channel_phone_number ?? data?.customer_number ?? userPhoneNumber;
  return typeof number === "string" ? number.replaceAll(/\D/g, "").slice(0, 20) || null : null;
}

/**
 * @param {WebhookEvent} event
 * @returns {Record<string, string | null>} By the names that the package gives them.
 */
export function factsOf(event) {
  const { known, channel, status, messageId, callbackData, submissionKey, dedupeKey } = event;
  return {
    kind: kindOf(event),
    known: known ? "yes" : "no, so it is left untouched",
    channel,
    status,
    messageId,
    callbackData,
    submissionKey,
    dedupeKey,
  };
}

/**
 * @typedef {object} Step What happened to a message.
 * @property {string} word Its status, or what the customer did.
 * @property {string} [code] Why it failed.
 * @property {string} [text] Why it failed in words, what was tapped, answered or filled in.
 * @property {string} [link] The page that was opened.
 * @property {string} [at] When, as ISO 8601.
 */

/**
 * @param {WebhookEvent} event
 * @returns {Step}
 */
export function stepOf(event) {
  const said = event.channel === "rcs" ? saidByRcs(event) : saidByWhatsApp(event);
  const { timestamp, entity } = /** @type {Record<string, any>} */ (event);
  const step = { word: event.status ?? kindOf(event), at: timestamp ?? entity?.sendTime, ...said };
  const there = Object.entries(step).filter(([, value]) => value !== null && value !== undefined);
  return /** @type {Step} */ (Object.fromEntries(there));
}

/**
 * @param {any} event
 * @returns {{ [Key in keyof Step]?: Step[Key] | null }}
 */
function saidByWhatsApp({ type, status, submissionKey, data, event: beside }) {
  const { message } = data ?? {};
  if (status === "failed") {
    return { code: message.channel_error_code, text: message.channel_failure_reason };
  }
  if (status === "clicked") {
    const places = [data.event, beside, message.meta_data, message];
    const { button_text, button_link } = places.find((place) => place?.button_text) ?? {};
    return { text: button_text, link: button_link || null };
  }
  if (submissionKey) return { word: "submitted", text: answersOf(message.message) };
  if (type !== "message_received") return {};
  const { button_reply, list_reply } = message.message ?? {};
  return { word: "replied", text: button_reply?.title ?? list_reply?.title ?? message.message };
}

/**
 * @param {any} message
 * @returns {string | null} What was filled into a form, as far as it can be read.
 */
function answersOf(message) {
  const answers = message?.nfm_reply?.response_json;
  if (typeof answers !== "object" || answers === null) return null;
  return Object.entries(answers)
    .map(([name, value]) => `${name}: ${[value].flat().join(", ")}`)
    .join("; ");
}

/**
 * @param {any} event
 * @returns {{ [Key in keyof Step]?: Step[Key] | null }}
 */
function saidByRcs({ entityType, status, entity }) {
  if (status === "failed") {
    const { errCode, code, message } = entity.error ?? {};
    return { code: errCode ?? code, text: message };
  }
  if (entityType !== "USER_MESSAGE") return {};
  const { plainText, type } = entity.suggestionResponse ?? {};
  return { word: type === "ACTION" ? "clicked" : "replied", text: plainText ?? entity.text };
}
