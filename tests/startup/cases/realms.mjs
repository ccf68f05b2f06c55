/** Inputs from another page, whose classes are not those of this one. */
import { assert } from "chai";
import { clientOf, failureOf, KEY, MESSAGE, openPage } from "../world.mjs";

const TEMPLATE = {
  ...{ fullPhoneNumber: "919876543210", type: "Template" },
  template: { name: "order_packed", languageCode: "en", bodyValues: ["Asha", "1042"] },
};

const BYTES = [137, 80, 78, 71];

const DELIVERY = '{"type":"message_api_sent","data":{"message":{"id":"a1"}}}';

/**
 * @param {string} name
 * @param {(api: any, window: any) => Promise<void>} run Gets the window of another page.
 * @returns {import("../world.mjs").Case}
 */
const foreignCase = (name, run) => ({
  name: `of another realm: ${name}`,
  async run({ copy }) {
    const page = await openPage();
    await run(await copy().load(), page.window);
    page.close();
  },
});

/** @type {import("../world.mjs").Case[]} */
export const realmCases = [
  foreignCase("objects and arrays are validated and built like others", async (api, window) => {
    const own = { ...TEMPLATE };
    const foreign = window.JSON.parse(JSON.stringify(TEMPLATE));
    assert.notInstanceOf(foreign.template.bodyValues, Array);
    assert.deepEqual(api.sendMessage.validate(foreign), api.sendMessage.validate(own));
    assert.deepEqual(
      api.sendMessage.build(foreign, { apiKey: KEY }),
      api.sendMessage.build(own, { apiKey: KEY }),
    );
  }),
  foreignCase("files and bytes are uploaded", async (api, window) => {
    const bytes = window.Uint8Array.from(BYTES);
    for (const file of [
      new window.File([bytes], "a.png", { type: "image/png" }),
      new window.Blob([bytes], { type: "image/png" }),
      ...[bytes, bytes.buffer, new window.DataView(bytes.buffer)],
    ]) {
      const input = { file, fileName: "a.png" };
      assert.isTrue(api.uploadMedia.validate(input).ok);
      const sent = api.uploadMedia.build(input).body.get("uploadFile");
      assert.equal(sent.name, "a.png");
      assert.deepEqual([...new Uint8Array(await sent.arrayBuffer())], BYTES);
      await clientOf(api).uploadMedia(input);
    }
  }),
  foreignCase("headers, bodies and answers are read", async (api, window) => {
    const headers = new window.Headers({ "retry-after": "20" });
    const bytes = new window.TextEncoder().encode('{"message":"slow down"}');
    for (const body of [bytes, bytes.buffer, new window.DataView(bytes.buffer)]) {
      const error = await failureOf(() => api.sendMessage.parse(429, headers, body));
      assert.deepEqual([error.code, error.retryAfterMs], ["rate_limited", 20_000]);
    }
    const fetch = async () => new window.Response('{"result":true,"id":"b2"}');
    const client = clientOf(api, { fetch, headers: new window.Headers({ "x-shop": "nilgiri" }) });
    assert.equal((await client.sendMessage(MESSAGE)).id, "b2");
  }),
  foreignCase("fetch is called, and its failure is the cause", async (api, window) => {
    const error = await failureOf(
      clientOf(api, {
        fetch: window.fetch.bind(window),
        baseUrl: "http://127.0.0.1:9",
      }).sendMessage(MESSAGE),
    );
    assert.isTrue(api.isConnectionError(error));
    assert.exists(error.cause);
    const raw = new window.TextEncoder().encode(KEY).buffer;
    const rejected = Object.assign(new window.TypeError("failed"), { raw });
    const { cause } = await failureOf(
      clientOf(api, { fetch: () => Promise.reject(rejected) }).sendMessage(MESSAGE),
    );
    assert.equal(cause.message, "failed");
    assert.notProperty(cause, "raw");
  }),
  foreignCase("a signal aborts", async (api, window) => {
    const controller = new window.AbortController();
    const fetch = () => new Promise(() => {});
    const sending = failureOf(
      clientOf(api, { fetch }).sendMessage(MESSAGE, { signal: controller.signal }),
    );
    const reason = new window.Error("the customer closed the window");
    controller.abort(reason);
    assert.strictEqual(await sending, reason);
    const early = clientOf(api).sendMessage(MESSAGE, { signal: window.AbortSignal.abort(reason) });
    assert.strictEqual(await failureOf(early), reason);
  }),
  foreignCase("lists of messages are sent", async (api, window) => {
    const messages = window.Array.from([MESSAGE, {}, MESSAGE]);
    const results = [];
    for await (const result of clientOf(api).sendAll(messages)) results.push(result.status);
    assert.sameMembers(results, ["sent", "invalid", "sent"]);
    const set = new window.Set(messages);
    let count = 0;
    for await (const { status } of clientOf(api).sendAll(set)) count += Number(status === "sent");
    assert.equal(count, 1);
  }),
  foreignCase("webhooks are verified, read and received", async (api, window) => {
    const { webhooks } = api;
    const signature = await webhooks.sign(DELIVERY, "secret");
    const bytes = new window.TextEncoder().encode(DELIVERY);
    for (const body of [bytes, bytes.buffer, new window.DataView(bytes.buffer)]) {
      assert.isTrue(await webhooks.verify(body, signature, "secret"));
      assert.equal(await webhooks.sign(body, "secret"), signature);
      assert.equal(webhooks.parse(body).messageId, "a1");
    }
    /** @type {string[]} */
    const ids = [];
    const request = new window.Request("https://shop.example/hooks", {
      ...{ method: "POST", body: DELIVERY },
      headers: { "Interakt-Signature": signature },
    });
    const response = await webhooks.receive(request, {
      secret: "secret",
      onEvent: (/** @type {any} */ { messageId }) => ids.push(messageId),
    });
    assert.deepEqual([response.status, ids], [200, ["a1"]]);
  }),
];
