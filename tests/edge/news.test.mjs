/** What webhooks tell of the rows of campaigns: each event as Interakt posts it, from the simulator. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Interakt, InteraktError, webhooks } from "interakt-wasm";
import { applyWebhook, newsOf, toNewRow } from "interakt-wasm/edge";
import { createSimulator } from "interakt-wasm/simulator";

const START = Date.UTC(2026, 0, 15, 9, 30);
const RECIPIENT = "919876543210";
const ROW = { campaign: "diwali", index: 7 };

/**
 * The events of one message that lives so.
 *
 * @param {import("interakt-wasm/simulator").LifeStep[]} life
 * @param {{ callbackData?: string, rcs?: boolean }} [of]
 */
async function eventsOf(life, { callbackData = "diwali.7.order-1", rcs = false } = {}) {
  let now = START;
  /** @type {string[]} */
  const bodies = [];
  const simulator = createSimulator({
    now: () => now,
    webhooks: {
      secret: "secret",
      life: () => life,
      async to(request) {
        bodies.push(await request.text());
        return new Response();
      },
    },
  });
  const interakt = new Interakt({ apiKey: "dGVzdC1rZXk6", fetch: simulator });
  const to = { fullPhoneNumber: RECIPIENT, callbackData };
  const { id } = rcs
    ? await interakt.sendRcs({ ...to, type: "Text", message: { plainText: "Hi" } })
    : await interakt.sendMessage({ ...to, type: "Text", data: { message: "Hi" } });
  now += 3_600_000;
  await simulator.deliver();
  return { id, events: bodies.map((body) => webhooks.parse(body)) };
}

/**
 * @param {object} [given]
 * @param {any} [given.last] What the account says of the recipient's last message.
 * @param {any[]} [given.rows] What the ledger has.
 */
function createDesk({ last = null, rows = [] } = {}) {
  /** @type {unknown[]} */
  const told = [];
  /** @type {string[]} */
  const optedOut = [];
  /** @type {string[]} */
  const asked = [];
  const ledger = (/** @type {string} */ campaign) => ({
    tell: async (/** @type {object} */ news) => void told.push({ campaign, ...news }),
    rows: async (/** @type {any} */ { after, most }) =>
      rows.filter(({ index }) => index > after).slice(0, most),
  });
  const account = {
    async optOut(/** @type {string[]} */ recipients) {
      optedOut.push(...recipients);
      return recipients.length;
    },
    async lastMessage(/** @type {string} */ recipient) {
      asked.push(recipient);
      return last;
    },
  };
  const options = /** @type {any} */ ({ ledger, account });
  return {
    ...{ told, optedOut, asked },
    /** @param {any} event @param {object} [more] */
    apply: (event, more) => applyWebhook(event, { ...options, ...more }),
  };
}

test("statuses find their row by callbackData, with id, time and cost", async () => {
  const { id, events } = await eventsOf(["sent", "delivered", "read"]);
  assert.deepEqual(events.map(newsOf), [
    { ...ROW, messageId: id, status: "sent", at: START + 1_000, cost: "0.15" },
    { ...ROW, messageId: id, status: "delivered", at: START + 2_000, cost: "0.15" },
    { ...ROW, messageId: id, status: "read", at: START + 3_000, cost: "0.15" },
  ]);
});

test("a failure has the channel's code and words", async () => {
  const life = { failed: { code: "131026", reason: "Receiver is incapable of receiving it" } };
  const { id, events } = await eventsOf([life]);
  const problem = "131026: Receiver is incapable of receiving it";
  assert.deepEqual(events.map(newsOf), [
    { ...ROW, messageId: id, status: "failed", at: START + 1_000, problem },
  ]);
});

test("a tap is told, of a quick reply and of a page", async () => {
  const { id, events } = await eventsOf([
    { clicked: "Yes" },
    { clicked: "Track", url: "https://shop.example" },
  ]);
  const news = { ...ROW, messageId: id, status: "clicked", clicked: true, cost: "0.15" };
  assert.deepEqual(events.map(newsOf), [
    { ...news, at: START + 1_000 },
    { ...news, at: START + 2_000 },
  ]);
});

