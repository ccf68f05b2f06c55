/** What the page may list of webhooks and have told again, without the page. */
import assert from "node:assert/strict";
import test from "node:test";
import { webhooks } from "interakt-wasm";
import { SAMPLES } from "../../www/demo/webhook-samples.js";
import { customerOf } from "../../www/page/event.js";
import {
  countsOf,
  countWords,
  customerWords,
  idWords,
  isWanted,
  outcomeOf,
  talliedWords,
  tallyOf,
} from "../../www/page/webhooks/words.js";
import { overhear } from "../../www/worker/overhear.js";
import { targetOf } from "../../www/worker/tell-target.js";
import { createLog, KEEP_MS, KEPT } from "../../www/worker/webhook-log.js";

const NOW = Date.UTC(2026, 0, 15, 9, 30);

/**
 * @param {string} id Of the message.
 * @param {object} [more] Of the payload.
 */
function heardOf(id, more) {
  const payload = JSON.stringify({ type: "message_api_read", data: { message: { id } }, ...more });
  return { event: webhooks.parse(payload), payload, header: "sha256=…" };
}

/** @param {import("../../www/worker/webhook-log.js").Page} page */
const messagesOf = ({ webhooks }) => webhooks.map(({ messageId }) => messageId);

test("the newest are listed first, and after the newest that one has come only newer ones", () => {
  const log = createLog("log");
  assert.deepEqual(log.list(null, NOW), { webhooks: [], isAll: true, refused: null, most: KEPT });
  for (const id of ["1", "2", "3"]) log.add(heardOf(id), NOW);
  const all = log.list(null, NOW);
  assert.deepEqual([messagesOf(all), all.isAll], [["3", "2", "1"], true]);
  const newest = all.webhooks[0]?.id ?? "";
  const none = log.list(newest, NOW);
  assert.deepEqual([none.webhooks, none.isAll], [[], false]);
  log.add(heardOf("4"), NOW);
  assert.deepEqual(messagesOf(log.list(newest, NOW)), ["4"]);
  // What somebody else has, or had, is told anew.
  const other = log.list("another-1", NOW);
  assert.deepEqual([other.isAll, other.webhooks.length], [true, 4]);
});

test("a webhook is listed by what it is about, and kept whole as it came", () => {
  const log = createLog("log");
  const customer = { channel_phone_number: "+91 98765 43210" };
  const message = { id: "7", meta_data: { source_data: { callback_data: "order-118" } } };
  const heard = heardOf("7", { data: { customer, message } });
  log.add({ ...heard, secret: "nobody's" }, NOW);
  log.add({ ...heard, header: null }, NOW + 1);
  const [again, first] = log.list(null, NOW).webhooks;
  assert.deepEqual(first, {
    id: "log-1",
    at: NOW,
    kind: "message_api_read",
    channel: "whatsapp",
    messageId: "7",
    callbackData: "order-118",
    customer: "919876543210",
    signed: true,
    duplicate: false,
  });
  assert.deepEqual([again?.duplicate, again?.signed], [true, false]);
  const { event, ...told } = heard;
  assert.deepEqual(log.get("log-1", NOW), { ...first, ...told, secret: "nobody's" });
  assert.equal(log.get("log-3", NOW), null);
});

test("the same form told by another kind of event is a duplicate, another message is none", () => {
  const log = createLog("log");
  for (const title of ["Form filled in", "The same form again, as strings", "Text", "Read"]) {
    const payload = JSON.stringify(SAMPLES.find((sample) => sample.title === title)?.payload);
    log.add({ event: webhooks.parse(payload), payload, header: null }, NOW);
  }
  const duplicates = log.list(null, NOW).webhooks.filter(({ duplicate }) => duplicate);
  assert.deepEqual(
    duplicates.map(({ id }) => id),
    ["log-2"],
  );
});

test("only the newest are kept, no longer than an hour, and no more than the memory has", () => {
  const log = createLog("log");
  for (let id = 0; id <= KEPT; id += 1) log.add(heardOf(String(id)), NOW);
  const { webhooks: listed } = log.list(null, NOW);
  assert.deepEqual([listed.length, listed.at(-1)?.messageId], [KEPT, "1"]);
  assert.equal(log.get("log-1", NOW), null);
  log.add(heardOf("late"), NOW + KEEP_MS - 1);
  assert.equal(log.get("log-2", NOW + KEEP_MS), null);
  assert.deepEqual(messagesOf(log.list(null, NOW + KEEP_MS)), ["late"]);
  assert.deepEqual(messagesOf(log.list(null, NOW + 2 * KEEP_MS)), []);

  const long = { ...heardOf("long"), payload: "x".repeat(2 ** 20) };
  for (let count = 0; count < 100; count += 1) log.add(long, NOW);
  assert.equal(log.list(null, NOW).webhooks.length, 8);
  log.forget();
  assert.deepEqual(log.list("log-3", NOW).webhooks, []);
  log.add(heardOf("anew"), NOW);
  assert.deepEqual(messagesOf(log.list(null, NOW)), ["anew"]);
});

