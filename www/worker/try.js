/** A campaign's message to oneself, before anybody else gets it. */
import { phone } from "interakt-wasm";
import { limiterOf, senderOf } from "./account.js";
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
  const { value } = phone.parse(typeof to === "string" ? to : "");
  if (!value) return refusal(400, "`to` is a whole number, such as +919876543210.");
  if (!campaign.sample) return refusal(409, "No row can be sent: upload the file first.");
  const { countryCode, phoneNumber, userId, callbackData, ...rest } = campaign.sample;
  const input = { ...rest, fullPhoneNumber: value.fullPhoneNumber };
  const { operation = "sendMessage" } = (await ledger.state()).settings;
  const client = senderOf(account);
  await limiterOf(env, account).acquire({ signal: request.signal });
  const { id } = /** @type {{ id?: string | null }} */ (
    await (operation === "sendRcs" ? client.sendRcs(input) : client.sendMessage(input))
  );
  return answer({ id: id ?? null });
}
