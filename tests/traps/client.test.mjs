/** What a client says of a call whose module traps: whether the request had gone out. */
import assert from "node:assert/strict";
import test from "node:test";
import { Interakt, isInternalError, isTimeoutError } from "interakt-wasm";
import { failureOf } from "../support/failure.mjs";
import { createTraps, WAYS } from "./trap.mjs";
import { TEXT } from "./uses.mjs";

const traps = createTraps();
test.after(() => traps.end());

/** @param {any} [options] */
function start(options) {
  let sent = 0;
  const answer = options?.fetch ?? (async () => Response.json({ result: true, id: "1" }));
  const client = new Interakt({
    apiKey: "bmlsZ2lyaS10ZWEtaG91c2U6",
    maxRetries: 0,
    ...options,
    fetch(/** @type {Request} */ request) {
      sent += 1;
      return answer(request);
    },
  });
  return { client, sent: () => sent };
}

const lost = () => Promise.reject(new TypeError("fetch failed"));
const silent = () => new Promise(() => {});
const busy = async () => Response.json({ message: "too many" }, { status: 429 });

/** @type {any} */
const MESSAGE = TEXT;

/** A text for which there never is room already. */
const LONG = { ...TEXT, data: { message: "x".repeat(400_000) } };

/** @type {{ calls: string, input?: any, options?: any, outcome: string, sent: number }[]} */
const FATES = [
  { calls: "build", outcome: "not_sent", sent: 0 },
  { calls: "room", input: LONG, outcome: "not_sent", sent: 0 },
  { calls: "parse", outcome: "unknown", sent: 1 },
  { calls: "lost", options: { fetch: lost }, outcome: "unknown", sent: 1 },
  { calls: "retry", options: { fetch: lost }, outcome: "unknown", sent: 1 },
  { calls: "retry", options: { fetch: busy }, outcome: "refused", sent: 1 },
  { calls: "timedOut", options: { fetch: silent, timeoutMs: 5 }, outcome: "unknown", sent: 1 },
  {
    calls: "outOfTime",
    options: { fetch: silent, totalTimeoutMs: 5 },
    outcome: "unknown",
    sent: 1,
  },
  {
    calls: "outOfTime",
    options: { limiter: { acquire: silent, pause() {} }, totalTimeoutMs: 5 },
    outcome: "not_sent",
    sent: 0,
  },
];

for (const { calls, input = TEXT, options, outcome, sent } of FATES) {
  test(`a trap in ${calls} after ${sent} requests: ${outcome}`, { timeout: 60_000 }, async () => {
    const desk = start(options);
    traps.set(calls);
    const error = await failureOf(desk.client.sendMessage(input));
    assert.equal(traps.isSet, false);
    assert.ok(isInternalError(error), String(error));
    const { operation, outcome: told } = error.toJSON();
    assert.deepEqual(
      { operation, told, sent: desk.sent() },
      { operation: "sendMessage", told: outcome, sent },
    );
    assert.deepEqual(traps.late, []);
  });
}

test("a call whose settings are checked when it traps was not sent, and the next checks them", async () => {
  traps.set("configure");
  const error = await failureOf(async () => start().client.sendMessage(MESSAGE));
  assert.ok(isInternalError(error));
  assert.deepEqual(await start().client.sendMessage(MESSAGE), {
    result: true,
    id: "1",
  });
});

for (const [name, way] of Object.entries(WAYS)) {
  test(`calls under way are answered although another one has trapped: ${name}`, async () => {
    /** @type {((answer: Response) => void)[]} */
    const waiting = [];
    let arrive = () => {};
    /** @type {Promise<void>} */
    const arrived = new Promise((resolve) => {
      arrive = resolve;
    });
    const { client } = start({
      fetch: () =>
        new Promise((resolve) => {
          if (waiting.push(resolve) === 3) arrive();
        }),
    });
    const calls = [1, 2, 3].map(() => client.sendMessage(MESSAGE));
    const ends = Promise.allSettled(calls);
    await Promise.race([ends, arrived]);
    traps.set("parse", { way, nth: 2 });
    for (const answer of waiting) answer(Response.json({ result: true, id: "1" }));
    const [first, second, third] = await ends;
    assert.deepEqual(
      [first, third].map((end) => end?.status),
      ["fulfilled", "fulfilled"],
    );
    assert.equal(second?.status, "rejected");
    assert.ok(isInternalError(second.reason));
    assert.equal(second.reason.outcome, "unknown");
    assert.deepEqual(traps.late, []);
  });
}

test("of many messages the one whose check traps has failed, and all others are sent", async () => {
  const { client, sent } = start();
  await client.sendMessage(MESSAGE);
  const messages = Array(20).fill(TEXT);
  traps.set("validate", { nth: 8 });
  const results = [];
  for await (const result of client.sendAll(messages, { concurrency: 4 })) results.push(result);
  const failed = /** @type {any[]} */ (results).filter(({ status }) => status !== "sent");
  assert.deepEqual(
    failed.map(({ status, error }) => [status, isInternalError(error)]),
    [["failed", true]],
  );
  assert.deepEqual([results.length, sent()], [20, 20]);
  assert.deepEqual(traps.late, []);
});

test("a call that is out of time ends, whatever says so", { timeout: 60_000 }, async () => {
  const { client } = start({ fetch: silent, timeoutMs: 5 });
  traps.set("timedOut");
  assert.ok(isInternalError(await failureOf(client.sendMessage(MESSAGE))));
  assert.ok(isTimeoutError(await failureOf(client.sendMessage(MESSAGE))));
});
