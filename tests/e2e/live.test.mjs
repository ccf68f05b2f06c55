/** What the page asks before it touches a real account, without a page. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { operations } from "interakt-wasm";
import { phone } from "interakt-wasm/phone-field";
import { CATALOG } from "../../www/page/catalog.js";
import { confirmed } from "../../www/page/confirm.js";
import { EXAMPLES, examplesOf } from "../../www/page/examples.js";
import { StartError, wordsOf } from "../../www/page/failure.js";
import { shortened } from "../../www/page/long-text.js";
import { questionOf } from "../../www/page/question.js";
import { meantFor, pillOf, serverOf } from "../../www/page/server.js";
import { createUnsettled } from "../../www/page/unsettled.js";
import { everybodyIn, listed, withoutExamples, withoutRecipient } from "../../www/page/whom.js";
import { ownHeaders, readAccount } from "../../www/page/worker-client.js";
import { hostOf } from "../../www/worker/server.js";

/** @param {string} number */
const format = (number) => phone.format(number, "international");

/** @param {string} operation @param {any} input @param {boolean} [again] */
const asked = (operation, input, again) =>
  questionOf({ operation, input, host: "api.interakt.ai", ...(again && { again }) }, format);

const ASHA = { countryCode: "+91", phoneNumber: "9876543210" };

test("in live no example that does something names anybody", () => {
  for (const operation of ["sendMessage", "sendRcs", "trackUser", "trackEvent", "assignChat"]) {
    for (const { input, slug } of examplesOf(operation, "live")) {
      const found = operations.find(({ name }) => name === operation)?.validate(input);
      const codes = (found?.ok ? [] : (found?.issues ?? [])).map(({ code }) => code);
      assert.ok(
        codes.some((code) => code === "string.empty" || code === "recipient.missing"),
        `${operation}/${slug}: ${codes}`,
      );
      assert.deepEqual(everybodyIn(input, format), [""], slug);
    }
  }
});

test("in live the fields stay where somebody is to be filled in, in each of several messages", () => {
  assert.deepEqual(withoutRecipient("sendMessage", { ...ASHA, type: "Text" }), {
    countryCode: "+91",
    phoneNumber: "",
    type: "Text",
  });
  const [two] = examplesOf("sendMessage", "live").filter(({ slug }) => slug.startsWith("two-"));
  assert.deepEqual(
    two?.input.map((/** @type {any} */ { phoneNumber }) => phoneNumber),
    ["", ""],
  );
  assert.match(two?.hint ?? "", /Fill in the recipient/);
});

/**
 * @param {any} schema
 * @param {boolean} [isName] Whether it describes what names somebody.
 * @returns {unknown[]} The examples of that.
 */
function namedIn(schema, isName = false) {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === "examples") return isName ? [value] : [];
    const names = ["userId", "phoneNumber", "fullPhoneNumber", "user_phone_number"];
    return namedIn(value, isName || names.includes(key));
  });
}

test("in live nobody is offered to be filled in either", async () => {
  for (const operation of ["sendMessage", "trackEvent", "assignChat"]) {
    const file = new URL(`../../build/generated/schemas/${operation}.json`, import.meta.url);
    const schema = JSON.parse(await readFile(file, "utf8"));
    assert.ok(namedIn(schema).length > 0, operation);
    const nameless = withoutExamples(schema);
    assert.deepEqual(namedIn(nameless), []);
    if (operation !== "assignChat") assert.match(JSON.stringify(nameless), /"examples":/);
  }
});

test("in live there is nothing that only the simulator plays, and no word of it", () => {
  for (const { name } of operations) {
    const [simulated, live] = [examplesOf(name, "simulator"), examplesOf(name, "live")];
    assert.equal(simulated.length, EXAMPLES.filter(({ operation }) => operation === name).length);
    assert.ok(live.length > 0, name);
    for (const { hint = "", group } of live) {
      assert.doesNotMatch(`${hint} ${group}`, /simulator|What becomes of it/);
    }
  }
  const slugs = examplesOf("sendMessage", "live").map(({ slug }) => slug);
  for (const gone of ["undeliverable", "the-window-is-closed", "both-phone-forms"]) {
    assert.ok(!slugs.includes(gone), gone);
  }
  // What names nobody stays what it is.
  assert.deepEqual(examplesOf("createTemplate", "live"), examplesOf("createTemplate", "simulator"));
  assert.deepEqual(examplesOf("getUserById", "live"), examplesOf("getUserById", "simulator"));
});

