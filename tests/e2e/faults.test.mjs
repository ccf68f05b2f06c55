/** Faults on request, without a page: what each becomes at the client, and what is said of it. */
import assert from "node:assert/strict";
import test from "node:test";
import { Interakt, isInteraktError } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { FAULTS } from "../../www/demo/faults.js";
import { fateOf, isSentAgain } from "../../www/page/fate.js";
import { withFault } from "../../www/worker/faults.js";
import { send } from "../../www/worker/send.js";

/** @typedef {import("../../www/demo/faults.js").FaultName} FaultName */
/** @typedef {import("../../www/page/effects.js").Effect} Effect */

const API_KEY = "dGVzdC1rZXk6";

const NAMES = /** @type {FaultName[]} */ (Object.keys(FAULTS));

const TEXT = { fullPhoneNumber: "919876543210", type: "Text", data: { message: "Hi" } };

/** One of each kind: its effect, and what is sent. @type {[effect: Effect, operation: "sendMessage" | "createCampaign" | "trackUser" | "trackEvent" | "getUserById", input: any][]} */
const SENT = [
  ["message", "sendMessage", TEXT],
  ["change", "trackUser", { userId: "guest-7", traits: { name: "Meera" } }],
  ["change", "trackEvent", { userId: "guest-7", event: "Tasted", traits: {} }],
  ["read", "getUserById", { userId: "guest-7" }],
];

/**
 * @param {FaultName} fault
 * @param {(typeof SENT)[number]} sent
 * @returns {Promise<{ error: any, retries: number }>} How a client of a program's fails.
 */
async function fail(fault, [, operation, input]) {
  let retries = 0;
  const { timeoutMs, ...way } = withFault(fault, createSimulator());
  const client = new Interakt({
    ...way,
    apiKey: API_KEY,
    ...(timeoutMs && { timeoutMs: 50 }),
    maxRetries: 1,
    maxRetryAfterMs: 0,
    onRetry: () => {
      retries += 1;
    },
  });
  const error = await client[operation](input).then(
    () => assert.fail(`${fault} does ${operation} no harm`),
    (error) => error,
  );
  assert.ok(isInteraktError(error));
  return { error: error.toJSON(), retries };
}

test("every outcome of the client is that of a fault, and each fault has the outcome that it is listed under", async () => {
  await Promise.all(
    NAMES.flatMap((fault) =>
      SENT.map(async (sent) => {
        const { error } = await fail(fault, sent);
        assert.equal(error.outcome, FAULTS[fault].outcome, `${fault}: ${sent[1]}`);
      }),
    ),
  );
  const outcomes = new Set(Object.values(FAULTS).map(({ outcome }) => outcome));
  assert.deepEqual([...outcomes].sort(), ["not_sent", "refused", "unknown"]);
});

test("what the card says of retries is what a client does", async () => {
  await Promise.all(
    NAMES.flatMap((fault) =>
      SENT.map(async (sent) => {
        const { error, retries } = await fail(fault, sent);
        const again = isSentAgain(error, sent[0]);
        assert.equal(again, retries > 0, `${fault}: ${sent[1]}`);
        const { retry = "No" } = fateOf(error, sent[0]) ?? {};
        assert.match(retry, again ? /^Yes/ : /^No/, `${fault}: ${sent[1]}`);
      }),
    ),
  );
});

/** @param {string} operation @param {Partial<import("../../www/page/worker-client.js").Failure>} error */
const failure = (operation, error) => ({ name: "E", code: "e", message: "m", operation, ...error });

test("a doubt remains of what may have been done and would be done twice, and of nothing else", () => {
  const unknown = { outcome: /** @type {const} */ ("unknown"), code: "timeout" };
  for (const [effect, operation, error, isInDoubt] of /** @type {const} */ ([
    ["message", "sendMessage", unknown, true],
    ["change", "createCampaign", unknown, true],
    ["change", "trackUser", unknown, false],
    ["read", "getUserById", unknown, false],
    ["message", "sendMessage", { outcome: "refused", code: "rate_limited" }, false],
    ["message", "sendMessage", { outcome: "not_sent", code: "invalid_input" }, false],
  ])) {
    const fate = fateOf(failure(operation, error), effect);
    assert.equal(fate?.isInDoubt ?? false, isInDoubt, operation);
  }
});

test("a refusal for the rate says how long to wait, as the answer does", () => {
  const refused = { outcome: /** @type {const} */ ("refused"), code: "rate_limited" };
  const advice = (/** @type {number} */ retryAfterMs) =>
    fateOf(failure("sendRcs", { ...refused, retryAfterMs }), "message")?.advice;
  assert.match(advice(20_000) ?? "", /^Wait 20 s,/);
  assert.match(advice(1) ?? "", /^Wait 1 s,/);
  assert.match(fateOf(failure("sendRcs", refused), "message")?.advice ?? "", /^Wait a while,/);
});

