/** A limiter of the caller's own, which other clients may share. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  Interakt,
  isConnectionError,
  isInteraktError,
  isTimeoutError,
  isValidationError,
} from "interakt-wasm";
import { API_KEY, answer, countingSignal, failureOf, MESSAGE, unhandledIn } from "./support.mjs";
import { virtualTime } from "./virtual-time.mjs";

/** @typedef {import("interakt-wasm").Limiter} Limiter */

const OPERATION = { operation: "sendMessage", method: "POST", path: "/v1/public/message/" };

const accepted = () => answer(200, { result: true, id: "m-1" });

/** @param {string} seconds */
const refused = (seconds) => answer(429, { message: "Not now" }, { "retry-after": seconds });

/**
 * Answers with each of the list, and from then on with success.
 *
 * @param {Response[]} answers
 */
const answersOf = (answers) => () => answers.shift() ?? accepted();

/** A limiter that lets everything out, and what it was told. */
function open() {
  /** @type {unknown[]} */
  const told = [];
  return {
    told,
    acquire: async () => void told.push("acquire"),
    pause: (/** @type {number} */ waitMs) => void told.push(waitMs),
  };
}

/** A limiter that lets out what it is told to, one after another, and does not look at signals. */
function gate() {
  /** @type {(() => void)[]} */
  const waiting = [];
  return {
    waiting,
    /** @param {import("interakt-wasm").LimiterTurn} turn @returns {Promise<void>} */
    acquire: ({ onWait }) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        onWait?.(1_000 * waiting.length);
      }),
    pause() {},
  };
}

/**
 * A client with a limiter, and how much it has sent.
 *
 * @param {Limiter} limiter
 * @param {object} [options]
 * @param {() => Response} [respond]
 */
