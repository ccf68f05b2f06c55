/** Tells the page what a webhook was told about a message. */
import { answer, refusal } from "./respond.js";

/**
 * @param {URL} url Its `id` is that of the message.
 * @param {import("./account.js").Account} account
 * @returns {Promise<Response>}
 */
export async function tellWebhooks({ searchParams }, { readWebhooks }) {
  if (readWebhooks === undefined) {
    return refusal(404, "Interakt reports delivery to a webhook of your own.");
  }
  const told = await readWebhooks(searchParams.get("id") ?? "");
  return told ? answer(told) : refusal(404, "The console no longer remembers this message.");
}
