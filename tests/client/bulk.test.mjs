import assert from "node:assert/strict";
import { test } from "node:test";
import {
  createDesk,
  drain,
  failures,
  indexes,
  progressOf,
  sendAll,
  settle,
  upTo,
  watch,
} from "./bulk-support.mjs";
import { failureOf } from "./support.mjs";

/** Accepts everything. @param {unknown} message */
const accept = async (message) => ({ result: true, id: `m-${message}` });

test("each message becomes a result with its place, its id and what was wrong", async () => {
  const { invalid, refused, unknown } = failures;
  const thrown = [invalid(), refused(), unknown(), new Error("foreign")];
  const run = sendAll(async (message) => {
    if (message > 0) throw thrown[message - 1];
    return { result: true, id: "m-0" };
  }, upTo(5));
  const { results } = await drain(run);
  assert.deepEqual(results, [
    { index: 0, status: "sent", id: "m-0", warnings: [] },
    {
      index: 1,
      status: "invalid",
      error: thrown[0],
      issues: /** @type {any} */ (thrown[0]).issues,
      warnings: [],
    },
    { index: 2, status: "failed", error: thrown[1], warnings: [] },
    { index: 3, status: "unknown", error: thrown[2], warnings: [] },
    { index: 4, status: "failed", error: thrown[3], warnings: [] },
  ]);
  assert.deepEqual(run.summary, {
    ...{ done: 5, sent: 1, invalid: 1, failed: 2, unknown: 1 },
    ...{ resumeFrom: { index: 5, again: [], unknown: [] }, unreported: [] },
  });
});

test("an answer without an id gives a result without one", async () => {
  for (const answer of [{ result: true }, { id: 7 }, undefined]) {
    const { results } = await drain(sendAll(async () => answer, ["a"]));
    assert.deepEqual(results, [{ index: 0, status: "sent", warnings: [] }]);
  }
});

test("a failure that says nothing of the outcome goes by what is known of the message", async () => {
  const error = new Error("foreign");
  const { results } = await drain(
    sendAll(
      async (_, fate) => {
        fate.outcome = "unknown";
        throw error;
      },
      ["a"],
    ),
  );
  assert.deepEqual(results, [{ index: 0, status: "unknown", error, warnings: [] }]);
});

test("a send that throws before it gives a promise is a failure like another", async () => {
  const error = failures.refused();
  const send = () => {
    throw error;
  };
  assert.deepEqual((await drain(sendAll(send, ["a"]))).results, [
    { index: 0, status: "failed", error, warnings: [] },
  ]);
});

test("messages come out of any iterable", async () => {
  function* generate() {
    yield* ["a", "b"];
  }
  async function* generateLater() {
    yield* ["a", "b"];
  }
  let given = 0;
  const bare = {
    [Symbol.iterator]: () => ({
      next: () => ({ done: given === 2, value: ["a", "b"][given++] ?? "" }),
    }),
  };
  for (const messages of [
    ["a", "b"],
    new Set(["a", "b"]),
    generate(),
    generateLater(),
    new ReadableStream({
      start(controller) {
        controller.enqueue("a");
        controller.enqueue("b");
        controller.close();
      },
    }),
    bare,
  ]) {
    /** @type {unknown[]} */
    const sent = [];
    const { results } = await drain(
      sendAll(async (message) => {
        sent.push(message);
      }, messages),
    );
    assert.deepEqual(sent, ["a", "b"]);
    assert.deepEqual(indexes(results), [0, 1]);
  }
});

test("no messages are no results", async () => {
  const run = sendAll(accept, []);
  assert.deepEqual(await drain(run), { results: [], threw: false });
  assert.deepEqual(run.summary.resumeFrom, { index: 0, again: [], unknown: [] });
});

test("nothing is taken or sent until a result is asked for", async () => {
  const { source, seen } = watch(upTo(3));
  const desk = createDesk();
  const run = sendAll(desk.send, source);
  await settle();
  assert.deepEqual([seen.asked, desk.messages()], [0, []]);
  const first = run.next();
  await settle();
  assert.deepEqual(desk.messages(), [0, 1, 2]);
  for (const message of upTo(3)) desk.at(message).answer();
  assert.deepEqual(await first, { done: false, value: { index: 0, status: "sent", warnings: [] } });
});

test("results come as they are ready: a slow message holds up no other", async () => {
  const desk = createDesk();
  const run = sendAll(desk.send, upTo(3));
  const next = run.next();
  await settle();
  desk.at(2).answer();
  assert.equal((await next).value.index, 2);
  desk.at(0).fail(failures.unknown());
  assert.equal((await run.next()).value.index, 0);
  desk.at(1).answer();
  assert.equal((await run.next()).value.index, 1);
  assert.deepEqual(await run.next(), { done: true, value: undefined });
});

test("a slow source holds back no result", async () => {
  async function* slow() {
    yield "a";
    await new Promise(() => {});
  }
  const run = sendAll(accept, slow());
  assert.equal((await run.next()).value.id, "m-a");
});