test("of what is about no sending nothing is said", () => {
  assert.equal(fateOf({ name: "WebhookError", code: "e", message: "m" }, "read"), undefined);
  const error = { name: "WebhookError", code: "e", message: "m", outcome: "not_sent" };
  assert.equal(fateOf(/** @type {any} */ (error), "read"), undefined);
});

/** @typedef {import("../../www/worker/account.js").Account} Account */

/** @type {Account} */
const SIMULATED = {
  mode: "simulator",
  name: "simulator",
  apiKey: API_KEY,
  fetch: createSimulator(),
  readWebhooks: undefined,
};

/** The pace of the account, which counts how often it is asked. */
function createPace() {
  const asked = { turns: 0, pauses: 0 };
  const limiter = {
    async acquire() {
      asked.turns += 1;
    },
    pause() {
      asked.pauses += 1;
    },
  };
  return { asked, limiter };
}

/**
 * @param {BodyInit} body
 * @param {Account} account
 * @param {Pick<ReturnType<typeof createPace>, "limiter">} [pace]
 * @returns {Promise<{ status: number, result: any }>} What the Worker answers.
 */
async function ask(body, account, { limiter } = createPace()) {
  const headers = typeof body === "string" ? { "content-type": "application/json" } : undefined;
  const request = new Request("https://console/", { method: "POST", headers, body });
  const response = await send(request, account, limiter);
  return { status: response.status, result: await response.json() };
}

test("a simulated 429 holds nobody up: the account's pace is not told of it", async () => {
  const { asked, ...account } = createPace();
  const input = { operation: "sendMessage", input: TEXT };
  const faulty = JSON.stringify({ ...input, fault: "rate_limited" });
  const { result } = await ask(faulty, SIMULATED, account);
  assert.equal(result.error.retryAfterMs, 20_000);
  assert.equal(result.error.simulated, "rate_limited");
  assert.deepEqual(asked, { turns: 0, pauses: 0 });
  await ask(JSON.stringify(input), SIMULATED, account);
  assert.deepEqual(asked, { turns: 1, pauses: 0 });
});

test("an upload can meet a fault too", async () => {
  const form = new FormData();
  form.set("operation", "uploadMedia");
  form.set("input", '{ "fileName": "a.png" }');
  form.set("file", new File(["x"], "a.png", { type: "image/png" }));
  const { answer } = (await ask(form, SIMULATED)).result;
  assert.equal(answer.result, true);
  form.set("fault", "connection_lost");
  const { error, request } = (await ask(form, SIMULATED)).result;
  assert.equal(error.outcome, "unknown");
  assert.equal(request.form[0].fileName, "a.png");
});

test("a fault that is none is refused, and so is every fault on a real account: nothing is sent", async () => {
  const input = { operation: "sendMessage", input: TEXT };
  for (const fault of ["constructor", "__proto__", "", 7, null, ["timeout"], {}]) {
    const { status, result } = await ask(JSON.stringify({ ...input, fault }), SIMULATED);
    assert.equal(status, 404, JSON.stringify(fault));
    assert.match(result.error.message, /Nothing was sent/);
  }
  /** @type {Account} */
  const real = { ...SIMULATED, mode: "live", fetch: () => assert.fail("something was sent") };
  for (const fault of [...NAMES, "constructor", null]) {
    const { status, result } = await ask(JSON.stringify({ ...input, fault }), real);
    assert.equal(status, 400, String(fault));
    assert.match(result.error.message, /Nothing was sent/);
  }
});

test("what the Worker refuses went nowhere, and what it does not answer to may have gone", async (t) => {
  const { send: ask } = await import("../../www/page/worker-client.js");
  /** @param {() => Promise<Response>} answer */
  const outcomeOf = async (answer) => {
    t.mock.method(globalThis, "fetch", answer);
    const { error } = await ask("trackEvent", {});
    assert.equal(error?.operation, "trackEvent");
    return error?.outcome;
  };
  const refusal = { name: "ConsoleError", code: "console_413", message: "too long" };
  const failure = { name: "Error", code: "internal", message: "it failed" };
  assert.equal(await outcomeOf(async () => Response.json({ error: refusal })), "not_sent");
  assert.equal(await outcomeOf(async () => Response.json({ error: failure })), "unknown");
  assert.equal(await outcomeOf(async () => new Response("<html>")), "unknown");
  assert.equal(await outcomeOf(() => Promise.reject(new TypeError("gone"))), "unknown");
});
