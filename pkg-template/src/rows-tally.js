/** What is known of a pass: how many rows are what, and the first of what is wrong. */

/**
 * @typedef {import("../types/rows.js").RowSummary} Summary
 * @typedef {import("../types/rows.js").RowProblem} Problem
 * @typedef {"ready" | "refused" | "duplicate"} Status
 *
 * @typedef {object} Tally
 * @property {(status: Status, isWarned: boolean) => void} count
 * @property {(code: string) => void} countCode
 * @property {boolean} isFull Whether no problem will be listed any more.
 * @property {(issue: Problem["issue"]) => boolean} takes Whether it would be listed.
 * @property {(problem: Problem) => unknown} list
 * @property {() => void} end
 * @property {() => Summary} summary
 * @property {(bytes: number, total: number | undefined, ms: number) => import("../types/rows.js").RowProgress} progress
 */

/** @type {Record<Status, "ready" | "refused" | "duplicates">} */
const NAMES = { ready: "ready", refused: "refused", duplicate: "duplicates" };

/**
 * @param {number} most Problems that are listed.
 * @returns {Tally}
 */
export function createTally(most) {
  const counts = { rows: 0, ready: 0, refused: 0, duplicates: 0, warned: 0 };
  /** @type {Map<string, number>} */
  const byCode = new Map();
  /** @type {Problem[]} */
  const errors = [];
  /** They are listed where errors leave room. @type {Problem[]} */
  const warnings = [];
  let complete = false;
  const listOf = (/** @type {Problem["issue"]} */ { severity }) =>
    severity === "error" ? errors : warnings;
  return {
    count(status, isWarned) {
      counts.rows += 1;
      counts[NAMES[status]] += 1;
      if (isWarned) counts.warned += 1;
    },

    countCode(code) {
      byCode.set(code, (byCode.get(code) ?? 0) + 1);
    },

    get isFull() {
      return errors.length >= most;
    },

    takes: (issue) => errors.length < most && listOf(issue).length < most,
    list: (problem) => listOf(problem.issue).push(problem),

    end() {
      complete = true;
    },

    summary() {
      const room = most - errors.length;
      const problems = [...errors, ...warnings.slice(0, room)].sort((a, b) => a.line - b.line);
      return { ...counts, byCode: Object.fromEntries(byCode), problems, complete };
    },

    progress(bytes, totalBytes, ms) {
      const { warned: _, ...rest } = counts;
      const known = { bytes, totalBytes, ...rest };
      const rowsPerSecond = ms > 0 ? (counts.rows / ms) * 1000 : 0;
      if (totalBytes === undefined || bytes === 0 || ms <= 0) return { ...known, rowsPerSecond };
      const remainingMs = Math.ceil((Math.max(0, totalBytes - bytes) * ms) / bytes);
      return { ...known, rowsPerSecond, remainingMs };
    },
  };
}
