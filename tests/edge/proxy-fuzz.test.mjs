/** Whatever is asked, what leaves keeps to the rules: requests are made up to get around them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createProxy, memoryBuckets } from "interakt-wasm/edge";
import { KEY, PATH, TEXT } from "./proxy-inputs.mjs";

const OWN = "919876543210";
const TEMPLATE = {
  countryCode: "+91",
  phoneNumber: "9876543210",
  type: "Template",
  template: { name: "order_shipped", languageCode: "en", bodyValues: ["1"] },
};
const RULES = {
  apiKey: KEY,
  allow: {
    sendMessage: { kinds: ["Template", "Text"], templates: ["order_shipped"], maxMessages: 2 },
    getUserById: true,
    trackUser: true,
  },
  origins: ["https://shop.example"],
  authorize: () => ({ id: "a", userId: "user-42", recipients: [OWN] }),
};

/** Keys that each means something to somebody. */
const key = fc.constantFrom(
  ...["type", "Type", "TYPE", "type ", "\u200btype", "template", "name", "fallback", "Fallback"],
  ...["fallBack", "userId", "user_id", "phoneNumber", "fullPhoneNumber", "FullPhoneNumber"],
  ...["countryCode", "data", "message", "__proto__", "constructor", "prototype", "length", "0", ""],
  ...["toJSON", "campaignId", "callbackData", "traits", "to", "recipients"],
);