test("what does not verify is counted, and nothing of it is kept", () => {
  const log = createLog("log");
  log.refuse(NOW);
  log.refuse(NOW + 5);
  assert.deepEqual(log.list(null, NOW + 6).refused, { count: 2, at: NOW + 5 });
  assert.equal(log.list(null, NOW + 5 + KEEP_MS).refused, null);
});

test("the customer of each kind of event is known by the digits of the number", () => {
  const numbers = new Set(
    SAMPLES.map(({ payload }) => customerOf(webhooks.parse(JSON.stringify(payload)))),
  );
  // What tells of the account is about no customer.
  assert.deepEqual([...numbers], ["919876543210", null]);
  for (const customer of [{}, "x", { channel_phone_number: 7 }, { channel_phone_number: "none" }]) {
    assert.equal(customerOf(heardOf("1", { data: { customer } }).event), null);
  }
});

test("a body that somebody reads is overheard byte for byte, and no further than they read", async () => {
  const text = '\ufeff{ "order": "118",\r\n"to": "आशा 🍵" }';
  const bytes = new TextEncoder().encode(text);
  let given = 0;
  const body = new ReadableStream({
    pull(controller) {
      // One byte after the other: letters come in parts.
      if (given === bytes.length) return controller.close();
      controller.enqueue(bytes.slice(given, ++given));
    },
  });
  const init = { method: "POST", body, duplex: "half" };
  const { request, heard } = overhear(new Request("https://x.example/", init));
  assert.equal(heard(), "");
  assert.deepEqual(new Uint8Array(await request.arrayBuffer()), bytes);
  assert.equal(heard(), text);

  let pulled = 0;
  const endless = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(1000));
    },
  });
  const endlessInit = { method: "POST", body: endless, duplex: "half" };
  const long = overhear(new Request("https://x.example/", endlessInit));
  const answer = await webhooks.receive(long.request, {
    ...{ secret: "secret", maxBytes: 10_000, onEvent() {} },
    dangerouslyAllowUnsignedRcs: true,
  });
  assert.equal(answer.status, 413);
  assert.ok(pulled < 20, `${pulled} pieces were read`);
  assert.ok(long.heard().length < 20_000);
});

const LOCAL = new URL("http://localhost:8787/api/webhooks/tell");
const DEPLOYED = new URL("https://campaigns.example/api/webhooks/tell");

/** @param {string} text @param {URL} [own] @param {string} [baseUrl] */
const told = (text, own = LOCAL, baseUrl) => {
  const { url, problem } = targetOf(text, { own, baseUrl });
  return url?.href ?? problem ?? "";
};

test("a program is told at its address, wherever the console can reach it", () => {
  for (const text of [
    "http://localhost:3000/webhook",
    "http://127.0.0.1:3000/",
    "http://[::1]:3000/",
    "http://192.168.1.7:8787/hook?token=1",
    "https://app.example/webhooks/interakt",
    "https://interakt.ai.example/",
    "https://notinterakt.ai/",
  ]) {
    assert.equal(told(text), text);
  }
  assert.equal(told(" http://localhost:3000/a#b "), "http://localhost:3000/a");
  assert.equal(told("https://app.example/hook", DEPLOYED), "https://app.example/hook");
  const base = "https://gate.example/interakt";
  assert.equal(told("https://gate.example/hook", LOCAL, base), "https://gate.example/hook");
});

test("who is no program of one's own is not told, and it is said why", () => {
  const none = /^Enter the address/;
  const http = /http:\/\/ or https/;
  const password = /a user name or a password/;
  const itself = /the console itself/;
  const interakt = /belongs to Interakt/;
  const clouds = /169\.254/;
  const deployed = /A deployed console/;
  /** @type {[text: any, problem: RegExp, own?: URL, baseUrl?: string][]} */
  const refused = [
    ["", none],
    ["localhost", none],
    ["/webhook", none],
    [undefined, none],
    [{ href: "http://localhost:3000" }, none],
    [`http://localhost:3000/${"a".repeat(2000)}`, none],
    ["localhost:3000", http],
    ["file:///etc/passwd", http],
    ["ftp://localhost/", http],
    ["javascript:alert(1)", http],
    ["http://me:secret@localhost:3000/", password],
    ["http://me@localhost:3000/", password],
    ["http://localhost:8787/", itself],
    ["http://LOCALHOST.:8787/webhooks/interakt", itself],
    ["http://a.localhost:8787/", itself],
    ["https://127.0.0.1:8787/", itself],
    ["http://127.1:8787/", itself],
    ["http://2130706433:8787/", itself],
    ["http://0x7f.0.0.2:8787/", itself],
    ["http://0:8787/", itself],
    ["http://[::]:8787/", itself],
    ["http://[0:0::1]:8787/", itself],
    ["http://[::ffff:127.0.0.1]:8787/", itself],
    ["https://campaigns.example/webhooks/interakt", itself, DEPLOYED],
    ["https://campaigns.example.:443/", itself, DEPLOYED],
    ["https://api.interakt.ai/v1/public/message/", interakt],
    ["http://INTERAKT.AI./", interakt],
    ["https://app.interakt.shop/", interakt],
    ["https://gate.example/interakt/v1", interakt, LOCAL, "https://gate.example/interakt"],
    ["https://gate.example/x", interakt, LOCAL, "https://gate.example"],
    ["http://169.254.169.254/latest/meta-data", clouds],
    ["http://0xa9fea9fe/", clouds],
    ["http://[::ffff:169.254.169.254]/", clouds],
    ["http://[fe80::1]/", clouds],
    ...[
      ...["http://localhost:3000/", "http://127.0.0.1/", "http://10.0.0.1/", "http://[fd00::1]/"],
      ...["http://172.16.3.4/", "http://192.168.0.1/", "http://100.64.0.1/", "http://printer/"],
      ...["http://[::ffff:10.0.0.1]/", "http://metadata.google.internal/", "http://nas.local/"],
    ].map((text) => /** @type {[string, RegExp, URL]} */ ([text, deployed, DEPLOYED])),
  ];
  for (const [text, problem, own, baseUrl] of refused) {
    assert.match(told(text, own, baseUrl), problem, String(text));
  }
});

