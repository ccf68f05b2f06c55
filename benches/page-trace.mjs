/** What a trace of Chromium tells of the tasks of a page's main thread. */
import { MARKS } from "./stream.mjs";

/** What Chromium is asked to trace: its tasks, and the marks of the page. */
export const CATEGORIES = [
  "toplevel",
  "blink.user_timing",
  "disabled-by-default-devtools.timeline",
];

/**
 * @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number }} TraceEvent
 *
 * @param {string} trace JSON.
 * @param {{ begin: string, end: string }} [marks] Names of the marks between which it looks.
 * @param {number} [most] How long after the first it looks on at most, in milliseconds.
 * @returns {{ wall: number, busy: number }} Milliseconds of the longest task between the marks: by the
 *   clock, and the longest that the processor has worked on one, which is less where others had it.
 */
export function longestTask(trace, marks = MARKS, most = Number.POSITIVE_INFINITY) {
  /** @type {{ traceEvents: TraceEvent[] }} */
  const { traceEvents } = JSON.parse(trace);
  const [begin, end] = [marks.begin, marks.end].map((mark) =>
    traceEvents.find(({ name }) => name === mark),
  );
  if (!begin || !end) throw new Error("the trace has no marks");
  // One that has not ended has no length: it is that in which the trace was.
  const tasks = traceEvents.filter(
    ({ name, pid, tid, ts, dur }) =>
      name.endsWith("RunTask") &&
      pid === begin.pid &&
      tid === begin.tid &&
      dur !== undefined &&
      ts + dur > begin.ts &&
      ts < Math.min(end.ts, begin.ts + most * 1000),
  );
  if (tasks.length === 0) throw new Error("the trace has no tasks");
  const longest = (/** @type {"dur" | "tdur"} */ what) =>
    Math.max(...tasks.map((task) => task[what] ?? 0)) / 1000;
  return { wall: longest("dur"), busy: longest("tdur") };
}
