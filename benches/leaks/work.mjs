/** What is done a million times, and what is done once with a great deal. Runs in every runtime. */
import { moduleBytes, newestBytes } from "./watch.mjs";

/** @typedef {Pick<typeof import("interakt-wasm"), "Interakt" | "sendMessage" | "webhooks">} Api */

const KEY = "bmlsZ2lyaS10ZWEtaG91c2U6";
const SECRET = "nobody-knows";

/** No two are the same: what keeps something of each keeps more and more. @param {number} index */
const messageOf = (index) => ({
  fullPhoneNumber: String(919_800_000_000 + (index % 90_000_000)),
  callbackData: `order-${index}`,
  type: /** @type {const} */ ("Text"),
  data: { message: `Parcel ${index} leaves the warehouse today.` },
});

/** One that is wrong in several ways. @param {number} index */
const wrongOf = (index) => ({
  fullPhoneNumber: `91${index}`,
  type: "Texts",
  data: { massage: `Parcel ${index}` },
});

/** @param {number} index */
const answerOf = (index) => `{"result":true,"message":"Queued","id":"m-${index}"}`;

/** @param {number} index */
const eventOf = (index) =>
  `{"type":"message_api_read","data":{"message":{"id":"m-${index}","message":"Thank you ${index}"}}}`;

/** @type {Record<string, (api: Api, from: number, to: number) => Promise<void>>} */
const WORK = {
  async validate({ sendMessage }, from, to) {
    for (let index = from; index < to; index += 1) {
      const input = index % 2 ? messageOf(index) : wrongOf(index);
      const { ok, warnings, ...found } = sendMessage.validate(input);
      const issues = "issues" in found ? found.issues : [];
      if (ok !== (index % 2 === 1) || warnings.length > 9 || (!ok && !issues[0]?.message)) fail();
    }
  },
  async build({ sendMessage }, from, to) {
    for (let index = from; index < to; index += 1) {
      if (!sendMessage.build(messageOf(index), { apiKey: KEY }).body) fail();
    }
  },
  async parse({ sendMessage }, from, to) {
    for (let index = from; index < to; index += 1) {
      if (sendMessage.parse(201, {}, answerOf(index)).id !== `m-${index}`) fail();
      // Now and then one that says no.
      if (index % 16) continue;
      try {
        sendMessage.parse(400, {}, `{"result":false,"message":"No ${index}"}`);
        fail();
      } catch {}
    }
  },
  async send({ Interakt }, from, to) {
    let sent = 0;
    const interakt = new Interakt({
      ...{ apiKey: KEY, maxRetries: 0, dangerouslyAllowBrowser: true },
      async fetch() {
        sent += 1;
        return new Response(answerOf(sent), { status: sent % 16 ? 201 : 500 });
      },
    });
    for (let index = from; index < to; index += 1) {
      await interakt.sendMessage(messageOf(index)).catch(() => {});
    }
    if (sent !== to - from) fail();
  },
  async webhook({ webhooks }, from, to) {
    for (let index = from; index < to; index += 1) {
      const body = eventOf(index);
      // One signature is as good as another where only memory is asked about.
      if (await webhooks.verify(body, SIGNATURE, SECRET)) fail();
      if (webhooks.parse(body).messageId !== `m-${index}`) fail();
    }
  },
  /** 20 MB, as a text and as many values. */
  async large({ sendMessage, webhooks }) {
    const more = Array.from({ length: 3_000_000 }, (_, index) => index);
    sendMessage.validate({ ...messageOf(0), more });
    sendMessage.validate({ ...messageOf(0), data: { message: "x".repeat(LARGE) } });
    webhooks.parse(`{"type":"message_api_read","data":{"more":"${"x".repeat(LARGE)}"}}`);
    // Whoever comes next finds room as usual.
    await WORK.validate?.({ sendMessage, webhooks, Interakt: /** @type {any} */ (null) }, 0, 10);
  },
};

const LARGE = 20 * 2 ** 20;

const SIGNATURE = `sha256=${"0".repeat(64)}`;

/** How often each is done in the long run. @type {Record<string, number>} */
export const COUNTS = {
  validate: 1_000_000,
  build: 1_000_000,
  parse: 1_000_000,
  webhook: 1_000_000,
  send: 100_000,
};

/** @returns {never} */
function fail() {
  throw new Error("the package did not do what it was asked for");
}

/**
 * @param {Api} api
 * @param {{ what: string, from?: number, to?: number }} task
 * @returns {Promise<{ module: number, newest: number }>} How many bytes the memories of modules have
 *   then, and of them the one that is in use.
 */
export async function work(api, { what, from = 0, to = 0 }) {
  await WORK[what]?.(api, from, to);
  return { module: moduleBytes(), newest: newestBytes() };
}
