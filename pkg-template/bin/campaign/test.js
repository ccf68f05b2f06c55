/** `interakt-wasm campaign run --test`: the first row's message, to oneself. */
import { Failure } from "../failure.js";
import { digitsOf } from "./recipients.js";

/** What names the recipient in an input, and what would name its row in webhooks. */
const OF_ROW = ["userId", "countryCode", "phoneNumber", "fullPhoneNumber", "callbackData"];

/**
 * @param {object} test
 * @param {import("./file.js").RowCheck} test.check
 * @param {import("./spec.js").Spec} test.spec
 * @param {import("../options.js").Read} test.options
 * @param {import("interakt-wasm").Interakt} test.client
 * @param {import("interakt-wasm/edge").Account} test.account
 * @returns {Promise<string>} What became of it.
 */
export async function sendTest({ check, spec, options, client, account }) {
  const country = options.text("country") ?? spec.about.defaultCountry;
  const fullPhoneNumber = digitsOf(options.text("test") ?? "", country, "--test");
  for await (const { input } of check.ready()) {
    const kept = Object.entries(input).filter(([key]) => !OF_ROW.includes(key));
    const message = { ...Object.fromEntries(kept), fullPhoneNumber };
    await account.acquire({});
    // Somebody waits for it: it is for them to try again.
    const { id } = await client[spec.about.operation](/** @type {any} */ (message), {
      maxRetries: 0,
    });
    return `The first row's message was sent to the test number: ${id}.`;
  }
  throw new Failure("The file has no row that can be sent.");
}