test("the question tells how many messages go to whom, and through which server", () => {
  const text = { type: "Text", data: { message: "Hi" } };
  assert.deepEqual(asked("sendMessage", { ...ASHA, ...text }), {
    title: "Send 1 message to +91 98765 43210 through api.interakt.ai?",
    text: "A real person gets it, and the account is charged. It cannot be undone.",
    yes: "Send 1 message",
  });
  const twice = asked("sendMessage", [
    { ...ASHA, ...text },
    { fullPhoneNumber: "919876543210", ...text },
  ]);
  assert.equal(twice?.title, "Send 2 messages to +91 98765 43210 through api.interakt.ai?");
  assert.match(twice?.text ?? "", /charged for each/);
  const rcs = asked("sendRcs", { countryCode: "44", phoneNumber: "7400123456", ...text });
  assert.equal(rcs?.title, "Send 1 RCS message to +44 7400 123456 through api.interakt.ai?");
});

test("everybody is told, and of many the first and how many more there are", () => {
  const people = Array.from({ length: 7 }, (_, at) => ({
    fullPhoneNumber: `9198765432${10 + at}`,
  }));
  const two = [{ userId: "tea-lover" }, { ...ASHA, userId: "x" }, { userId: "" }];
  assert.deepEqual(everybodyIn(two.slice(0, 2), format), [
    "userId “tea-lover”",
    "+91 98765 43210 (userId “x”)",
  ]);
  assert.equal(
    asked("sendMessage", people)?.title,
    "Send 7 messages to +91 98765 43210, +91 98765 43211, +91 98765 43212 and 4 more through api.interakt.ai?",
  );
  assert.equal(listed(["A", "B", "C"]), "A, B and C");
  assert.equal(listed(["A", "B"]), "A and B");
  assert.equal(listed(["A", "B", "C", "D"]), "A, B, C and 1 more");
});

test("a change is told with what it is about; what only reads is not asked", () => {
  const file = new File(["x".repeat(2048)], "of-the-disk.png");
  for (const [operation, input, title] of /** @type {[string, any, string][]} */ ([
    ["createTemplate", { display_name: "order_packed" }, "Create the template “order_packed”"],
    ["createCampaign", { campaign_name: "Diwali" }, "Create the campaign “Diwali”"],
    ["uploadMedia", { fileName: "tea.png", file }, "Upload “tea.png” (2 KB)"],
    ["trackUser", { ...ASHA }, "Create or update the customer +91 98765 43210"],
    ["trackEvent", { userId: "a", event: "Paid" }, "Record the event “Paid” of userId “a”"],
    [
      "assignChat",
      { user_phone_number: "919876543210", agent_email: "ravi@shop.example" },
      "Assign the chat with +91 98765 43210 to “ravi@shop.example”",
    ],
  ])) {
    assert.equal(asked(operation, input)?.title, `${title} through api.interakt.ai?`);
  }
  for (const operation of ["listTemplates", "listUsers", "getUserByPhone", "getUserById"]) {
    assert.equal(asked(operation, {}), undefined);
  }
  // None is forgotten.
  const reads = operations.filter(({ name }) => asked(name, { file }) === undefined);
  assert.equal(reads.length, 4);
});

test("a name cannot turn the question round, nor fill the page", () => {
  const userId = `\u202e${"x".repeat(500)}\u0000\n`;
  const { title = "" } = asked("sendMessage", { userId }) ?? {};
  assert.equal(title.indexOf("\u202e"), -1);
  assert.ok(title.length < 120, title);
  assert.ok(title.endsWith("x\\u{0}\\u{a}” through api.interakt.ai?"), title);
  const hebrew = asked("trackEvent", { userId: "אבג", event: "<b>" })?.title ?? "";
  assert.ok(hebrew.includes("“<b>” of userId “\u2068אבג\u2069”"), hebrew);
});

test("names of two people do not look the same, and each is named", () => {
  const unseen = [
    "\u00ad",
    "\u200b",
    "\u200d",
    "\u034f",
    "\u3164",
    "\ufe0f",
    "\u{e0061}",
    "\u2028",
  ];
  const names = ["tea", "tea ", ...unseen.map((sign) => `tea${sign}`)];
  const long = ["x", "y"].map((last) => `${"x".repeat(70)}${last}${"x".repeat(5)}`);
  const who = everybodyIn(
    [...names, ...long].map((userId) => ({ userId })),
    format,
  );
  assert.equal(new Set(who).size, names.length + long.length);
  for (const sign of unseen) assert.ok(!who.join("").includes(sign), sign);
  assert.ok(who.includes("userId “tea\\u{e0061}”"), who.join());
});

