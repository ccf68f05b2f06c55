/** How a run of `sendAll` ends because the loop is left. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  createDesk,
  drain,
  failures,
  indexes,
  midway,
  sendAll,
  settle,
  upTo,
  watch,
} from "./bulk-support.mjs";

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
      unreported: [{ index: 1, status: "sent", id: "m-1", warnings: [] }],
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
  assert.deepEqual(run.summary.unreported, [{ index: 1, status: "failed", error, warnings: [] }]);
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
  assert.deepEqual(await next, { done: false, value: { index: 1, status: "sent", warnings: [] } });
  await ended;
  assert.deepEqual(run.summary.resumeFrom, { index: 5, again: [2, 3, 4], unknown: [] });
  assert.deepEqual(run.summary.unreported, []);
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
    results: [{ index: 0, status: "sent", warnings: [] }],
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
