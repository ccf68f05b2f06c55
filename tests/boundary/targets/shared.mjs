/** What targets of several families are made of: inputs that pass, and what is looked at. */
import assert from "node:assert/strict";
import * as core from "interakt-wasm";

export const KEY = "c2VjcmV0LWtleTo=";
const TO = { fullPhoneNumber: "919876543210" };
export const TEXT = { ...TO, type: "Text", data: { message: "Hi" }, callbackData: "a" };

/** Inputs that pass, by the operation's name. @type {Record<string, unknown[]>} */
export const GOOD = {
  sendMessage: [
    TEXT,
    {
      ...{ countryCode: "+91", phoneNumber: "9876543210", type: "Template" },
      template: {
        ...{ name: "a", languageCode: "en", headerValues: ["https://example.com/a.jpg"] },
        ...{ bodyValues: ["Asha", "1"], buttonValues: { 0: ["x"] } },
      },
    },
    [TEXT, TEXT],
    {
      ...TEXT,
      fallback: [
        {
          ...{ channel: "sms", sender_id: "ABCDEF", pe_id: "1101234567890123456" },
          content: { dlt_te_id: "1107123456789012345", message: "Hi {{1}}", variables: ["Asha"] },
        },
      ],
    },
    {
      ...TO,
      type: "InteractiveList",
      data: {
        message: {
          ...{ type: "list", body: { text: "Hi" } },
          action: { button: "Menu", sections: [{ title: "All", rows: [{ id: "1", title: "A" }] }] },
        },
      },
    },
  ],
  trackUser: [{ userId: "1", traits: { name: "Asha", age: 5 }, tags: ["vip"] }],
  trackEvent: [{ userId: "1", event: "Bought", traits: { price: 5, tags: ["a"] } }],
  sendRcs: [{ ...TO, type: "Text", message: { plainText: "Hi" } }],
  listUsers: [{ offset: 0, limit: 10, filters: [{ trait: "a", op: "gt", val: "b" }] }],
  createCampaign: [
    { campaign_name: "a", campaign_type: "PublicAPI", template_name: "a", language_code: "en" },
  ],
};

export const BOOK = core.templateBook(
  /** @type {any} */ ([
    {
      ...{ id: "1", name: "a", language: "en", category: "MARKETING", approval_status: "APPROVED" },
      ...{ header_format: "IMAGE", header: null, body: "Hi {{1}} and {{2}}", footer: null },
      buttons: JSON.stringify([{ type: "URL", text: "Go", url: "https://example.com/{{1}}" }]),
    },
  ]),
);

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {readonly unknown[]} good Of which a value is made by spoiling; without it any value is.
 * @property {"nothing" | "ours" | "anything"} throws What may be thrown: nothing at all; errors of
 *   the package, but no `internal`; whatever the value throws, or the engine at what it is.
 * @property {(value: any) => unknown} call What comes of it is looked at: `look` is asked.
 * @property {(result: any, value: any) => unknown} [look]
 */

/** @param {any} result Of a check. */
export function lookAtCheck(result) {
  assert.equal(typeof result.ok, "boolean");
  const issues = result.ok ? result.warnings : [...result.issues, ...result.warnings];
  if (!result.ok) assert.notEqual(result.issues.length, 0);
  for (const { code, path, message, severity, params } of issues) {
    assert.equal(typeof code, "string");
    assert.equal(typeof message, "string");
    assert.ok(severity === "error" || severity === "warning");
    for (const step of path) assert.ok(typeof step === "string" || typeof step === "number");
    JSON.stringify(params);
  }
  core.flatten(issues);
  core.summarize(issues);
  return result;
}

/** @param {(request: Request) => void} [look] */
export const answering = (look) => async (/** @type {Request} */ request) => {
  if (look && request instanceof Request) await look(request);
  return Response.json({ result: true, message: "Done", id: "1" });
};

/** @param {Request} request */
export async function lookAtRequest(request) {
  if (request.method !== "POST") return;
  const body = JSON.parse(await request.text());
  const { pathname } = new URL(request.url);
  const operation = core.operations.find(({ path }) => pathname.endsWith(path));
  assert.ok(operation, pathname);
  assert.ok(operation.validate(body).ok, `what was sent does not pass: ${JSON.stringify(body)}`);
}

/** So many values of JSON are sent at most. */
const MOST_SENT = 100_000;

/** @param {unknown} value The text that a stranger would send of it. */
export function textOf(value) {
  // Who sends holes sends a word for each, and nobody sends four thousand million.
  let left = MOST_SENT;
  try {
    const text = JSON.stringify(value, (_, part) => {
      left -= 1;
      if (left < 0) throw new Error("nobody sends as much");
      return part;
    });
    return text ?? "undefined";
  } catch {
    return "{";
  }
}