function limitedBy(limiter, options, respond = accepted) {
  let sent = 0;
  const interakt = new Interakt({
    apiKey: API_KEY,
    limiter,
    async fetch() {
      sent += 1;
      return respond();
    },
    ...options,
  });
  return { interakt, sent: () => sent };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("nothing leaves before the limiter says so", async () => {
  const limiter = gate();
  const { interakt, sent } = limitedBy(limiter);
  const calls = [interakt.sendMessage(MESSAGE), interakt.sendMessage(MESSAGE)];
  await turn();
  assert.deepEqual([limiter.waiting.length, sent()], [2, 0]);
  limiter.waiting.shift()?.();
  await turn();
  assert.equal(sent(), 1);
  limiter.waiting.shift()?.();
  await Promise.all(calls);
  assert.equal(sent(), 2);
});

test("several clients share one", async () => {
  const limiter = open();
  const clients = [1, 2].map(() => limitedBy(limiter));
  await Promise.all(clients.map(({ interakt }) => interakt.sendMessage(MESSAGE)));
  assert.deepEqual(limiter.told, ["acquire", "acquire"]);
});

test("its methods are called on it, so that it may be of any class", async () => {
  class Own {
    #turns = 0;
    async acquire() {
      this.#turns += 1;
    }
    pause() {
      this.#turns = 0;
    }
    get turns() {
      return this.#turns;
    }
  }
  const limiter = new Own();
  const { interakt } = limitedBy(limiter);
  await interakt.sendMessage(MESSAGE);
  assert.equal(limiter.turns, 1);
});

test("it is asked before each attempt, and told of each 429", async (t) => {
  const time = virtualTime(t);
  const limiter = open();
  const { interakt } = limitedBy(limiter, {}, answersOf([refused("20"), refused("5")]));
  await time.until(interakt.sendMessage(MESSAGE));
  assert.deepEqual(limiter.told, ["acquire", 20_000, "acquire", 5_000, "acquire"]);
});

test("a call waits after a 429 also where its limiter does not make it", async (t) => {
  const time = virtualTime(t);
  const { interakt } = limitedBy(open(), {}, answersOf([refused("20")]));
  await time.until(interakt.sendMessage(MESSAGE));
  assert.equal(Math.round(time.now()), 20_000);
});

test("a call's own maxRetryAfterMs shortens nobody's pause, and the client's does", async (t) => {
  const time = virtualTime(t);
  for (const [client, call, paused, ends] of [
    [60_000, 10, 20_000, 20_000],
    [5_000, 60_000, 5_000, 20_000],
    [5_000, 10, 5_000, 5_000],
  ]) {
    const limiter = open();
    const answers = answersOf([refused("20")]);
    const { interakt } = limitedBy(limiter, { maxRetryAfterMs: client }, answers);
    const start = time.now();
    await time.until(interakt.sendMessage(MESSAGE, { maxRetryAfterMs: call }));
    assert.deepEqual(limiter.told, ["acquire", paused, "acquire"]);
    assert.equal(Math.round(time.now() - start), ends);
  }
});

test("what is not valid takes no turn, and what was aborted before neither", async () => {
  const limiter = open();
  const { interakt } = limitedBy(limiter);
  const wrong = /** @type {any} */ ({ ...MESSAGE, type: "Telegram" });
  assert.ok(isValidationError(await failureOf(interakt.sendMessage(wrong))));
  const signal = AbortSignal.abort("before");
  assert.equal(await failureOf(interakt.sendMessage(MESSAGE, { signal })), "before");
  assert.deepEqual(limiter.told, []);
});

test("onRateLimit is told when a request waits, and of each refusal, as with a plan", async (t) => {
  const time = virtualTime(t);
  /** @type {object[]} */
  const events = [];
  const limiter = {
    /** @param {import("interakt-wasm").LimiterTurn} turn */
    async acquire({ onWait }) {
      onWait?.(250);
    },
    pause() {},
  };
  const onRateLimit = (/** @type {object} */ event) => events.push(event);
  const { interakt } = limitedBy(limiter, { onRateLimit, maxRetries: 1 }, () => refused("20"));
  await time.until(failureOf(interakt.sendMessage(MESSAGE)));
  const paced = { ...OPERATION, reason: "paced", waitMs: 250 };
  const told = { ...OPERATION, reason: "refused", waitMs: 20_000 };
  assert.deepEqual(events, [paced, told, paced, told]);
});

test("a call whose limiter fails is not sent, and says so", async () => {
  const reason = new Error("nobody there");
  for (const acquire of [
    () => Promise.reject(reason),
    () => {
      throw reason;
    },
  ]) {
    const { interakt, sent } = limitedBy({ acquire, pause() {} });
    const { controller, signal, listeners } = countingSignal();
    for (const options of [{}, { signal }, { signal, totalTimeoutMs: 1_000 }]) {
      const error = await failureOf(interakt.sendMessage(MESSAGE, options));
      assert.ok(isConnectionError(error));
      assert.deepEqual(
        [error.code, error.outcome, error.attempts, error.operation, error.cause, error.message],
        [
          ...["limiter_failed", "not_sent", 0, "sendMessage", reason],
          "The limiter failed: see cause. This attempt was not sent.",
        ],
      );
      assert.equal(listeners(), 0);
    }
    controller.abort();
    assert.equal(sent(), 0);
  }
});

test("where an earlier attempt may have been carried out, its failure does not hide that", async (t) => {
  const time = virtualTime(t);
  let turns = 1;
  const limiter = {
    acquire: async () => assert.ok(turns-- > 0, "no more turns"),
    pause() {},
  };
  const options = { retryUnknownOutcome: true };
  const { interakt } = limitedBy(limiter, options, () => answer(503, { message: "Oops" }));
  const error = await time.until(failureOf(interakt.sendMessage(MESSAGE)));
  assert.ok(isInteraktError(error));
  assert.deepEqual([error.code, error.outcome], ["limiter_failed", "unknown"]);
});

test("a pause that fails changes nothing but that the console says so once", async (t) => {
  const unhandled = unhandledIn(t);
  const warn = t.mock.method(console, "warn", () => {});
  for (const pause of [
    () => Promise.reject(new Error("nobody there")),
    () => {
      throw new Error("a mistake");
    },
    () => new Promise(() => {}),
  ]) {
    const limiter = { acquire: async () => {}, pause };
    const answers = answersOf([refused("0"), refused("0")]);
    const { interakt, sent } = limitedBy(limiter, {}, answers);
    const { id } = await interakt.sendMessage(MESSAGE);
    assert.deepEqual([id, sent()], ["m-1", 3]);
  }
  await turn();
  assert.deepEqual(unhandled, []);
  const said = "interakt-wasm: limiter.pause threw an error; the call goes on.";
  assert.deepEqual(
    warn.mock.calls.map(({ arguments: [text] }) => text),
    [said, said],
  );
});

test("an abort while it waits rejects with the caller's own reason, whatever the limiter does", async (t) => {
  const unhandled = unhandledIn(t);
  for (const totalTimeoutMs of [undefined, 60_000]) {
    for (const reason of [new Error("enough"), "text", 0, null]) {
      const deaf = gate();
      /** @type {Limiter} Looks at its signal, as it should. */
      const attentive = {
        acquire: ({ signal }) =>
          new Promise((_, reject) => {
            signal?.addEventListener("abort", () => reject(signal.reason));
          }),
        pause() {},
      };
      for (const limiter of [deaf, attentive]) {
        const { interakt, sent } = limitedBy(limiter, { totalTimeoutMs });
        const { controller, signal, listeners } = countingSignal();
        const call = failureOf(interakt.sendMessage(MESSAGE, { signal }));
        await turn();
        controller.abort(reason);
        assert.equal(await call, reason);
        assert.equal(listeners(), 0);
        // Even if it is let out after all.
        deaf.waiting.shift()?.();
        await turn();
        assert.equal(sent(), 0);
      }
    }
  }
  assert.deepEqual(unhandled, []);
});

test("a call whose time is up while it waits was not sent, and the limiter is told", async (t) => {
  const time = virtualTime(t);
  /** @type {AbortSignal | undefined} */
  let told;
  const limiter = {
    /** @param {import("interakt-wasm").LimiterTurn} turn @returns {Promise<void>} */
    acquire: ({ signal }) => {
      told = signal;
      return new Promise(() => {});
    },
    pause() {},
  };
  const { interakt, sent } = limitedBy(limiter, { totalTimeoutMs: 5_000 });
  const error = await time.until(failureOf(interakt.sendMessage(MESSAGE)));
  assert.ok(isTimeoutError(error));
  assert.deepEqual([error.code, error.outcome, error.attempts], ["total_timeout", "not_sent", 0]);
  assert.deepEqual([told?.aborted, sent(), time.timers()], [true, 0, 0]);
});

test("sendAll asks it for each message, and reports those that it gives no turn", async () => {
  let turns = 0;
  const limiter = {
    async acquire() {
      turns += 1;
      if (turns % 3 === 0) throw new Error("nobody there");
    },
    pause() {},
  };
  const { interakt, sent } = limitedBy(limiter);
  const results = [];
  for await (const result of interakt.sendAll(Array(9).fill(MESSAGE))) results.push(result);
  const failed = results.filter(({ status }) => status === "failed");
  assert.deepEqual([turns, sent(), results.length, failed.length], [9, 6, 9, 3]);
  for (const result of failed) {
    assert.ok(result.status === "failed" && isInteraktError(result.error));
    const { code, outcome } = result.error;
    assert.deepEqual([code, outcome], ["limiter_failed", "not_sent"]);
  }
});

test("sendAll that is left lets go of what waits for its turn", async () => {
  const limiter = gate();
  const { interakt, sent } = limitedBy(limiter);
  const run = interakt.sendAll(Array(9).fill(MESSAGE), { concurrency: 3 });
  const first = run.next();
  await turn();
  assert.equal(limiter.waiting.length, 3);
  await run.return();
  await first;
  for (const leave of limiter.waiting) leave();
  await turn();
  assert.equal(sent(), 0);
  const { index, again } = run.summary.resumeFrom;
  assert.deepEqual([index, again], [3, [0, 1, 2]]);
});

test("a limiter that is none is refused, and one beside a plan", () => {
  const message = "limiter must be an object with acquire() and pause(), and no plan beside it.";
  const refusal = { name: "ConfigurationError", code: "option_invalid", message };
  const { acquire, pause } = open();
  for (const limiter of /** @type {any[]} */ ([
    ...[null, true, 1, "growth", [], {}, () => {}],
    ...[{ acquire }, { pause }, { acquire, pause: 1 }, { acquire: 1, pause }],
  ])) {
    assert.throws(() => new Interakt({ apiKey: API_KEY, limiter }), refusal);
  }
  const limiter = open();
  for (const plan of /** @type {any[]} */ (["growth", { requestsPerMinute: 60 }, null])) {
    assert.throws(() => new Interakt({ apiKey: API_KEY, limiter, plan }), refusal);
  }
  assert.ok(new Interakt({ apiKey: API_KEY, limiter, plan: undefined }));
  assert.ok(new Interakt({ apiKey: API_KEY, plan: "growth", limiter: undefined }));
});