test("a webhook is found by its kind, its number however written, and its ids", () => {
  const webhook = {
    ...{ id: "0a1b2c3d-7", kind: "message_api_read", customer: "919876543210" },
    ...{ messageId: "C1A9-4a0b", callbackData: "order-118" },
  };
  const finds = (/** @type {string} */ text, kind = "") => isWanted(webhook, { text, kind });
  for (const text of [
    ...["", " ", "919876543210", "+91 98765 43210", "098765-43210", "3210", "(987) 654", "+91"],
    ...["c1a9", "4A0B", "order-1", "118", "0a1b2c3d-7", "api_read"],
  ]) {
    assert.ok(finds(text), text);
    assert.ok(finds(text, "message_api_read"), text);
    assert.ok(!finds(text, "message_api_sent"), text);
  }
  for (const text of ["4321098", "order-2", "asha", "."]) assert.ok(!finds(text), text);
  const account = { ...webhook, customer: null, messageId: null, callbackData: null };
  assert.ok(isWanted(account, { text: "api_read", kind: "" }));
  assert.ok(!isWanted(account, { text: "118", kind: "" }));
});

test("kinds are counted, and numbers and ids shortened to what tells them apart", () => {
  const kinds = ["b", "a", "b"].map((kind) => ({ kind }));
  assert.deepEqual(
    [...countsOf(kinds)],
    [
      ["a", 1],
      ["b", 2],
    ],
  );
  assert.deepEqual(
    [countWords(1, 1), countWords(2, 2), countWords(0, 2)],
    ["1 webhook", "2 webhooks", "0 of 2 webhooks"],
  );
  assert.equal(customerWords("919876543210"), "…3210");
  assert.deepEqual([idWords("123456789"), idWords("1234567890")], ["123456789", "…34567890"]);
});

test("what came of telling is said with what to do about it", () => {
  const base = {
    statusText: "",
    headers: {},
    body: "",
    end: /** @type {const} */ ("whole"),
    ms: 34,
  };
  const of201 = () => ({ answer: { status: 201, ...base } });
  const of = (/** @type {object} */ answer) =>
    outcomeOf({ answer: { status: 200, ...base, ...answer } });
  assert.deepEqual(of({ statusText: "OK" }), { kind: "good", words: "200 OK in 34 ms." });
  assert.deepEqual(of({ status: 204, ms: 3000 }), { kind: "good", words: "204 in 3.0 s." });
  const slow = of({ ms: 3001 });
  assert.deepEqual(
    [slow.kind, slow.hint?.slice(0, 28)],
    ["warning", "Interakt waits three seconds"],
  );
  /** @type {[object, RegExp][]} */
  const hints = [
    [
      { status: 302, headers: { location: "/login" } },
      /redirects to \/login, which was not followed/,
    ],
    [{ status: 304 }, /turns a webhook off/],
    [{ status: 401 }, /verify with the key/],
    [{ status: 403 }, /verify with the key/],
    [{ status: 404 }, /turns a webhook off/],
    [{ status: 500 }, /turns a webhook off/],
  ];
  for (const [answer, hint] of hints) {
    const { kind, hint: said = "" } = of(answer);
    assert.equal(kind, "error", JSON.stringify(answer));
    assert.match(said, hint);
  }
  assert.equal(outcomeOf({ failure: { why: "late", ms: 10_000 } }).words, "No answer in 10.0 s.");
  assert.equal(
    outcomeOf({ failure: { why: "unreachable", ms: 1 } }).words,
    "Nothing answers there.",
  );
  const error = { name: "ConsoleError", code: "console_400", message: "Give the address." };
  assert.deepEqual(outcomeOf({ error }), { kind: "error", words: "Give the address." });
  const told = [
    of201(),
    { failure: { why: /** @type {const} */ ("late"), ms: 1 } },
    of201(),
    { error },
  ];
  const tally = countsOf(told.map((one) => ({ kind: tallyOf(one) })));
  assert.equal(talliedWords(tally), "4 so far: 201 × 2, no answer × 1, not told × 1.");
});