test("a form that is filled in is a reply, and has another message's id", async () => {
  const { events } = await eventsOf([{ submitted: { city: "Pune" } }]);
  assert.equal(events.length, 2);
  for (const event of events) {
    assert.deepEqual(newsOf(event), { ...ROW, replied: true, at: START + 1_000 });
  }
});

test("messages of nobody's campaign are passed over", async () => {
  const { events } = await eventsOf(["sent"], { callbackData: "order-1" });
  const desk = createDesk();
  for (const event of events) {
    assert.equal(newsOf(event), null);
    assert.equal(await desk.apply(event), false);
  }
  assert.deepEqual(desk.told, []);
});

test("an event is handed on to the ledger of its campaign", async () => {
  const { id, events } = await eventsOf(["sent"]);
  const desk = createDesk();
  assert.equal(await desk.apply(events[0]), true);
  const news = { ...ROW, messageId: id, status: "sent", at: START + 1_000, cost: "0.15" };
  assert.deepEqual(desk.told, [news]);
  assert.deepEqual(desk.asked, []);
});

test("a reply is about the last message that the account has let through", async () => {
  const { events } = await eventsOf([{ replied: "Thank you" }]);
  assert.deepEqual(events.map(newsOf), [null]);
  for (const state of ["sent", "unknown"]) {
    const last = { campaign: "holi", index: 3, at: START };
    const desk = createDesk({ last, rows: [{ index: 3, state }] });
    assert.equal(await desk.apply(events[0]), true);
    assert.deepEqual(desk.asked, [RECIPIENT]);
    assert.deepEqual(desk.told, [{ campaign: "holi", index: 3, at: START + 1_000, replied: true }]);
  }
});

test("a reply says nothing of a row that was let through and then did not leave", async () => {
  const { events } = await eventsOf([{ replied: "Thank you" }]);
  const last = { campaign: "holi", index: 3, at: START };
  for (const state of ["waiting", "claimed", "refused", "dead", "opted_out", "cancelled"]) {
    const desk = createDesk({ last, rows: [{ index: 3, state }] });
    assert.equal(await desk.apply(events[0]), false);
    assert.deepEqual(desk.told, []);
  }
});

test("a reply to a campaign that was erased is about none", async () => {
  const { events } = await eventsOf([{ replied: "Thank you" }]);
  // @ts-expect-error Users cannot make any.
  const unknown = new InteraktError({ code: "campaign_unknown", message: "There is none." });
  const desk = createDesk({ last: { campaign: "holi", index: 3, at: START } });
  const ledger = () => ({ rows: () => Promise.reject(unknown) });
  assert.equal(await desk.apply(events[0], { ledger }), false);
  const broken = () => ({ rows: () => Promise.reject(new Error("disk")) });
  await assert.rejects(desk.apply(events[0], { ledger: broken }), /disk/);
});

test("a suggestion that is tapped in RCS counts only for a row that was sent", async () => {
  const { events } = await eventsOf([{ clicked: "Yes" }], { rcs: true });
  const last = { campaign: "holi", index: 3, at: START };
  const news = { campaign: "holi", index: 3, at: START + 1_000, replied: true };
  for (const [state, told] of /** @type {const} */ ([
    ["sent", [{ ...news, clicked: true }]],
    ["unknown", [news]],
    ["waiting", []],
  ])) {
    const desk = createDesk({ last, rows: [{ index: 3, state }] });
    for (const event of events) await desk.apply(event);
    assert.deepEqual(desk.told, told);
  }
});

test("a reply of somebody who got nothing, or long ago, is about no campaign", async () => {
  const { events } = await eventsOf([{ replied: "Thank you" }]);
  const long = { campaign: "holi", index: 3, at: START - 8 * 24 * 3_600_000 };
  for (const last of [null, long]) {
    const desk = createDesk({ last });
    assert.equal(await desk.apply(events[0]), false);
    assert.deepEqual(desk.told, []);
  }
});