test("several results can be asked for at once", async () => {
  const run = sendAll(accept, upTo(2));
  const answers = await Promise.all([run.next(), run.next(), run.next()]);
  assert.deepEqual(
    answers.map(({ done }) => done),
    [false, false, true],
  );
});

test("as many messages as the concurrency are taken, and no more until a result is", async () => {
  const { source, seen } = watch(upTo(100));
  const desk = createDesk();
  const run = sendAll(desk.send, source, { concurrency: 4 });
  const first = run.next();
  await settle();
  assert.deepEqual(desk.messages(), [0, 1, 2, 3]);
  for (const message of upTo(4)) desk.at(message).answer();
  await first;
  await settle();
  // Three are done and not taken, and the loop still works on the first.
  assert.deepEqual([desk.messages().length, seen.asked, seen.mostPending], [4, 4, 1]);
  for (const index of [1, 2, 3]) assert.equal((await run.next()).value.index, index);
  await settle();
  assert.equal(desk.messages().length, 7);
});

test("ten messages are under way unless the options say otherwise", async () => {
  const desk = createDesk();
  sendAll(desk.send, upTo(100)).next();
  await settle();
  assert.equal(desk.messages().length, 10);
});

test("an error of the source ends the loop once all that was under way is told", async () => {
  for (const error of [new Error("disk"), "text", undefined, null]) {
    async function* broken() {
      yield* upTo(3);
      throw error;
    }
    const desk = createDesk();
    const run = sendAll(desk.send, broken());
    const drained = drain(run);
    await settle();
    assert.deepEqual(run.summary.resumeFrom, { index: 3, again: [], unknown: [0, 1, 2] });
    for (const message of [2, 1, 0]) desk.at(message).answer();
    const { results, threw, error: thrown } = await drained;
    assert.deepEqual(indexes(results), [2, 1, 0]);
    assert.ok(threw);
    assert.equal(thrown, error);
    assert.deepEqual(run.summary.resumeFrom, { index: 3, again: [], unknown: [] });
    assert.deepEqual(await run.next(), { done: true, value: undefined });
  }
});

test("a source that throws at once, or gives what is no result, ends the loop as well", async () => {
  const error = new Error("disk");
  const fail = () => {
    throw error;
  };
  for (const source of [
    { [Symbol.iterator]: fail },
    { [Symbol.iterator]: () => ({ next: fail }) },
  ]) {
    assert.equal((await drain(sendAll(accept, source))).error, error);
  }
  const { error: thrown } = await drain(
    sendAll(accept, { [Symbol.iterator]: () => ({ next: () => undefined }) }),
  );
  assert.ok(thrown instanceof TypeError);
});

test("a run goes on where an earlier one stopped", async () => {
  /** @type {unknown[]} */
  const sent = [];
  const send = async (/** @type {unknown} */ message) => {
    sent.push(message);
  };
  for (const [resumeFrom, expected] of /** @type {const} */ ([
    [undefined, [0, 1, 2, 3, 4, 5]],
    [0, [0, 1, 2, 3, 4, 5]],
    [4, [4, 5]],
    [{ index: 4 }, [4, 5]],
    [{ index: 4, again: [2, 0] }, [0, 2, 4, 5]],
    [{ index: 6, again: [] }, []],
    [{ index: 9, again: [1, 8] }, [1]],
  ])) {
    const run = sendAll(send, upTo(6), { resumeFrom });
    assert.deepEqual(indexes((await drain(run)).results), expected);
    assert.deepEqual(sent.splice(0), expected);
    const index = Math.max(6, /** @type {any} */ (resumeFrom)?.index ?? 0);
    // Nobody has ever sent what the source does not have any more.
    const again = index > 6 ? [8] : [];
    assert.deepEqual(run.summary.resumeFrom, { index, again, unknown: [] });
  }
});

test("options that cannot work are refused before anything is taken", async () => {
  const { source, seen } = watch([]);
  const wrong = /** @type {[any, RegExp][]} */ ([
    [{ concurrency: 0 }, /^concurrency must be a whole number, 1 or more\.$/],
    [{ concurrency: 1.5 }, /^concurrency/],
    [{ concurrency: "3" }, /^concurrency/],
    [{ concurrency: Number.POSITIVE_INFINITY }, /^concurrency/],
    [{ onProgress: {} }, /^onProgress must be a function\.$/],
    [{ total: -1 }, /^total must be a whole number, 0 or more\.$/],
    [
      { resumeFrom: -1 },
      /^resumeFrom must be the position that a summary told, or an index, such as 0\.$/,
    ],
    [{ resumeFrom: null }, /^resumeFrom/],
    [{ resumeFrom: "4" }, /^resumeFrom/],
    [{ resumeFrom: {} }, /^resumeFrom/],
    [{ resumeFrom: [] }, /^resumeFrom/],
    [{ resumeFrom: { index: 4, again: [4] } }, /^resumeFrom/],
    [{ resumeFrom: { index: 4, again: [1.5] } }, /^resumeFrom/],
    [{ resumeFrom: { index: 4, again: "12" } }, /^resumeFrom/],
    [{ resumeFrom: { index: 4, unknown: [4] } }, /^resumeFrom/],
    [{ resumeFrom: { index: 4, again: [], unknown: "12" } }, /^resumeFrom/],
  ]);
  for (const [options, message] of wrong) {
    const error = await failureOf(() => sendAll(accept, source, options));
    assert.equal(error.name, "ConfigurationError");
    assert.equal(error.code, "option_invalid");
    assert.match(error.message, message);
  }
  for (const messages of [undefined, null, 7, "text", {}, { length: 3 }, accept]) {
    const error = await failureOf(() => sendAll(accept, messages));
    assert.equal(error.code, "option_invalid");
    assert.match(error.message, /^messages must be an iterable, such as an array, or an async/);
  }
  assert.equal(seen.asked, 0);
});