/** Values that are nearly right. */
const value = fc.oneof(
  fc.constantFrom(
    ...["Text", "Template", "Image", "text", "order_shipped", "discount", "Order_Shipped"],
    ...[OWN, `+${OWN}`, `0${OWN}`, "14155552671", "+91", "91", "9876543210", "09876543210"],
    ...["919876543210.0", "9198765 43210", "९१9876543210", "user-42", "user-43", "user-42 ", ""],
  ),
  fc.constantFrom(null, true, 0, -0, [], {}, [[]], [{ channel: "sms" }], [{ channel: "RCS" }]),
  fc.constant({ name: "discount", languageCode: "en" }),
  fc.constant([TEXT, TEMPLATE]),
  fc.constant({ type: "Text", data: { message: "Hi" }, fullPhoneNumber: "14155552671" }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A change of a text of JSON: a key more, before, behind or in place of another. */
const change = fc.record({
  how: fc.constantFrom("before", "behind", "replace", "wrap", "twice", "cut", "escape"),
  at: fc.nat({ max: 60 }),
  key,
  value,
});

/**
 * @param {string} text
 * @param {{ how: string, at: number, key: string, value: any }} change
 */
function changed(text, { how, at, key, value }) {
  const entry = `${JSON.stringify(key)}:${JSON.stringify(value)}`;
  const places = [...text.matchAll(/[{}]/g)];
  const place = places[at % Math.max(1, places.length)];
  if (how === "wrap") return `[${text}]`;
  if (how === "twice") return `[${text},${text}]`;
  if (how === "cut") return text.slice(0, at) + text.slice(at + 1);
  if (how === "escape") return text.replace("type", "\\u0074ype").replace("userId", "user\\u0049d");
  if (!place) return text;
  const { index } = place;
  if (how === "replace") {
    const entries = [...text.matchAll(/"(\w+)":("[^"]*"|\d+)/g)];
    const found = entries[at % Math.max(1, entries.length)];
    if (!found) return text;
    return `${text.slice(0, found.index)}"${found[1]}":${JSON.stringify(value)}${text.slice(found.index + found[0].length)}`;
  }
  if (place[0] === "{") return `${text.slice(0, index + 1)}${entry},${text.slice(index + 1)}`;
  return `${text.slice(0, index)},${entry}${text.slice(index)}`;
}

const header = fc.constantFrom(
  ...[
    ["content-type", "text/plain"],
    ["content-type", "application/json; charset=utf-7"],
  ],
  ...[
    ["content-type", "multipart/form-data; boundary=b"],
    ["content-encoding", "gzip"],
  ],
  ...[
    ["origin", "null"],
    ["origin", "https://evil.example"],
    ["x-http-method-override", "GET"],
  ],
  ...[
    ["x-original-url", "/v1/public/create-campaign/"],
    ["x-forwarded-host", "evil.example"],
  ],
  ...[
    ["authorization", "Basic bm9uZTo="],
    ["content-length", "1"],
    ["x-rewrite-url", "/"],
  ],
);

const path = fc.constantFrom(
  ...[PATH, `/api/interakt${PATH}`, `/x/..${PATH}`, `//${PATH}`, `${PATH}?a=1`, `${PATH}#/`],
  ...["/v1/public/track/users/", "/v1/public/track/events/", "/v1/public/create-campaign/"],
  ...["/v1/public/message/../track/templates/", "/v1/public/rcs/message/", "/v1/public/message"],
);

const request = fc.record({
  base: fc.constantFrom(
    ...[TEXT, TEMPLATE, [TEMPLATE], { ...TEXT, userId: "user-42" }, {}],
    ...[{ ...TEMPLATE, fallback: [{ channel: "RCS" }] }, [TEXT, TEMPLATE, TEXT]],
    { ...TEMPLATE, template: { ...TEMPLATE.template, name: "discount" } },
    { ...TEXT, fullPhoneNumber: "14155552671" },
    { ...TEXT, type: "Image", data: { mediaUrl: "https://a.example/a.png" } },
  ),
  changes: fc.array(change, { maxLength: 4 }),
  headers: fc.array(header, { maxLength: 1 }),
  path: fc.oneof({ weight: 4, arbitrary: fc.constant(PATH) }, { weight: 1, arbitrary: path }),
});

/** Keys of the messages that may leave. */
const KNOWN = [
  ...["userId", "countryCode", "phoneNumber", "fullPhoneNumber", "campaignId", "callbackData"],
  ...["type", "data", "template"],
];

/**
 * What left, held to the rules by another reading of them than the proxy's.
 *
 * @param {{ url: string, text: string }} sent
 */
function checkSent({ url, text }) {
  const { pathname, search } = new URL(url);
  assert.equal(search, "");
  const input = JSON.parse(text);
  assert.equal(text, JSON.stringify(input), "a key stands twice");
  if (pathname === "/v1/public/track/users/") return checkPerson(input);
  assert.equal(pathname, PATH);
  const messages = Array.isArray(input) ? input : [input];
  assert.ok(messages.length > 0 && messages.length <= 2);
  for (const message of messages) {
    assert.deepEqual(
      Object.keys(message).filter((name) => !KNOWN.includes(name)),
      [],
    );
    assert.ok(["Text", "Template"].includes(message.type));
    if (message.type === "Template") assert.equal(message.template.name, "order_shipped");
    assert.ok(!("template" in message) || message.template.name === "order_shipped");
    checkPerson(message);
  }
}

/** @param {any} message */
function checkPerson({ userId, countryCode, phoneNumber, fullPhoneNumber }) {
  if (userId !== undefined && userId !== "") assert.equal(userId, "user-42");
  if (fullPhoneNumber) assert.ok([OWN, `+${OWN}`].includes(fullPhoneNumber), fullPhoneNumber);
  if (phoneNumber) {
    assert.ok(["+91", "91"].includes(countryCode), countryCode);
    assert.equal(phoneNumber, "9876543210");
  }
}

test("whatever is changed about a request, what leaves is within the rules, and no refusal leaves", async () => {
  const met = new Map();
  /** @type {{ url: string, text: string }[]} */
  const sent = [];
  const proxy = createProxy(
    /** @type {any} */ ({
      ...RULES,
      async fetch(/** @type {Request} */ request) {
        sent.push({ url: request.url, text: await request.text() });
        assert.equal(request.headers.get("authorization"), `Basic ${KEY}`);
        assert.equal(new URL(request.url).origin, "https://api.interakt.ai");
        return new Response('{"result":true,"message":"Done","id":"m-1"}');
      },
      onRefuse: (/** @type {{ code: string }} */ { code }) =>
        met.set(code, (met.get(code) ?? 0) + 1),
    }),
  );
  await fc.assert(
    fc.asyncProperty(request, async ({ base, changes, headers, path }) => {
      const body = changes.reduce(changed, JSON.stringify(base));
      const before = sent.length;
      const response = await proxy(
        new Request(`https://shop.example${path}`, {
          method: "POST",
          body,
          headers: [
            ...Object.entries({
              "content-type": "application/json",
              origin: "https://shop.example",
              ...Object.fromEntries(headers),
            }),
          ],
        }),
      );
      const left = sent.slice(before);
      assert.equal(left.length, response.status === 200 ? 1 : 0, body);
      for (const one of left) checkSent(one);
      const text = await response.text();
      assert.ok(response.status === 200 || response.status < 500, text);
      assert.ok(!text.includes(KEY));
    }),
    { numRuns: 5_000 },
  );
  // The rules were met, and so was what keeps to them.
  assert.ok(sent.length > 300, `${sent.length} were sent`);
  for (const code of [
    ...["recipient_refused", "fallback_refused", "kind_refused", "template_refused"],
    ...["unknown_key_refused", "key_refused", "list_refused", "input_invalid", "body_unreadable"],
    ...["not_found", "operation_refused", "origin_refused", "override_refused"],
  ]) {
    assert.ok(met.get(code) > 2, `${code}: ${met.get(code)}`);
  }
});

test("however a number is written and whoever asks, no more messages to it leave than its limit", async () => {
  const forms = fc.constantFrom(
    ...[{ fullPhoneNumber: OWN }, { fullPhoneNumber: `+${OWN}` }, { fullPhoneNumber: `0${OWN}` }],
    ...[{ countryCode: "+91", phoneNumber: "9876543210" }, { fullPhoneNumber: `00${OWN}` }],
    ...[
      { countryCode: "91", phoneNumber: "9876543210" },
      { fullPhoneNumber: OWN, userId: "a" },
    ],
    ...[{ countryCode: "+91", phoneNumber: "09876543210" }, { userId: "a" }, { userId: OWN }],
    ...[
      { countryCode: "+91", phoneNumber: OWN },
      { countryCode: "+9", phoneNumber: "19876543210" },
    ],
    ...[
      { countryCode: "+919", phoneNumber: "876543210" },
      { fullPhoneNumber: `91 ${OWN.slice(2)}` },
    ],
    ...[{ fullPhoneNumber: "", countryCode: "+91", phoneNumber: "9876543210" }],
  );
  const input = fc.array(forms, { minLength: 1, maxLength: 4 });
  const requests = fc.array(fc.record({ who: fc.constantFrom("a", "b", "c"), input }), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(requests, async (requests) => {
      let who = "";
      let sent = 0;
      const proxy = createProxy(
        /** @type {any} */ ({
          ...RULES,
          allow: { sendMessage: { maxMessages: 10 } },
          authorize: () => ({ id: who }),
          limits: {
            recipient: { most: 5, perMs: 60_000 },
            buckets: memoryBuckets({ clock: { now: () => 0 } }),
          },
          async fetch(/** @type {Request} */ request) {
            sent += JSON.parse(await request.text()).length;
            return new Response('{"result":true,"message":"Done"}');
          },
        }),
      );
      for (const { who: id, input } of requests) {
        who = id;
        const messages = input.map((to) => ({ type: "Text", data: { message: "Hi" }, ...to }));
        await proxy(
          new Request(`https://shop.example${PATH}`, {
            method: "POST",
            body: JSON.stringify(messages),
            headers: { "content-type": "application/json", origin: "https://shop.example" },
          }),
        );
      }
      assert.ok(sent <= 5, `${sent} were sent`);
    }),
  );
});
