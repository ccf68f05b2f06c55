/** How a run of `sendAll` ends before its time: by its signal, or because the loop is left. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  createDesk,
  drain,
  failures,
  indexes,
  sendAll,
  settle,
  upTo,
  watch,
} from "./bulk-support.mjs";
import { countingSignal } from "./support.mjs";

/**
 * A run of eight messages, five at a time: the loop works on the result of 0, 1 has left, 2 was
 * refused and sleeps, 3 and 4 wait for their turn.
 *
 * @param {any} [options]
 */
async function midway(options) {
  const desk = createDesk();
  const { source, seen } = watch(upTo(8));
  const run = sendAll(desk.send, source, { concurrency: 5, ...options });
  const first = run.next();
  await settle();
  desk.at(0).answer();
  await first;
  await settle();
  desk.depart(1);
  desk.depart(2);
  desk.at(2).fate.outcome = "refused";
  return { desk, run, seen };
}

function withReject() {
  /** @type {(error: unknown) => void} */
  let reject = () => {};
  /** @type {Promise<never>} */
  const promise = new Promise((_, no) => {
    reject = no;
  });
  return { promise, reject: (/** @type {unknown} */ error) => reject(error) };
}

test("an abort reports what may have gone out, ends what waits and throws the reason", async () => {
  const controller = new AbortController();
  const { desk, run, seen } = await midway({ signal: controller.signal });
  const drained = drain(run);
  await settle();
  const reason = { because: "enough" };
  controller.abort(reason);
  const { results, threw, error } = await drained;
  assert.deepEqual(results, [{ index: 1, status: "unknown", error: reason }]);
  assert.ok(threw);
  assert.equal(error, reason);
  assert.deepEqual(run.summary, {
    ...{ done: 2, sent: 1, invalid: 0, failed: 0, unknown: 1 },
    ...{ resumeFrom: { index: 6, again: [2, 3, 4, 5], unknown: [] }, unreported: [] },
  });
  assert.equal(desk.messages().length, 6);
  assert.equal(seen.closed, 1);
  assert.deepEqual(await run.next(), { done: true, value: undefined });
});

test("the reason of an abort is thrown whatever it is, even one of the package's errors", async () => {
  for (const reason of [
    "text",
    0,
    null,
    false,
    Number.NaN,
    failures.unknown(),
    failures.invalid(),
  ]) {
    const controller = new AbortController();
    const { run } = await midway({ signal: controller.signal });
    controller.abort(reason);
    const { results, error } = await drain(run);
    assert.deepEqual(results, [{ index: 1, status: "unknown", error: reason }]);
    assert.ok(Object.is(error, reason));
    assert.deepEqual(run.summary.resumeFrom, { index: 5, again: [2, 3, 4], unknown: [] });
  }
});

test("what is done when the signal is aborted is reported as it is", async () => {
  const controller = new AbortController();
  const { desk, run } = await midway({ signal: controller.signal });
  desk.at(3).answer({ id: "m-3" });
  desk.at(4).fail(failures.refused());
  await settle();
  controller.abort("enough");
  const { results, error } = await drain(run);
  assert.equal(error, "enough");
  assert.deepEqual(
    results.map(({ index, status }) => [index, status]),
    [
      [3, "sent"],
      [4, "failed"],
      [1, "unknown"],
    ],
  );
});

test("nothing is taken when the signal is aborted already", async () => {
  const { source, seen } = watch(upTo(3));
  const run = sendAll(async () => {}, source, {
    signal: AbortSignal.abort("before"),
    resumeFrom: { index: 2, again: [1], unknown: [] },
  });
  assert.deepEqual(await drain(run), { results: [], threw: true, error: "before" });
  assert.deepEqual([seen.asked, seen.closed], [0, 0]);
  assert.deepEqual(run.summary.resumeFrom, { index: 2, again: [1], unknown: [] });
});

test("an abort does not wait for a source that is busy or will not close", async () => {
  for (const stuck of [
    { next: () => new Promise(() => {}) },
    { return: () => new Promise(() => {}) },
  ]) {
    const controller = new AbortController();
    const desk = createDesk();
    const items = upTo(3).values();
    const run = sendAll(
      desk.send,
      { [Symbol.asyncIterator]: () => ({ next: async () => items.next(), ...stuck }) },
      { signal: controller.signal, concurrency: 2 },
    );
    const drained = drain(run);
    await settle();
    controller.abort("enough");
    assert.equal((await drained).error, "enough");
  }
});

