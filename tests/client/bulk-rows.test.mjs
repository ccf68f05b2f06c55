/** `sendAll` with the rows of a file, as `checkRows` gives them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createDesk, drain, indexes, sendAll, settle } from "./bulk-support.mjs";

/** A row that is ready. @param {number} index Of all rows of the file. */
const row = (index) => ({
  "~row": true,
  index,
  line: index + 2,
  key: `k${index}`,
  input: `to ${index}`,
});

/**
 * What `checkRows(…).ready()` gives.
 *
 * @param {number[]} all
 * @param {number} [size]
 */
const rowsOf = (all, size) => ({
  "~rows": true,
  size,
  async *[Symbol.asyncIterator]() {
    yield* all.map(row);
  },
});

/** @param {unknown[]} sent */
const sendInto = (sent) => async (/** @type {unknown} */ message) => {
  sent.push(message);
};

test("the input of a row is sent, and its result tells its place, line and key", async () => {
  /** @type {unknown[]} */
  const sent = [];
  const { results } = await drain(sendAll(sendInto(sent), rowsOf([0, 3, 4])));
  assert.deepEqual(sent, ["to 0", "to 3", "to 4"]);
  assert.deepEqual(
    results.map(({ index, line, key, status }) => ({ index, line, key, status })),
    [
      { index: 0, line: 2, key: "k0", status: "sent" },
      { index: 3, line: 5, key: "k3", status: "sent" },
      { index: 4, line: 6, key: "k4", status: "sent" },
    ],
  );
});

test("messages that are no rows have neither line nor key in their results", async () => {
  const { results } = await drain(sendAll(async () => {}, ["a"]));
  assert.deepEqual(results, [{ index: 0, status: "sent", warnings: [] }]);
});

test("a run goes on at the same rows when others of the file are mended, or are rows no longer", async () => {
  /** @type {unknown[]} */
  const sent = [];
  const run = sendAll(sendInto(sent), rowsOf([1, 4, 6, 9]), { concurrency: 1 });
  await run.next();
  await run.next();
  const kept = run.summary.resumeFrom;
  assert.deepEqual(kept, { index: 5, again: [], unknown: [], ahead: 1 });
  await run.return();
  assert.deepEqual(sent.splice(0), ["to 1", "to 4"]);
  const { resumeFrom } = run.summary;
  assert.deepEqual(resumeFrom, { index: 5, again: [], unknown: [] });
  // Row 2 is mended: it was refused before, and is not what the run stopped at. Row 1 is a duplicate.
  const { results } = await drain(sendAll(sendInto(sent), rowsOf([2, 4, 6, 9]), { resumeFrom }));
  assert.deepEqual(sent, ["to 6", "to 9"]);
  assert.deepEqual(indexes(results), [6, 9]);
});

test("what a killed run may have sent is told by its line and key", async () => {
  const desk = createDesk();
  const run = sendAll(desk.send, rowsOf([1, 4, 6, 9]), { concurrency: 2 });
  const { resumeFrom } = run.summary;
  run.next();
  await settle();
  assert.deepEqual(desk.messages(), ["to 1", "to 4"]);
  /** @type {unknown[]} */
  const sent = [];
  const later = await drain(sendAll(sendInto(sent), rowsOf([1, 4, 6, 9]), { resumeFrom }));
  assert.deepEqual(sent, ["to 6", "to 9"]);
  const unknown = later.results.filter(({ status }) => status === "unknown");
  assert.deepEqual(
    unknown.map(({ index, line, key }) => [index, line, key]),
    [
      [1, 3, "k1"],
      [4, 6, "k4"],
    ],
  );
});

test("total and time left count what will be sent", async () => {
  /** @type {any[]} */
  const told = [];
  const options = {
    ...{ resumeFrom: { index: 5, again: [1], unknown: [] }, concurrency: 1 },
    onProgress: (/** @type {any} */ progress) => told.push(progress),
  };
  await drain(sendAll(async () => {}, rowsOf([1, 2, 4, 6, 9], 5), options));
  assert.deepEqual(
    told.map(({ done, total }) => [done, total]),
    [
      [1, 5],
      [2, 3],
      [3, 3],
    ],
  );
});

test("rows that come in another order than that of their file end the run", async () => {
  /** @type {unknown[]} */
  const sent = [];
  const { results, error } = await drain(sendAll(sendInto(sent), [row(4), row(2), row(5)]));
  assert.deepEqual(sent, ["to 4"]);
  assert.deepEqual(indexes(results), [4]);
  assert.match(error.message, /order of their file/);
});

test("rows may come through what the caller writes around them", async () => {
  async function* some() {
    for await (const each of rowsOf([0, 3, 4, 8])) if (each.index !== 3) yield each;
  }
  const run = sendAll(async () => {}, some(), { concurrency: 1 });
  assert.deepEqual(run.summary.resumeFrom, { index: 0, again: [], unknown: [], ahead: 1 });
  const { results } = await drain(run);
  assert.deepEqual(indexes(results), [0, 4, 8]);
});