test("what may have been done already is asked in other words", () => {
  const question = asked("sendMessage", ASHA, true);
  assert.equal(question?.title, "Send 1 message to +91 98765 43210 again through api.interakt.ai?");
  assert.match(question?.text ?? "", /^Nobody knows what became of the last attempt/);
  assert.equal(question?.yes, "Send 1 message again");
});

test("a message to a person whose last one is of unknown fate may be the second", () => {
  const unsettled = createUnsettled();
  /** @param {any} input @param {string} [operation] */
  const message = (input, operation = "sendMessage") => {
    return { operation, input, effect: /** @type {const} */ ("message") };
  };
  /** @param {string} operation @param {import("interakt-wasm").Outcome} outcome */
  const ended = (operation, outcome) => {
    return { error: { name: "TimeoutError", code: "timeout", message: "", operation, outcome } };
  };
  const one = message({ ...ASHA, data: { message: "Hi" } });
  const other = message([{ fullPhoneNumber: "919876543210" }]);
  unsettled.note(one, ended("sendMessage", "not_sent"));
  assert.equal(unsettled.has(one), false);
  unsettled.note(one, ended("sendMessage", "unknown"));
  assert.deepEqual([unsettled.has(one), unsettled.isSame(one)], [true, true]);
  assert.deepEqual([unsettled.has(other), unsettled.isSame(other)], [true, false]);
  assert.equal(unsettled.has(message(ASHA, "sendRcs")), false);
  assert.equal(unsettled.has(message({ userId: "b" })), false);
  // What became of the first one is known no better by that.
  unsettled.note(one, ended("sendMessage", "refused"));
  unsettled.note(one, ended("sendMessage", "not_sent"));
  assert.equal(unsettled.has(one), true);
  const named = message({ ...one.input, userId: "tea-lover" });
  assert.equal(unsettled.has(named), true);
  unsettled.note(other, { answer: {} });
  assert.equal(unsettled.has(message({ ...ASHA, data: { message: "Hello" } })), false);
  // The first may have arrived all the same.
  assert.equal(unsettled.isSame(one), true);
  unsettled.note(one, { answer: {} });
  assert.equal(unsettled.has(one), false);
  unsettled.note(named, ended("sendMessage", "unknown"));
  assert.equal(unsettled.has(one), true);
  assert.equal(unsettled.has(message({ ...one.input, userId: "tea-lover" })), true);
  unsettled.note(named, { answer: {} });
  assert.equal(unsettled.has(one), false);
});

test("a change of unknown fate may be done twice, unless twice is as good as once", () => {
  const unsettled = createUnsettled();
  for (const [operation, isTwice] of /** @type {const} */ ([
    ["createTemplate", true],
    ["trackUser", false],
  ])) {
    const change = { operation, input: { userId: "a" }, effect: /** @type {const} */ ("change") };
    const error = { name: "TimeoutError", code: "timeout", message: "", operation };
    unsettled.note(change, { error: { ...error, outcome: "unknown" } });
    assert.equal(unsettled.has(change), isTwice);
    assert.equal(unsettled.has({ ...change, input: { userId: "b" } }), false);
  }
});

test("a page whose console was started anew with a key stays on the account that it began with", async (t) => {
  /** @type {object} */
  let account = { mode: "simulator" };
  t.mock.method(globalThis, "fetch", async () => Response.json(account));
  assert.deepEqual(await readAccount(), account);
  assert.deepEqual(await readAccount(), account);
  account = { mode: "live", host: "api.interakt.ai" };
  // It would say "Live", and ask nobody.
  const error = await readAccount().then(
    () => assert.fail("it goes on"),
    (error) => error,
  );
  assert.match(wordsOf(new StartError("worker", error)).remedy, /^Reload the page/);
  assert.deepEqual(ownHeaders(), { "console-server": meantFor({ mode: "simulator" }) });
});

