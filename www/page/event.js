/** What an event of a webhook says, in the words of the package. */

/** @typedef {import("interakt-wasm").WebhookEvent} WebhookEvent */

/**
 * @param {WebhookEvent} event
 * @returns {string} What Interakt or Jio calls it.
 */
export function kindOf(event) {
  const { type, entityType, entity } = /** @type {Record<string, any>} */ (event);
  const names = [type ?? entityType, entity?.eventType];
  return names.filter((name) => typeof name === "string").join(" ") || "no kind";
}

/**
 * @param {WebhookEvent} event
 * @returns {Record<string, string | null>} By the names that the package gives them.
 */
export function factsOf(event) {
  const { known, channel, status, messageId, callbackData, dedupeKey } = event;
  return {
    kind: kindOf(event),
    known: known ? "yes" : "no, and so it is left untouched",
    channel,
    status,
    messageId,
    callbackData,
    dedupeKey,
  };
}
