/** What becomes of the source when a run of `sendAll` ends before its time. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createDesk, drain, sendAll, settle, upTo, watch, withReject } from "./bulk-support.mjs";

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
