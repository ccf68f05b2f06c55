import assert from "node:assert/strict";
import { test } from "node:test";
import { longestTask } from "../../benches/page-trace.mjs";
import { MARKS } from "../../benches/stream.mjs";

const MAIN = { pid: 7, tid: 1 };

/** @param {number} ts @param {number} dur @param {object} [rest] */
const task = (ts, dur, rest) => ({
  ...{ name: "ThreadControllerImpl::RunTask", ph: "X", ts, dur, tdur: dur / 2, ...MAIN },
  ...rest,
});

/** @param {string} name @param {number} ts */
const mark = (name, ts) => ({ name, ph: "I", ts, ...MAIN });

/** @param {object[]} events */
const traceOf = (...events) => JSON.stringify({ traceEvents: events });

test("the longest task of the page's thread counts that runs between the marks", () => {
  const trace = traceOf(
    task(0, 90_000),
    mark(MARKS.begin, 100_000),
    task(99_000, 4_000),
    task(150_000, 12_000),
    task(170_000, 60_000, { tid: 2 }),
    task(170_000, 60_000, { pid: 8 }),
    task(170_000, 60_000, { name: "FunctionCall" }),
    mark(MARKS.end, 200_000),
    task(199_000, 0, { dur: undefined, tdur: undefined }),
    task(210_000, 80_000),
  );
  assert.deepEqual(longestTask(trace), { wall: 12, busy: 6 });
});

test("a trace without marks or tasks is an error, and not a smooth page", () => {
  assert.throws(() => longestTask(traceOf(task(0, 1))), /no marks/);
  const marks = [mark(MARKS.begin, 0), mark(MARKS.end, 9)];
  assert.throws(() => longestTask(traceOf(...marks)), /no tasks/);
});
