/** Tells the page what a webhook was told about a message. */
import { refusal } from "./respond.js";

/**
 * @param {Request} request Its `id` is that of the message.
 * @param {import("./account.js").Account} account
 * @param {{ waitUntil(promise: Promise<unknown>): void }} context
 * @returns {Promise<Response>}
 */
export async function tellWebhooks(request, { readWebhooks }, context) {
  if (readWebhooks === undefined) {
    return refusal(404, "Interakt tells a webhook of your own what becomes of messages.");
  }
  const reading = readWebhooks(new URL(request.url).searchParams.get("id") ?? "");
  // Goes on when the page is left meanwhile: others wait for the same deliveries.
  context.waitUntil(reading);
  const told = await reading;
  if (told === undefined) return refusal(404, "The console does not remember such a message.");
  return Response.json(told, { headers: { "cache-control": "no-store" } });
}
