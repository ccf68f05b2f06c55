/** Where a run of `sendAll` is: at every moment, for whoever keeps it, is killed and goes on. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isInteraktError } from "interakt-wasm";
import { createDesk, drain, failures, indexes, sendAll, settle, upTo } from "./bulk-support.mjs";

test("before the first result, all that may leave until then may have been sent", async () => {
  const desk = createDesk();
  const run = sendAll(desk.send, upTo(9), { concurrency: 3 });
  assert.deepEqual(run.summary.resumeFrom, { index: 0, again: [], unknown: [], ahead: 3 });
  run.next();
  await settle();
  assert.deepEqual(desk.messages(), [0, 1, 2]);
  assert.deepEqual(run.summary.resumeFrom, { index: 3, again: [], unknown: [0, 1, 2] });
});

test("while the loop works on a result, nothing leaves that its position does not tell", async () => {
  const desk = createDesk();
  const run = sendAll(desk.send, upTo(9), { concurrency: 3 });
  const first = run.next();
  await settle();
  desk.at(1).answer();
  await first;
  assert.deepEqual(run.summary.resumeFrom, { index: 3, again: [], unknown: [0, 2], ahead: 1 });
  await settle();
  assert.deepEqual(desk.messages(), [0, 1, 2]);
  const second = run.next();
  await settle();
  assert.deepEqual(desk.messages(), [0, 1, 2, 3]);
  assert.deepEqual(run.summary.resumeFrom, { index: 4, again: [], unknown: [0, 2, 3] });
  desk.at(0).answer();
  desk.at(2).answer();
  await second;
  await settle();
  assert.deepEqual(desk.messages(), [0, 1, 2, 3]);
  // 2 is done, but nobody has been told.
  assert.deepEqual(run.summary.resumeFrom, { index: 4, again: [], unknown: [2, 3], ahead: 1 });
});

test("what was surely not sent and nobody was told of comes again", async () => {
  const desk = createDesk();
  const run = sendAll(desk.send, upTo(9), { concurrency: 4 });
  const first = run.next();
  await settle();
  desk.at(0).answer();
  desk.at(1).fail(failures.refused());
  desk.at(2).fail(failures.invalid());
  desk.at(3).fail(failures.unknown());
  await first;
  await settle();
  assert.deepEqual(run.summary.resumeFrom, { index: 4, again: [1, 2], unknown: [3], ahead: 1 });
  assert.equal((await run.next()).value.status, "failed");
  assert.deepEqual(run.summary.resumeFrom, { index: 5, again: [2], unknown: [3, 4], ahead: 1 });
});

test("what an earlier run may have sent is told of, and sent only if the caller says so", async () => {
  /** @type {unknown[]} */
  const sent = [];
  const send = async (/** @type {unknown} */ message) => {
    sent.push(message);
  };
  const killed = { index: 6, again: [2, 5], unknown: [1, 4, 5] };
  const run = sendAll(send, upTo(8), { resumeFrom: killed, concurrency: 2 });
  assert.deepEqual(run.summary.resumeFrom, {
    index: 6,
    again: [],
    unknown: [1, 2, 4, 5],
    ahead: 1,
  });
  const { results } = await drain(run);
  const status = Object.fromEntries(results.map(({ index, status }) => [index, status]));
  const unknown = "unknown";
  assert.deepEqual(status, { 1: unknown, 2: "sent", 4: unknown, 5: unknown, 6: "sent", 7: "sent" });
  assert.deepEqual(sent.splice(0), [2, 6, 7]);
  for (const result of results) {
    if (result.status !== "unknown") continue;
    assert.ok(isInteraktError(result.error));
    assert.deepEqual([result.error.code, result.error.outcome], ["interrupted", "unknown"]);
    assert.match(result.error.message, /may have been sent/);
  }
  const { resumeFrom, unreported, ...counts } = run.summary;
  assert.deepEqual(resumeFrom, { index: 8, again: [], unknown: [] });
  assert.deepEqual(counts, { done: 6, sent: 3, invalid: 0, failed: 0, unknown: 3 });

  const again = [...killed.again, ...killed.unknown];
  await drain(sendAll(send, upTo(8), { resumeFrom: { ...killed, again, unknown: [] } }));
  assert.deepEqual(sent, [1, 2, 4, 5, 6, 7]);
});

test("a position that is kept while earlier messages are passed over loses none of them", async () => {
  const desk = createDesk();
  const from = { index: 90, again: [3, 40, 41, 80], unknown: [5, 70] };
  const run = sendAll(desk.send, upTo(100), { concurrency: 3, resumeFrom: from });
  const kept = { index: 90, again: [80], unknown: [3, 5, 40, 41, 70] };
  assert.deepEqual(run.summary.resumeFrom, kept);
  const first = run.next();
  await settle();
  // 5 is told of at once, and takes the place of one.
  assert.deepEqual(desk.messages(), [3, 40]);
  assert.equal((await first).value.index, 5);
  assert.deepEqual(run.summary.resumeFrom, { index: 90, again: [80], unknown: [3, 40, 41, 70] });
});

test("with room for many, a position claims the earlier ones first and then goes on", () => {
  const from = { index: 9, again: [2, 4], unknown: [] };
  const run = sendAll(async () => {}, upTo(20), { concurrency: 4, resumeFrom: from });
  assert.deepEqual(run.summary.resumeFrom, { index: 9, again: [], unknown: [2, 4], ahead: 2 });
});

test("a position of a list that ends counts what the list has not as nothing sent twice", async () => {
  const run = sendAll(async () => {}, upTo(2), { concurrency: 5 });
  const kept = run.summary.resumeFrom;
  assert.deepEqual(kept, { index: 0, again: [], unknown: [], ahead: 5 });
  const { results } = await drain(sendAll(async () => {}, upTo(2), { resumeFrom: kept }));
  assert.deepEqual(indexes(results), [0, 1]);
  assert.ok(results.every(({ status }) => status === "unknown"));
  await drain(run);
  assert.deepEqual(run.summary.resumeFrom, { index: 2, again: [], unknown: [] });
});

test("what comes first may have been sent where a position says so, and is told of", async () => {
  /** @type {unknown[]} */
  const sent = [];
  const send = async (/** @type {unknown} */ message) => {
    sent.push(message);
  };
  const from = { index: 3, again: [1], unknown: [2], ahead: 2 };
  const run = sendAll(send, upTo(8), { resumeFrom: from, concurrency: 1 });
  // One that comes is 1, and the two that may have been sent are still to be told of.
  const kept = { index: 3, again: [], unknown: [1, 2], ahead: 2 };
  assert.deepEqual(run.summary.resumeFrom, kept);
  const { results } = await drain(run);
  const unknown = results.filter(({ status }) => status === "unknown");
  assert.deepEqual(indexes(unknown), [2, 3, 4]);
  assert.deepEqual(sent, [1, 5, 6, 7]);
  assert.deepEqual(run.summary.resumeFrom, { index: 8, again: [], unknown: [] });
});

test("a run that ends before it has told of them leaves that to the next", async () => {
  const run = sendAll(async () => {}, upTo(8), {
    resumeFrom: { index: 3, again: [], unknown: [], ahead: 4 },
  });
  assert.equal((await run.next()).value.index, 3);
  await run.return();
  const { resumeFrom, unreported } = run.summary;
  const left = 4 - 1 - unreported.length;
  assert.deepEqual(resumeFrom, {
    ...{ index: 4 + unreported.length, again: [], unknown: [] },
    ...(left > 0 && { ahead: left }),
  });
});
