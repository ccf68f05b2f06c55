/** For whom messages may be, and how often. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryBuckets } from "interakt-wasm/edge";
import { FALLBACK, TEMPLATE, TEXT } from "./proxy-inputs.mjs";
import { start } from "./proxy-support.mjs";

test("who is bound to numbers may write to them in every form", async () => {
  const { post, sent } = start({
    authorize: () => ({ id: "a", recipients: ["+91 98765 43210", "14155552671"] }),
  });
  const { fullPhoneNumber, ...rest } = TEXT;
  const inputs = [
    TEXT,
    { ...rest, fullPhoneNumber: "+919876543210" },
    { ...rest, countryCode: "+91", phoneNumber: "9876543210" },
    { ...rest, countryCode: "91", phoneNumber: "9876543210" },
    { ...rest, countryCode: "", phoneNumber: "", userId: "", fullPhoneNumber },
    [TEXT, { ...rest, fullPhoneNumber: "14155552671" }],
  ];
  for (const input of inputs) assert.equal((await post(input)).status, 200, JSON.stringify(input));
  assert.deepEqual(sent, inputs);
});

test("who is bound to a number may write to it in each of its spellings", async () => {
  for (const [own, written, other] of [
    ["5531987654321", "553187654321", "5531887654321"],
    ["5215512345678", "525512345678", "525512345679"],
  ]) {
    const { post } = start({ authorize: () => ({ id: "a", recipients: [`+${own}`] }) });
    assert.equal((await post({ ...TEXT, fullPhoneNumber: written })).status, 200);
    assert.equal((await post({ ...TEXT, fullPhoneNumber: other })).status, 403);
  }
});

test("who is bound to an id may say it, and theirs are the numbers beside it", async () => {
  const { post, sent, proxy } = start({
    authorize: () => ({ id: "a", userId: "user-42", recipients: ["919876543210"] }),
  });
  const { fullPhoneNumber: _, ...rest } = TEXT;
  const user = { userId: "user-42", traits: { name: "Asha" } };
  assert.equal((await post({ ...rest, userId: "user-42" })).status, 200);
  assert.equal((await post({ ...TEXT, userId: "user-42" })).status, 200);
  assert.equal((await post(user, {}, "/v1/public/track/users/")).status, 200);
  const url = "https://shop.example/v1/public/apis/users/id/user-42";
  assert.equal((await proxy(new Request(url))).status, 200);
  assert.equal(sent.length, 4);
});

test("a function decides of each customer, by number and id", async () => {
  /** @type {any[]} */
  const asked = [];
  const { post } = start({
    authorize: () => ({
      id: "agent",
      recipients: async (/** @type {any} */ one) => {
        asked.push(one);
        return one.phone === "919876543210";
      },
    }),
  });
  assert.equal((await post({ ...TEXT, userId: "user-42" })).status, 200);
  assert.equal((await post([TEXT, { ...TEXT, fullPhoneNumber: "14155552671" }])).status, 403);
  assert.deepEqual(asked, [
    { phone: "919876543210", userId: "user-42" },
    { phone: "919876543210", userId: undefined },
    { phone: "14155552671", userId: undefined },
  ]);
});

test("an operation may be left out of what a caller is bound to", async () => {
  const { post } = start({
    allow: { listUsers: { bound: false } },
    authorize: () => ({ id: "agent", recipients: [] }),
  });
  assert.equal((await post({}, {}, "/v1/public/apis/users/")).status, 200);
});

test("a number is counted once, in whichever form it comes, and by whichever channel", async () => {
  const { fullPhoneNumber: _, ...rest } = TEXT;
  const rcs = { type: "Text", message: { plainText: "Hi" } };
  /** @type {[input: any, path?: string][]} */
  const forms = [
    [{ ...rest, fullPhoneNumber: "919876543210" }],
    [{ ...rest, fullPhoneNumber: "+919876543210" }],
    [{ ...rest, countryCode: "+91", phoneNumber: "9876543210" }],
    [{ ...rest, countryCode: "91", phoneNumber: "9876543210" }],
    [{ ...rest, countryCode: "+91", phoneNumber: "9876543210", fullPhoneNumber: "" }],
    [[{ ...rest, fullPhoneNumber: "919876543210" }]],
    [{ ...rcs, fullPhoneNumber: "919876543210" }, "/v1/public/rcs/message/"],
  ];
  /** @type {[input: any, path?: string][][]} */
  const others = [
    ["5215512345678", "525512345678"],
    ["5491123456789", "541123456789"],
    ["5511987654321", "551187654321"],
    ["2250707234567", "22507234567"],
    ["2290197123456", "22997123456"],
  ].map((pair) => pair.map((number) => [{ ...rest, fullPhoneNumber: number }]));
  for (const same of [forms, ...others]) {
    for (const [one, onePath] of same) {
      const { post, sent } = start({ limits: { recipient: { most: 1, perMs: 60_000 } } });
      assert.equal((await post(one, {}, onePath)).status, 200, JSON.stringify(one));
      for (const [other, path] of same) {
        const { status, body } = await post(other, {}, path);
        assert.deepEqual([status, body.code], [429, "recipient_limited"], JSON.stringify(other));
      }
      assert.equal(sent.length, 1);
    }
  }
});