test("an abort when all is done changes nothing", async () => {
  const controller = new AbortController();
  const run = sendAll(async () => {}, upTo(3), { signal: controller.signal });
  await run.next();
  await settle();
  controller.abort("late");
  assert.deepEqual(await drain(run), {
    results: [
      { index: 1, status: "sent" },
      { index: 2, status: "sent" },
    ],
    threw: false,
  });
});

test("the error of the source goes before an abort that follows", async () => {
  const error = new Error("disk");
  async function* broken() {
    yield "a";
    throw error;
  }
  const controller = new AbortController();
  const desk = createDesk();
  const run = sendAll(desk.send, broken(), { signal: controller.signal });
  const drained = drain(run);
  await settle();
  desk.depart("a");
  controller.abort("enough");
  assert.deepEqual(await drained, {
    results: [{ index: 0, status: "unknown", error: "enough" }],
    threw: true,
    error,
  });
});

test("no listener stays on the signal, however the run ends", async () => {
  async function* broken() {
    yield 1;
    throw new Error("disk");
  }
  for (const messages of [upTo(3), [], broken]) {
    const { signal, listeners } = countingSignal();
    const run = sendAll(async () => {}, typeof messages === "function" ? messages() : messages, {
      signal,
    });
    await drain(run);
    assert.equal(listeners(), 0);
  }
  const aborted = countingSignal();
  const first = await midway({ signal: aborted.signal });
  assert.equal(aborted.listeners(), 1);
  aborted.controller.abort();
  await drain(first.run);
  assert.equal(aborted.listeners(), 0);

  const left = countingSignal();
  const { desk, run } = await midway({ signal: left.signal });
  const ended = run.return();
  await settle();
  assert.equal(left.listeners(), 1, "what has left can still be aborted");
  desk.at(1).answer();
  await ended;
  assert.equal(left.listeners(), 0);
});

test("leaving the loop waits for what has left and ends what waits", async () => {
  const { desk, run, seen } = await midway();
  let isOver = false;
  const ended = run.return().then((answer) => {
    isOver = true;
    return answer;
  });
  await settle();
  const resumeFrom = { index: 5, again: [2, 3, 4], unknown: [1] };
  assert.deepEqual([isOver, run.summary.resumeFrom], [false, resumeFrom]);
  desk.at(1).answer({ id: "m-1" });
  assert.deepEqual(await ended, { done: true, value: undefined });
  assert.deepEqual(run.summary, {
    ...{ done: 2, sent: 2, invalid: 0, failed: 0, unknown: 0 },
    ...{
      resumeFrom: { index: 5, again: [2, 3, 4], unknown: [] },
      unreported: [{ index: 1, status: "sent", id: "m-1" }],
    },
  });
  assert.equal(desk.messages().length, 5);
  assert.equal(seen.closed, 1);
  assert.deepEqual(await run.next(), { done: true, value: undefined });
});

test("break ends a run, and so does an error in the loop", async () => {
  const error = new Error("the database is full");
  for (const leave of [
    () => true,
    () => {
      throw error;
    },
  ]) {
    const run = sendAll(async (message) => ({ id: `m-${message}` }), upTo(30), { concurrency: 3 });
    /** @type {unknown} */
    let thrown;
    /** @type {import("interakt-wasm").BulkResult[]} */
    const taken = [];
    try {
      for await (const result of run) {
        await settle();
        taken.push(result);
        if (leave()) break;
      }
    } catch (reason) {
      thrown = reason;
    }
    assert.ok(thrown === undefined || thrown === error);
    const { resumeFrom, unreported } = run.summary;
    assert.deepEqual(indexes(taken), [0]);
    assert.deepEqual(indexes(unreported), [1, 2]);
    assert.deepEqual(resumeFrom, { index: 3, again: [], unknown: [] });
  }
});

test("a message that is refused after the loop was left does not go out again", async () => {
  const { desk, run } = await midway();
  const ended = run.return();
  await settle();
  desk.at(1).fate.outcome = "refused";
  // It would sleep now, and wakes by its signal.
  await ended;
  assert.deepEqual(run.summary.resumeFrom, { index: 5, again: [1, 2, 3, 4], unknown: [] });
  assert.deepEqual(run.summary.unreported, []);
});