test("who writes STOP is put on the list, whatever it is about", async () => {
  for (const said of ["STOP", " stop ", "Unsubscribe", { button: { id: "1", title: "Stop" } }]) {
    const { events } = await eventsOf([{ replied: said }]);
    const desk = createDesk();
    assert.equal(await desk.apply(events[0]), false);
    assert.deepEqual(desk.optedOut, [RECIPIENT]);
  }
});

test("what phones and people put around STOP changes nothing", async () => {
  for (const said of [
    ...[
      "Stop.",
      "STOP!!",
      '"stop"',
      "*STOP*",
      "_Stop_",
      "\u200eSTOP\u200f",
      "STOP \u{1f64f}",
      "STOP \u2764\ufe0f",
    ],
    ...["\uff33\uff34\uff2f\uff30", "\u00abSTOP\u00bb\n"],
  ]) {
    const { events } = await eventsOf([{ replied: said }]);
    const desk = createDesk();
    await desk.apply(events[0]);
    assert.deepEqual(desk.optedOut, [RECIPIENT], said);
  }
});

test("words of one's own are compared in the same way, and may be no words", async () => {
  /** @type {[said: string, word: string, isOut: boolean][]} */
  const cases = [
    ["opt-out!", "Opt out", true],
    ["\u0930\u094b\u0915\u0947\u0902\u0964", "\u0930\u094b\u0915\u0947\u0902", true],
    ["1.", "1", true],
    ["10", "1", false],
    ["\u{1f44e}", "\u{1f44e}", true],
    ["\u{1f44d}", "\u{1f44e}", false],
    ["\u{1f44d}", "STOP", false],
    ["...", "STOP", false],
    ["Stop by tomorrow", "STOP", false],
  ];
  for (const [said, word, isOut] of cases) {
    const { events } = await eventsOf([{ replied: said }]);
    const desk = createDesk();
    await desk.apply(events[0], { optOutWords: [word] });
    assert.equal(desk.optedOut.length > 0, isOut, said);
  }
});

test("a quick reply of a template that says STOP counts as well", async () => {
  const { events } = await eventsOf([{ clicked: "Stop" }]);
  const desk = createDesk();
  assert.equal(await desk.apply(events[0]), true);
  assert.deepEqual(desk.optedOut, [RECIPIENT]);
});

test("who taps STOP and was written to by a userId is put on the list by that as well", async () => {
  const { events } = await eventsOf([{ clicked: "Stop" }]);
  const desk = createDesk({ rows: [{ index: 7, state: "sent", recipient: "u-1" }] });
  assert.equal(await desk.apply(events[0]), true);
  assert.deepEqual(desk.optedOut, [RECIPIENT, "u-1"]);
});

test("STOP within a sentence is none, and the words can be others", async () => {
  const { events } = await eventsOf([{ replied: "Stop by tomorrow?" }, { replied: "रोकें" }]);
  const desk = createDesk();
  for (const event of events) await desk.apply(event);
  assert.deepEqual(desk.optedOut, []);
  for (const event of events) await desk.apply(event, { optOutWords: ["रोकें"] });
  assert.deepEqual(desk.optedOut, [RECIPIENT]);
});

test("RCS names its row by the message's id", async () => {
  const { id, events } = await eventsOf(["sent", "delivered", "read"], { rcs: true });
  const last = { campaign: "holi", index: 3, at: START };
  const desk = createDesk({ last, rows: [{ index: 3, state: "sent", messageId: id }] });
  for (const event of events) assert.equal(await desk.apply(event), true);
  const news = { campaign: "holi", index: 3, messageId: id };
  assert.deepEqual(desk.told, [
    { ...news, status: "accepted", at: START + 1_000 },
    { ...news, status: "delivered", at: START + 2_000 },
    { ...news, status: "read", at: START + 3_000 },
  ]);
});

test("RCS of another message than the row's is passed over", async () => {
  const { events } = await eventsOf(["delivered"], { rcs: true });
  const last = { campaign: "holi", index: 3, at: START };
  for (const rows of [[{ index: 3, messageId: "another" }], [{ index: 3, messageId: null }], []]) {
    const desk = createDesk({ last, rows });
    assert.equal(await desk.apply(events[0]), false);
    assert.deepEqual(desk.told, []);
  }
});

