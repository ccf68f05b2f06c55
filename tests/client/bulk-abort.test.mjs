/** How a run of `sendAll` ends by its signal. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  createDesk,
  drain,
  failures,
  midway,
  sendAll,
  settle,
  upTo,
  watch,
} from "./bulk-support.mjs";
import { countingSignal } from "./support.mjs";

test("an abort reports what may have gone out, ends what waits and throws the reason", async () => {
  const controller = new AbortController();
  const { desk, run, seen } = await midway({ signal: controller.signal });
  const drained = drain(run);
  await settle();
  const reason = { because: "enough" };
  controller.abort(reason);
  const { results, threw, error } = await drained;
  assert.deepEqual(results, [{ index: 1, status: "unknown", error: reason, warnings: [] }]);
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
    assert.deepEqual(results, [{ index: 1, status: "unknown", error: reason, warnings: [] }]);
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
      { index: 1, status: "sent", warnings: [] },
      { index: 2, status: "sent", warnings: [] },
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
    results: [{ index: 0, status: "unknown", error: "enough", warnings: [] }],
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

test("an abort ends the wait for what has left", async () => {
  const controller = new AbortController();
  const { run } = await midway({ signal: controller.signal });
  const ended = run.return();
  await settle();
  controller.abort("enough");
  assert.deepEqual(await ended, { done: true, value: undefined });
  assert.deepEqual(run.summary.unreported, [
    { index: 1, status: "unknown", error: "enough", warnings: [] },
  ]);
});