test("a message that is refused for good after the loop was left has failed", async () => {
  const { desk, run } = await midway();
  const ended = run.return();
  await settle();
  const error = failures.refused();
  const { fate, fail } = desk.at(1);
  fate.outcome = "refused";
  fail(error);
  await ended;
  assert.deepEqual(run.summary.resumeFrom, { index: 5, again: [2, 3, 4], unknown: [] });
  assert.deepEqual(run.summary.unreported, [{ index: 1, status: "failed", error }]);
});

test("an abort ends the wait for what has left", async () => {
  const controller = new AbortController();
  const { run } = await midway({ signal: controller.signal });
  const ended = run.return();
  await settle();
  controller.abort("enough");
  assert.deepEqual(await ended, { done: true, value: undefined });
  assert.deepEqual(run.summary.unreported, [{ index: 1, status: "unknown", error: "enough" }]);
});

test("a run that was never begun can be ended", async () => {
  const { source, seen } = watch(upTo(3));
  const run = sendAll(async () => {}, source, { resumeFrom: 1 });
  await run.return();
  assert.deepEqual(run.summary.resumeFrom, { index: 1, again: [], unknown: [] });
  assert.deepEqual(await drain(run), { results: [], threw: false });
  assert.deepEqual([seen.asked, seen.closed], [0, 0]);
});

test("a run ends at once while a result is being waited for", async () => {
  const { desk, run } = await midway();
  const next = run.next();
  const ended = Promise.all([run.return(), run.return()]);
  await settle();
  assert.equal(desk.at(3).signal.aborted, true);
  desk.at(1).answer();
  assert.deepEqual(await next, { done: false, value: { index: 1, status: "sent" } });
  await ended;
  assert.deepEqual(run.summary.resumeFrom, { index: 5, again: [2, 3, 4], unknown: [] });
  assert.deepEqual(run.summary.unreported, []);
});

test("a message that the source gives after the run was ended was never started", async () => {
  /** @type {(message: string) => void} */
  let give = () => {};
  let closed = 0;
  const source = {
    [Symbol.asyncIterator]: () => ({
      next: () =>
        new Promise((resolve) => {
          give = (value) => resolve({ done: false, value });
        }),
      return: async () => {
        closed += 1;
        return { done: true };
      },
    }),
  };
  /** @type {unknown[]} */
  const sent = [];
  const run = sendAll(async (message) => {
    sent.push(message);
  }, source);
  const next = run.next();
  await settle();
  await run.return();
  give("late");
  await settle();
  assert.deepEqual(await next, { done: true, value: undefined });
  assert.deepEqual([sent, closed], [[], 1]);
  assert.deepEqual(run.summary.resumeFrom, { index: 0, again: [], unknown: [] });
});

test("leaving the loop waits until the source is closed", async () => {
  /** @type {string[]} */
  const events = [];
  async function* file() {
    try {
      yield* upTo(10);
    } finally {
      await settle();
      events.push("closed");
    }
  }
  for await (const _ of sendAll(async () => {}, file(), { concurrency: 1 })) {
    await settle();
    break;
  }
  events.push("left");
  assert.deepEqual(events, ["closed", "left"]);
});

test("a source that ends the run from inside is closed all the same", async () => {
  for (const way of ["return", "abort"]) {
    for (const Source of ["generator", "iterator", "async generator"]) {
      const controller = new AbortController();
      let closed = 0;
      /** @type {import("interakt-wasm").BulkRun} */
      let run;
      const end = () => {
        if (way === "abort") controller.abort("enough");
        else run.return();
      };
      function* inside() {
        try {
          yield 0;
          end();
          yield* upTo(9);
        } finally {
          closed += 1;
        }
      }
      const sources = {
        generator: inside(),
        iterator: {
          [Symbol.iterator]: () => ({
            next() {
              end();
              return { done: false, value: 1 };
            },
            return() {
              closed += 1;
              return { done: true, value: undefined };
            },
          }),
        },
        "async generator": (async function* () {
          yield* inside();
        })(),
      };
      /** @type {unknown[]} */
      const sent = [];
      run = sendAll(
        async (message) => {
          sent.push(message);
        },
        sources[/** @type {keyof typeof sources} */ (Source)],
        { signal: controller.signal },
      );
      await drain(run);
      await settle();
      assert.equal(closed, 1, `${Source}, ${way}`);
      assert.deepEqual(sent, Source === "iterator" ? [] : [0]);
      const index = sent.length;
      assert.deepEqual(run.summary.resumeFrom, { index, again: [], unknown: [] });
    }
  }
});

