/** Messages as the customer will see them: of each kind one. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { previewMessage, sendMessage, sendRcs } from "interakt-wasm";
import * as forms from "interakt-wasm/forms";
import { FILE, media, NOTHING, RCS, WHATSAPP } from "./preview-samples.mjs";
import { line, short } from "./preview-support.mjs";

/** What is in no preview: it is not shown to the customer. */
const UNSEEN = { fullPhoneNumber: "919876543210", callbackData: "unseen", campaignId: "unseen" };

for (const [channel, { kinds }, samples] of /** @type {const} */ ([
  ["whatsapp", sendMessage, WHATSAPP],
  ["rcs", sendRcs, RCS],
])) {
  test(`all kinds of messages by ${channel} that the package knows are shown`, () => {
    assert.deepEqual(Object.keys(samples).sort(), Object.keys(kinds).sort());
  });

  for (const [kind, { input, shown, text }] of Object.entries(samples)) {
    test(`${channel}: ${kind}`, () => {
      const whole = { ...UNSEEN, type: kind, ...input };
      const validator = /** @type {any} */ (kinds)[kind];
      const checked = validator.validate(whole);
      assert.deepEqual(checked.issues ?? [], [], "the sample is a message that can be sent");
      const preview = previewMessage(whole, { channel });
      assert.deepEqual(preview, { channel, kind, ...NOTHING, ...shown, text });
      assert.ok(!JSON.stringify(preview).includes("unseen"));
      // Only of a template nothing tells who carries it.
      if (kind !== "Template") assert.deepEqual(previewMessage(whole), preview);
      assert.deepEqual(forms.previewMessage(whole, { channel }), preview);
    });
  }
}

test("what is sent instead is shown as well", () => {
  const { fallback, text } = previewMessage({
    type: "Text",
    data: { message: "Hi" },
    fallback: [
      {
        channel: "sms",
        sender_id: "INTRKT",
        content: { message: "{{1}} is *your* code: {{2}} www.e.in", variables: ["{{2}}"] },
      },
      { channel: "RCS", message: { plainText: "Hi by RCS" }, fallback: [{ channel: "sms" }] },
    ],
  });
  assert.equal(text, "Hi");
  const [sms, rcs] = fallback;
  assert.equal(sms?.channel, "sms");
  assert.deepEqual(short(sms?.body ?? []), [
    "[$1|{{2}}] is *your* code: [?2|{{2}}] [→https://www.e.in/|www.e.in]",
  ]);
  assert.equal(sms?.text, "{{2}} is *your* code: {{2}} www.e.in");
  assert.deepEqual([rcs?.channel, rcs?.text, rcs?.fallback], ["rcs", "Hi by RCS", []]);
});

test("headers of interactive messages are a line, a picture, a film or a document", () => {
  /** @param {object} header */
  const headerOf = (header) =>
    previewMessage({ type: "InteractiveButton", data: { message: { header } } }).header;
  const link = `${FILE}.pdf`;
  const document = { link, filename: "invoice.pdf" };
  assert.deepEqual(headerOf({ type: "document", document }), {
    ...media("document", link),
    fileName: "invoice.pdf",
  });
  assert.deepEqual(headerOf({ type: "video", video: {} }), { ...media("video", ""), url: null });
  const text = headerOf({ type: "text", text: "*Your* order" });
  assert.equal(text && "spans" in text && line(text.spans), "*Your* order");
  assert.equal(headerOf({ type: "text" }), null);
});