test("an RCS failure has its code and words, and a reply is a reply", async () => {
  const life = [{ failed: { code: "E7", reason: "No RCS" } }, { replied: "stop" }];
  const { id, events } = await eventsOf(life, { rcs: true });
  const last = { campaign: "holi", index: 3, at: START };
  const desk = createDesk({ last, rows: [{ index: 3, state: "sent", messageId: id }] });
  for (const event of events) await desk.apply(event);
  assert.deepEqual(desk.told, [
    {
      ...{ campaign: "holi", index: 3, messageId: id, status: "failed", at: START + 1_000 },
      problem: "E7: No RCS",
    },
    { campaign: "holi", index: 3, at: START + 2_000, replied: true },
  ]);
  assert.deepEqual(desk.optedOut, [RECIPIENT]);
});

test("events that nobody knows, and those of no message, change nothing", async () => {
  const desk = createDesk({ last: { campaign: "holi", index: 3, at: START } });
  for (const body of [
    '{"type":"message_api_teleported","data":{"message":{"id":"1"}}}',
    '{"type":"message_api_sent"}',
    '{"type":"account_alerts","data":{}}',
    "{}",
  ]) {
    assert.equal(await desk.apply(webhooks.parse(body)), false);
  }
  assert.deepEqual(desk.told, []);
});

test("every fixture of a webhook is taken or passed over, and none fails", async () => {
  for (const file of [
    "account",
    "campaigns",
    "clicks",
    "flows",
    "messages",
    "rcs",
    "replies",
    "unknown",
  ]) {
    const path = new URL(`../fixtures/webhooks-${file}.json`, import.meta.url);
    for (const { event } of JSON.parse(await readFile(path, "utf8"))) {
      const desk = createDesk({ last: { campaign: "holi", index: 3, at: Date.now() } });
      assert.equal(typeof (await desk.apply(event)), "boolean");
      for (const news of /** @type {any[]} */ (desk.told)) assert.ok(news.at > 0);
    }
  }
});

test("rows of a file become rows of a ledger", () => {
  const place = { index: 4, line: 6, key: "0123456789abcdef" };
  const input = /** @type {const} */ ({ type: "Text", data: { message: "Hi" } });
  /** @type {[any, object][]} */
  const cases = [
    [
      { countryCode: "+91", phoneNumber: "9876543210" },
      { recipient: "919876543210", country: "IN" },
    ],
    [{ fullPhoneNumber: "+14155552671" }, { recipient: "14155552671", country: "US" }],
    [
      { fullPhoneNumber: "971501234567", userId: "u-1" },
      { recipient: "971501234567", country: "AE" },
    ],
    [{ userId: "u-1" }, { recipient: "u-1", country: null }],
    [
      { countryCode: "+91", userId: "u-1" },
      { recipient: "u-1", country: null },
    ],
  ];
  for (const [to, expected] of cases) {
    const row = { ...place, input: { ...to, ...input } };
    assert.deepEqual(toNewRow({ "~row": true, ...row }), { ...row, ...expected });
    const checked = { ...row, status: "ready", issues: [], warnings: [], cells: ["1"] };
    assert.deepEqual(toNewRow(/** @type {any} */ (checked)), { ...row, ...expected });
  }
});

test("of rows that cannot be sent it is kept where they are, and what is wrong in words", () => {
  const issues = [
    { severity: "error", message: "Must be a number.", column: "Mobile" },
    { severity: "warning", message: "Looks odd." },
    { severity: "error", message: "Must be a text." },
  ];
  const row = { index: 4, line: 6, warnings: [], issues, input: { type: "Text" } };
  const problem = "Mobile: Must be a number. Must be a text.";
  assert.deepEqual(
    toNewRow(/** @type {any} */ ({ ...row, status: "refused", cells: ["a", "b"] })),
    {
      ...{ index: 4, line: 6, state: "invalid", problem },
    },
  );
  assert.deepEqual(
    toNewRow(/** @type {any} */ ({ ...row, status: "duplicate", cells: undefined })),
    {
      ...{ index: 4, line: 6, state: "duplicate", problem },
    },
  );
});