test("onProgress is told the counts after each result", async () => {
  /** @type {unknown[]} */
  const told = [];
  let now = 1_000;
  const desk = createDesk();
  const run = sendAll(
    desk.send,
    upTo(3),
    { onProgress: (/** @type {unknown} */ progress) => told.push(progress) },
    () => now,
  );
  const drained = drain(run);
  await settle();
  now += 30_000;
  desk.at(0).answer();
  await settle();
  desk.at(1).fail(failures.refused());
  await settle();
  now += 30_000;
  desk.at(2).fail(failures.unknown());
  await drained;
  const none = { sent: 0, invalid: 0, failed: 0, unknown: 0, total: 3 };
  assert.deepEqual(told, [
    { ...none, done: 1, sent: 1, ratePerMinute: 2, remainingMs: 60_000 },
    { ...none, done: 2, sent: 1, failed: 1, ratePerMinute: 4, remainingMs: 15_000 },
    { ...none, done: 3, sent: 1, failed: 1, unknown: 1, ratePerMinute: 3, remainingMs: 0 },
  ]);
});

test("the total is that of this run, and of the option before that of the source", async () => {
  async function* unknown() {
    yield* upTo(3);
  }
  for (const [messages, options, total] of /** @type {[any, any, number | undefined][]} */ ([
    [upTo(3), {}, 3],
    [new Set(upTo(3)), {}, 3],
    [new Map([[1, 1]]), {}, 1],
    [unknown(), {}, undefined],
    [unknown(), { total: 3 }, 3],
    [upTo(3), { total: 7 }, 7],
    [upTo(3), { resumeFrom: 1 }, 2],
    [upTo(3), { resumeFrom: { index: 2, again: [0] } }, 2],
    [upTo(3), { resumeFrom: { index: 2, again: [0], unknown: [1, 0] } }, 3],
    [unknown(), { total: 3, resumeFrom: { index: 2, again: [0, 0] } }, 2],
    [Object.assign(unknown(), { size: () => 3, length: -1 }), {}, undefined],
  ])) {
    /** @type {any[]} */
    const told = [];
    await drain(
      sendAll(accept, messages, { ...options, onProgress: (/** @type {any} */ p) => told.push(p) }),
    );
    assert.ok(told.length > 0);
    // What is passed over counts until it is.
    assert.equal(told.at(-1).total, total);
    if (!("resumeFrom" in options)) assert.equal(told[0].total, total);
    assert.equal("remainingMs" in told[0], false);
  }
});

test("an onProgress that fails breaks nothing", async (t) => {
  const warn = t.mock.method(console, "warn", () => {});
  const error = new Error("broken");
  for (const onProgress of [
    () => {
      throw error;
    },
    () => Promise.reject(error),
  ]) {
    const run = sendAll(accept, upTo(20), { onProgress });
    const { results, threw } = await drain(run);
    assert.deepEqual([results.length, threw], [20, false]);
    await settle();
  }
  assert.match(String(warn.mock.calls[0]?.arguments[0]), /onProgress/);
});

test("rate and time left follow from counts and time", () => {
  const counts = (/** @type {number} */ done) => ({
    ...{ done, sent: done, invalid: 0, failed: 0, unknown: 0 },
  });
  for (const [done, total, ms, ratePerMinute, remainingMs] of /** @type {const} */ ([
    [1, 10, 0, 0, undefined],
    [0, 10, 1_000, 0, undefined],
    [1, undefined, 0, 0, undefined],
    [300, undefined, 60_000, 300, undefined],
    [300, 600, 60_000, 300, 60_000],
    [300, 900, 30_000, 600, 60_000],
    [1, 3, 7, 60_000 / 7, 14],
    [2, 3, 3, 40_000, 2],
    [5, 5, 10, 30_000, 0],
    // The source had more than the caller thought.
    [6, 5, 10, 36_000, 0],
    [1, 1_000_000, 3_600_000, 1 / 60, 999_999 * 3_600_000],
  ])) {
    const progress = progressOf(counts(done), total, ms);
    assert.deepEqual(
      { ratePerMinute: progress.ratePerMinute, remainingMs: progress.remainingMs },
      { ratePerMinute, remainingMs },
      JSON.stringify({ done, total, ms }),
    );
    assert.equal(progress.total, total);
  }
});