test("who goes elsewhere before the question is there is not asked any more", async () => {
  /** @type {string[]} */
  const shown = [];
  const dialog = { showModal: () => shown.push("asked"), addEventListener() {} };
  class HTMLDialogElement {
    constructor() {
      Object.assign(this, dialog);
    }
  }
  const named = new HTMLDialogElement();
  const page = {
    ...{ HTMLDialogElement, HTMLElement: HTMLDialogElement, window: { addEventListener() {} } },
    document: { getElementById: () => named },
    location: { hash: "#sendMessage/text" },
  };
  Object.assign(globalThis, page);
  const planned = { operation: "sendMessage", input: ASHA, host: "api.interakt.ai" };
  const asking = confirmed(planned);
  page.location.hash = "#trackUser";
  assert.equal(await asking, false);
  assert.deepEqual(shown, []);
  // What asks may have to be loaded before it can look where it is.
  assert.equal(await confirmed(planned, "#sendMessage/text"), false);
  assert.deepEqual(shown, []);
  confirmed(planned);
  while (shown.length === 0) await new Promise(setImmediate);
});

test("of a long answer the beginning is shown, and how long it is", () => {
  assert.deepEqual(shortened("short"), { shown: "short" });
  assert.deepEqual(shortened("short", { size: 5 }), { shown: "short" });
  const { shown, note } = shortened("x".repeat(250_000));
  assert.equal(shown.length, 200_000);
  assert.equal(note, "This is the first 195.3 KB of 244.1 KB.");
  assert.equal(
    shortened("x".repeat(900), { size: 10_485_761, cut: true }).note,
    "This is the first 900 bytes of 10 MB that arrived; there was more, or it broke off.",
  );
});

test("the page says where requests go", () => {
  const live = /** @type {const} */ ({ mode: "live", host: "api.interakt.ai" });
  assert.deepEqual(pillOf(live), ["Live", "api.interakt.ai"]);
  assert.deepEqual(pillOf({ mode: "simulator" }), ["Simulator", "nothing reaches Interakt"]);
  assert.equal(serverOf(live), "api.interakt.ai");
  assert.equal(serverOf({ mode: "simulator" }), "the simulator");
  assert.notEqual(meantFor(live), meantFor({ mode: "simulator" }));
  assert.notEqual(meantFor(live), meantFor({ ...live, host: "localhost:9999" }));
});

test("the server is Interakt's, or that of the base URL, over https or on this machine", () => {
  for (const [baseUrl, host] of /** @type {[string | undefined, string][]} */ ([
    [undefined, "api.interakt.ai"],
    ["https://proxy.example/interakt/", "proxy.example"],
    ["https://proxy.example:8443", "proxy.example:8443"],
    ["http://localhost:9999", "localhost:9999"],
    ["HTTP://LOCALHOST:9999/api", "localhost:9999"],
    ["http://127.0.0.1:9", "127.0.0.1:9"],
    ["http://127.1:9", "127.0.0.1:9"],
    ["http://[::1]:9", "[::1]:9"],
    ["http://interakt.localhost", "interakt.localhost"],
  ])) {
    assert.equal(hostOf(baseUrl), host);
  }
});

test("a base URL that is none, or that gives the key away, is refused in words", () => {
  for (const [baseUrl, why] of /** @type {[string, RegExp][]} */ ([
    ["api.interakt.ai", /must be an absolute URL/],
    ["/interakt", /baseUrl is a path/],
    ["ftp://proxy.example", /must begin with https:/],
    ["https://somebody:secret@proxy.example", /must not contain a user name or password/],
    ["https://proxy.example/?a=secret", /must not have a query/],
    ["https://[::secret]", /not a valid URL/],
    ["http://proxy.example", /exposes the key.*https:/],
    ["http://10.0.0.7:9", /exposes the key/],
    ["http://0.0.0.0:9", /exposes the key/],
    ["http://localhost.proxy.example", /exposes the key/],
    ["http://127.0.0.1.proxy.example", /exposes the key/],
  ])) {
    assert.throws(() => hostOf(baseUrl), { message: why });
    assert.throws(
      () => hostOf(baseUrl),
      ({ message }) => !message.includes("secret"),
    );
  }
});

test("whatever changes a real account is asked about, and what only reads is not", () => {
  for (const { operation, effect } of CATALOG) {
    const [example] = examplesOf(operation.name, "simulator");
    const file = new File(["a"], "a.png");
    const input = { ...example?.input, ...(example?.file && { file }) };
    assert.equal(asked(operation.name, input) === undefined, effect === "read", operation.name);
  }
});