test("a source that ends the run while it is opened is not read", async () => {
  const controller = new AbortController();
  let asked = 0;
  let closed = 0;
  const source = {
    [Symbol.iterator]() {
      controller.abort("enough");
      return {
        next() {
          asked += 1;
          return { done: false, value: 1 };
        },
        return() {
          closed += 1;
          return { done: true, value: undefined };
        },
      };
    },
  };
  const run = sendAll(async () => {}, source, { signal: controller.signal });
  assert.deepEqual(await drain(run), { results: [], threw: true, error: "enough" });
  assert.deepEqual([asked, closed], [0, 1]);
});

test("a source that fails to close hides nothing", async () => {
  const broken = new Error("cannot close");
  for (const close of [
    () => {
      throw broken;
    },
    () => Promise.reject(broken),
    undefined,
  ]) {
    const source = {
      [Symbol.iterator]: () => Object.assign(upTo(9).values(), { return: close }),
    };
    for await (const result of sendAll(async () => {}, source)) {
      assert.equal(result.index, 0);
      break;
    }
    const controller = new AbortController();
    const desk = createDesk();
    const drained = drain(
      sendAll(desk.send, source, { signal: controller.signal, concurrency: 2 }),
    );
    await settle();
    controller.abort("enough");
    assert.equal((await drained).error, "enough");
  }
});

test("a source that fails because it is closed hides nothing", async () => {
  const { promise, reject } = withReject();
  const source = {
    [Symbol.asyncIterator]: () => ({
      next: () => promise,
      return: async () => reject(new Error("closed while it was read")),
    }),
  };
  const run = sendAll(async () => {}, source);
  const next = run.next();
  await settle();
  await run.return();
  assert.deepEqual(await next, { done: true, value: undefined });
});

test("a source is not closed when it ended or failed by itself", async () => {
  const { source, seen } = watch(upTo(3));
  await drain(sendAll(async () => {}, source));
  async function* broken() {
    yield 1;
    throw new Error("disk");
  }
  const failing = watch(broken());
  await drain(sendAll(async () => {}, failing.source));
  assert.deepEqual([seen.closed, failing.seen.closed], [0, 0]);
});

test("a run that resumes and is stopped again keeps what it has not reached", async () => {
  const desk = createDesk();
  const run = sendAll(desk.send, upTo(100), {
    concurrency: 3,
    resumeFrom: { index: 60, again: [3, 7, 40, 55] },
  });
  const first = run.next();
  await settle();
  desk.at(3).answer();
  await first;
  await settle();
  assert.deepEqual(desk.messages(), [3, 7, 40]);
  desk.depart(7);
  const ended = run.return();
  desk.at(7).answer();
  await ended;
  assert.deepEqual(indexes(run.summary.unreported), [7]);
  assert.deepEqual(run.summary.resumeFrom, { index: 60, again: [40, 55], unknown: [] });
});

test("an onProgress may end the run", async () => {
  const controller = new AbortController();
  const aborted = sendAll(async () => {}, upTo(100), {
    signal: controller.signal,
    concurrency: 1,
    onProgress: () => controller.abort("enough"),
  });
  assert.deepEqual(await drain(aborted), {
    results: [{ index: 0, status: "sent" }],
    threw: true,
    error: "enough",
  });
  assert.deepEqual(aborted.summary.resumeFrom, { index: 1, again: [], unknown: [] });

  /** @type {import("interakt-wasm").BulkRun} */
  const left = sendAll(async () => {}, upTo(100), {
    concurrency: 1,
    onProgress: () => left.return(),
  });
  const { results } = await drain(left);
  assert.equal(results.length + left.summary.unreported.length, 1);
  assert.deepEqual(left.summary.resumeFrom, { index: 1, again: [], unknown: [] });
});
