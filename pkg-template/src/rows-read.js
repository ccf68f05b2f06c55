/** What the module tells of a row, as people take it. */
import { errorsOf, readIssues, warningsOf } from "./issues.js";
import { openBatch, spanOf, textOf } from "./rows-batch.js";
import { recordsIn } from "./rows-module.js";
import { createPlacing } from "./rows-placing.js";

/**
 * @typedef {import("./rows-placing.js").Issue} Issue
 * @typedef {import("./rows-chunks.js").Checked} Batch
 * @typedef {import("./rows-look.js").Plan} Plan
 * @typedef {import("./rows-tally.js").Status} Status
 *
 * @typedef {object} Found A row of which somebody wants to know.
 * @property {Batch} batch
 * @property {number} at Its place there.
 * @property {number} index
 * @property {number} line
 * @property {Status} status
 * @property {Issue[]} issues With the warnings.
 */

/**
 * @param {import("./rows-module.js").Module} module
 * @param {Plan} plan
 * @param {import("./issues.js").Messages} [messages]
 */
export function createRowReader(module, plan, messages) {
  const { names, delimiter } = plan;
  const placed = createPlacing(plan);
  /** The batch of which rows are taken. @type {ReturnType<typeof openBatch> | undefined} */
  let open;

  /** @param {Batch} batch */
  function pageOf(batch) {
    if (open?.batch !== batch) open = openBatch(module, delimiter, batch);
    return open;
  }

  /** @type {(batch: Batch, at: number) => string} */
  const reportOf = (batch, at) => textOf(spanOf(batch.output, batch, at, 6));

  return {
    placed,

    /** @type {(batch: Batch, at: number) => Issue[]} */
    issuesOf: (batch, at) =>
      readIssues(module.catalogue, reportOf(batch, at), messages).map(placed),

    /** Without the words, which take longer. @type {(batch: Batch, at: number) => string[]} */
    codesOf(batch, at) {
      /** @type {import("./issues.js").Found[]} */
      const found = JSON.parse(`[${reportOf(batch, at)}]`);
      return found.map(([number]) => String(module.catalogue()[number >> 1]));
    },

    /** @type {(batch: Batch, at: number) => string} */
    recipientOf: (batch, at) => textOf(spanOf(batch.output, batch, at, 4)),

    /** @type {(batch: Batch, at: number) => any} */
    inputOf: (batch, at) => pageOf(batch).inputOf(at),

    /** The cells of a row; of NDJSON the whole row. @type {(batch: Batch, at: number) => string[]} */
    cellsOf: (batch, at) =>
      pageOf(batch).cellsOf(at) ?? [textOf(spanOf(batch.chunk, batch, at, 1))],

    /** The cell that an issue is about. @type {(batch: Batch, at: number, column: string) => string | undefined} */
    cellAt(batch, at, column) {
      const cells = recordsIn(module, spanOf(batch.chunk, batch, at, 1), delimiter ?? ",", true);
      const index = names.indexOf(column);
      return cells[0]?.[1][index < 0 ? Number(column) - 1 : index];
    },

    // Written out: both are made for every row.
    /** @param {Found} found */
    rowOf({ batch, at, index, line, status, issues }) {
      const page = pageOf(batch);
      const input = page.inputOf(at);
      return {
        index,
        line,
        status,
        input,
        key: input === undefined ? undefined : page.keyOf(at),
        issues: issues.length > 0 ? errorsOf(issues) : [],
        warnings: issues.length > 0 ? warningsOf(issues) : [],
        cells: page.cellsOf(at),
      };
    },

    /** @param {Found} found */
    readyOf({ batch, at, index, line }) {
      const page = pageOf(batch);
      const [key, input] = [page.keyOf(at), page.inputOf(at)];
      return Object.freeze({ "~row": /** @type {const} */ (true), index, line, key, input });
    },
  };
}
