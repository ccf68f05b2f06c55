/** What every consumer does with the package, whatever brought it there. */
import * as bulk from "interakt-wasm/bulk";
import * as customer from "interakt-wasm/customer";
import { callbackDataOf, rowOfCallbackData } from "interakt-wasm/edge";
import * as forms from "interakt-wasm/forms";
import { en } from "interakt-wasm/messages/en";
import { hi } from "interakt-wasm/messages/hi";
import * as phone from "interakt-wasm/phone";
import * as field from "interakt-wasm/phone-field";

/**
 * What their entries for pages have as well.
 *
 * @type {{ bulk: typeof import("interakt-wasm/bulk/web"),
 *   customer: typeof import("interakt-wasm/customer/web"),
 *   field: typeof import("interakt-wasm/phone-field/web"),
 *   forms: typeof import("interakt-wasm/forms/web"), phone: typeof import("interakt-wasm/phone/web") }}
 */
const ENTRIES = { bulk, customer, field, forms, phone };

/** A file of two rows, of which one is good. */
const ROWS = `${JSON.stringify({
  ...{ countryCode: "+91", phoneNumber: "9876543210" },
  ...{ type: "Text", data: { message: "Hi" } },
})}\n{}\n`;

/** Well formed, and nobody's. */
export const KEY = "dGVzdC1rZXk6";

/** What it sends. Its letters take one, two, three and four bytes. */
export const MESSAGE = {
  ...{ countryCode: "+91", phoneNumber: "9876543210" },
  ...{ type: /** @type {const} */ ("Text"), data: { message: "Olá, ₹ 99 👋" } },
};

/** A delivery and its signature, made with OpenSSL. */
const DELIVERY = {
  secret: "consumer-secret",
  body: '{"version":"1.0","type":"message_api_sent","data":{"message":{"id":"a1"}}}',
  signature: "sha256=87b3e362e679d51174f0d6c4ea87938ae647c2310ef5e84a8a0c979478065cc3",
};

/**
 * Uses every kind of thing that an entry exports, and says what came out of it. Never rejects:
 * a problem is said too.
 *
 * @param {typeof import("interakt-wasm/web")} entry
 * @param {typeof import("interakt-wasm/simulator").createSimulator} createSimulator
 * @param {string | null | undefined} baseUrl Of a server that answers as Interakt does, and gets
 *   one message.
 * @param {typeof ENTRIES} [entries] The smaller ones; by default those that carry their modules.
 */
export async function exercise(entry, createSimulator, baseUrl, entries = ENTRIES) {
  try {
    return {
      ...(await use(entry, createSimulator, String(baseUrl))),
      ...(await useSmaller(entries)),
    };
  } catch (error) {
    const { stack, message } = /** @type {Error} */ (error);
    return { failed: `${message}\n${stack}` };
  }
}

/**
 * @param {typeof import("interakt-wasm/web")} entry
 * @param {typeof import("interakt-wasm/simulator").createSimulator} createSimulator
 * @param {string} baseUrl
 */
async function use(
  { Interakt, operations, phone, sendMessage, ValidationError, webhooks },
  createSimulator,
  baseUrl,
) {
  const client = (/** @type {object} */ options) =>
    new Interakt({ apiKey: KEY, dangerouslyAllowBrowser: true, ...options });
  const { id: sent } = await client({ baseUrl }).sendMessage(MESSAGE);
  const { id: simulated } = await client({ fetch: createSimulator() }).sendMessage(MESSAGE);
  const refusal = await client({ baseUrl })
    .sendMessage(/** @type {any} */ ({}))
    .catch((/** @type {unknown} */ error) => error);
  const { body, signature, secret } = DELIVERY;
  return {
    operations: operations.length,
    accepted: sendMessage.validate(MESSAGE).ok,
    described: (await sendMessage.schema).$schema,
    refused: refusal instanceof ValidationError && refusal.issues[0]?.code,
    phone: phone.parse("+91 98765 43210").value?.fullPhoneNumber,
    simulated: isId(simulated),
    sent: isId(sent),
    verified: await webhooks.verify(body, signature, secret),
    read: webhooks.parse(body).messageId,
  };
}

/** @param {typeof ENTRIES} entries */
async function useSmaller({ bulk, customer, field, forms, phone }) {
  const nobody = customer.recipient.validate({});
  return {
    formsAccepts: forms.sendMessage.validate(MESSAGE).ok,
    customerRefuses: !nobody.ok && nobody.issues[0]?.code,
    formsDescribe: (await forms.sendMessage.schema).$schema,
    customerDescribes: (await customer.recipient.schema).$schema,
    phoneReads: phone.phone.parse("+91 98765 43210").value?.fullPhoneNumber,
    fieldWrites: field.phone.format("919876543210", "international"),
    words: [en, hi].map((messages) => {
      const told = forms.sendMessage.validate({}, { messages });
      return !told.ok && told.issues[0]?.message;
    }),
    rows: await countRows(bulk),
    row: rowOfCallbackData(callbackDataOf("spring", 7, "own"))?.index,
  };
}

/** @param {typeof ENTRIES["bulk"]} bulk */
async function countRows({ checkRows, isConfigurationError }) {
  try {
    const { rows, ready, refused } = await checkRows(ROWS, { format: "ndjson" }).run();
    return [rows, ready, refused];
  } catch (error) {
    if (!isConfigurationError(error)) throw error;
    return error.message;
  }
}

/** @param {unknown} id */
const isId = (id) => typeof id === "string" && id.length > 0;

/**
 * The same in a page: told the server as `?interakt=`, it shows the verdict in `#verdict`.
 *
 * @param {typeof import("interakt-wasm/web")} entry
 * @param {typeof import("interakt-wasm/simulator").createSimulator} createSimulator
 * @param {Promise<unknown>} [ready] What the entries need before their first use.
 * @param {typeof ENTRIES} [entries]
 */
export async function show(entry, createSimulator, ready, entries) {
  const baseUrl = new URLSearchParams(location.search).get("interakt");
  const verdict = await Promise.resolve(ready).then(
    () => exercise(entry, createSimulator, baseUrl, entries),
    ({ code, message }) => ({ failed: `${code}: ${message}` }),
  );
  const shown = /** @type {Element} */ (document.querySelector("#verdict"));
  shown.textContent = JSON.stringify(verdict);
}
