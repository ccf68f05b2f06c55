/** A campaign's message to oneself, before anybody else gets it. */
import { phone } from "interakt-wasm";
import { clientOf } from "./account.js";
import { jsonOf } from "./body.js";
import { answer, refusal } from "./respond.js";

/**
 * Sends what the first row says to the number `to`. No row of the ledger knows of it.
 *
 * @param {import("./campaigns.js").AskedOne} asked
 * @returns {Promise<Response>} The message's `id`.
 */
export async function trySending({ request, env, account, ledger, campaign }) {
  const { to } = (await jsonOf(request)) ?? {};
  const { ok, value, notes } = phone.parse(typeof to === "string" ? to : "");
  // Digits without a + may be somebody's in another country.
  if (!ok || !value || notes.some(({ code }) => code === "phone.assumed_international")) {
    return refusal(400, "`to` is a whole number with its country code, such as +919876543210.");
  }
  if (!campaign.sample) return refusal(409, "No row can be sent: upload the file first.");
  const { countryCode, phoneNumber, userId, callbackData, ...rest } = campaign.sample;
  const input = { ...rest, fullPhoneNumber: value.fullPhoneNumber };
  const { operation = "sendMessage" } = (await ledger.state()).settings;
  const client = clientOf(env, account);
  const { id } = /** @type {{ id?: string | null }} */ (
    await (operation === "sendRcs" ? client.sendRcs(input) : client.sendMessage(input))
  );
  return answer({ id: id ?? null });
}
