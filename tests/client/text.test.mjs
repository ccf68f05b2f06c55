import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { API_KEY, DIST, failureOf, freshCopy, MESSAGE, setGlobal } from "./support.mjs";

const { createDecoder, createEncoder } = await import(pathToFileURL(join(DIST, "text.js")).href);

/** What stands in for the runtime's own, where it has none. @param {import("node:test").TestContext} t */
function substitutes(t) {
  setGlobal(t, "TextDecoder", undefined);
  setGlobal(t, "TextEncoder", undefined);
  return { decoder: createDecoder(), encoder: createEncoder() };
}

/** Any UTF-16, in which half characters stand alone as often as not. */
const anyText = fc
  .array(fc.oneof(fc.nat(0xffff), fc.integer({ min: 0xd7f0, max: 0xe010 }), fc.nat(0x80)))
  .map((units) => String.fromCharCode(...units));

test("the runtime's own encoder and decoder are used where there are any", () => {
  assert.ok(createEncoder() instanceof TextEncoder);
  assert.ok(createDecoder() instanceof TextDecoder);
});

test("what stands in for them encodes every text as they do", (t) => {
  const own = new TextEncoder();
  const { encoder } = substitutes(t);
  const check = (/** @type {string} */ text) => {
    const wanted = own.encode(text);
    assert.deepEqual(encoder.encode(text), wanted);
    const target = new Uint8Array(wanted.length + 2).fill(7);
    assert.equal(encoder.encodeInto(text, target.subarray(1)).written, wanted.length);
    assert.deepEqual(target, Uint8Array.of(7, ...wanted, 7));
  };
  for (const text of ["", "%41%zz", "\0", "é", "ह", "👍🏽", "\ud800", "a\udc00b", "\udc00\ud800"]) {
    check(text);
  }
  fc.assert(fc.property(fc.oneof(anyText, fc.string({ unit: "binary" })), check));
});

test("characters of all planes come through", (t) => {
  const own = new TextEncoder();
  const { decoder, encoder } = substitutes(t);
  for (let first = 0; first <= 0x10ffff; first += first < 0x10000 ? 0x100 : 0xf00) {
    const codes = Array.from({ length: 0x100 }, (_, index) => first + index);
    const text = String.fromCodePoint(...codes.filter((code) => code < 0xd800 || code > 0xdfff));
    const bytes = own.encode(text);
    assert.deepEqual(encoder.encode(text), bytes);
    assert.equal(decoder.decode(bytes), text);
  }
});

test("it decodes as they do, and refuses what is no text", (t) => {
  const own = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const { decoder } = substitutes(t);
  /**
   * @param {{ decode: (bytes?: Uint8Array) => string }} by
   * @param {Uint8Array} bytes
   */
  const decode = (by, bytes) => {
    try {
      return by.decode(bytes);
    } catch {
      return undefined;
    }
  };
  assert.equal(decoder.decode(), "");
  assert.equal(decoder.decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)), "\ufeffa");
  const nearlyText = fc
    .array(fc.oneof(fc.nat(255), fc.constantFrom(0xc1, 0xed, 0xa0, 0xf0, 0x9f, 0x8f, 0xf4, 0x80)))
    .map((bytes) => Uint8Array.from(bytes));
  fc.assert(
    fc.property(nearlyText, (bytes) => assert.equal(decode(decoder, bytes), decode(own, bytes))),
    { numRuns: 2000 },
  );
});

test("without TextEncoder and TextDecoder, as in jsdom, all but sending works", async (t) => {
  const { phone, sendMessage, webhooks } = await freshCopy(t);
  substitutes(t);
  const message = { ...MESSAGE, data: { message: "नमस्ते 👋" } };
  assert.deepEqual(sendMessage.validate(message), { ok: true, value: message, warnings: [] });
  const told = sendMessage.validate({ ...message, "नमस्ते 👋": 1 });
  assert.deepEqual(told.warnings[0].path, ["नमस्ते 👋"]);
  const { headers, body } = sendMessage.build(message, { apiKey: API_KEY });
  assert.equal(headers.authorization, `Basic ${API_KEY}`);
  assert.equal(JSON.parse(body).data.message, "नमस्ते 👋");
  const answer = '{"result":true,"message":"नमस्ते 👋","id":"a1"}';
  assert.equal(sendMessage.parse(200, {}, answer).message, "नमस्ते 👋");
  assert.equal((await failureOf(() => sendMessage.parse(401, {}, "नहीं"))).body, "नहीं");
  assert.equal(phone.parse("+91 98765 43210").value.fullPhoneNumber, "919876543210");
  assert.match(sendMessage.schema.$schema, /2020-12/);
  const event = '{"type":"message_api_sent","data":{"message":{"id":"नमस्ते"}}}';
  assert.equal(webhooks.parse(event).messageId, "नमस्ते");
  assert.equal(webhooks.parse(Buffer.from(`\ufeff${event}`)).messageId, "नमस्ते");
});