test("a caller who is bound to an id is one customer, by id and by number", async () => {
  const { post, sent } = start({
    authorize: () => ({ id: "a", userId: "user-42", recipients: ["919876543210"] }),
    limits: { recipient: { most: 1, perMs: 60_000 } },
  });
  const { fullPhoneNumber: _, ...rest } = TEXT;
  assert.equal((await post({ ...rest, userId: "user-42" })).status, 200);
  assert.equal((await post(TEXT)).status, 429);
  assert.equal(sent.length, 1);
});

test("callers have limits of their own, and proxies may share where they are counted", async () => {
  let id = "a";
  const limits = { caller: { most: 1, perMs: 60_000 }, buckets: memoryBuckets() };
  const one = start({ authorize: () => ({ id }), limits });
  const other = start({ authorize: () => ({ id }), limits });
  assert.equal((await one.post(TEXT)).status, 200);
  assert.equal((await other.post(TEXT)).status, 429);
  id = "b";
  assert.equal((await other.post(TEXT)).status, 200);
});

test("what is refused for another reason uses nothing up", async () => {
  const { post } = start({ limits: { caller: { most: 1, perMs: 60_000 } } });
  assert.equal((await post({ ...TEXT, data: {} })).status, 422);
  assert.equal((await post({ ...TEXT, more: 1 })).status, 422);
  assert.equal((await post(TEXT)).status, 200);
});

test("what is sent in a message's place is for its customer, and is one message with it", async () => {
  const rcs = { channel: "RCS", type: "Text", message: { plainText: "Hi" } };
  const { post, sent } = start({
    allow: { sendMessage: { fallback: true, kinds: ["Template", "Text"] } },
    authorize: () => ({ id: "a", recipients: ["919876543210"] }),
    limits: { recipient: { most: 2, perMs: 60_000 } },
  });
  const inputs = [
    { ...TEMPLATE, fallback: [...FALLBACK, rcs] },
    { ...TEMPLATE, fallback: [{ ...rcs, fullPhoneNumber: "+919876543210" }, ...FALLBACK] },
  ];
  for (const input of inputs) {
    const { status, body } = await post(input);
    assert.equal(status, 200, JSON.stringify(body));
  }
  assert.deepEqual(sent, inputs);
  assert.equal((await post(TEMPLATE)).body.code, "recipient_limited");
});

test("an SMS is a template by the id of its text, whatever types there may be", async () => {
  const { post, sent } = start({
    allow: {
      sendMessage: { fallback: true, templates: ["order_shipped", "1107174012164676172"] },
    },
  });
  const input = { ...TEMPLATE, fallback: FALLBACK };
  assert.equal((await post(input)).status, 200);
  assert.deepEqual(sent, [input]);
});

test("templates beside types say which templates, and other types go through", async () => {
  const kinds = ["Text", "Template"];
  const { post } = start({ allow: { sendMessage: { kinds, templates: ["order_shipped"] } } });
  assert.equal((await post(TEXT)).status, 200);
  assert.equal((await post(TEMPLATE)).status, 200);
});

test("callbackData of a page's own passes, and the application may name a row", async () => {
  const { post, sent } = start({
    allow: {
      sendMessage: {
        shape: (/** @type {any} */ input) => ({ ...input, callbackData: "diwali.7" }),
      },
    },
  });
  assert.equal((await post(TEXT)).status, 200);
  assert.equal(sent[0].callbackData, "diwali.7");
  const own = start();
  for (const callbackData of ["order-42", "order.", "a.b.1", "42", "", "diwali.01"]) {
    assert.equal((await own.post({ ...TEXT, callbackData })).status, 200, callbackData);
  }
});

test("odd things that are not all listed pass where any key does", async () => {
  const input = { userId: "user-42", traits: { x: Array(1100).fill("a\tb") } };
  const { post } = start({ allow: { trackUser: { unknownKeys: true } } });
  const { status, body } = await post(input, {}, "/v1/public/track/users/");
  assert.equal(status, 200, JSON.stringify(body).slice(0, 500));
});
