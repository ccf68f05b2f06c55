/** What becomes of a row: by what the module found, by the book, and by who was there before. */
import { errorsOf, issueOf } from "./issues.js";
import { wordAt } from "./rows-batch.js";
import { createRecipients } from "./rows-recipients.js";
import { spellingsOf } from "./spellings.js";

/**
 * @typedef {import("./rows-chunks.js").Checked} Batch
 * @typedef {import("./rows-read.js").Found} Found
 * @typedef {import("./rows-tally.js").Status} Status
 */

/** What the flags of a row say (src/rows/check.rs). */
const [REFUSED, WARNED, TEXT] = [1, 2, 4];

/** Characters of a cell that a problem shows. */
const SHOWN = 200;

/**
 * @param {ReturnType<typeof import("./rows-read.js").createRowReader>} reader
 * @param {import("./rows-options.js").Settings} settings
 * @param {import("./start.js").Catalogue} catalogue
 * @param {import("./rows-tally.js").Tally} tally Counts what is judged.
 * @param {() => number} random
 */
export function createJudge(reader, settings, catalogue, tally, random) {
  const { guard, messages, seen, operation } = settings;
  const isOnce = settings.duplicates === "refuse";
  const recipients = createRecipients(Math.floor(random() * 2 ** 32));

  /** @type {(batch: Batch, at: number, flags: number, line: number) => import("./errors.js").Issue | undefined} */
  function repeats(batch, at, flags, line) {
    if (!isOnce && !seen) return undefined;
    const [low, high] = [wordAt(batch, at, 4), wordAt(batch, at, 5)];
    if (low === 0 && high === 0) return undefined;
    const id = flags & TEXT ? reader.recipientOf(batch, at) : undefined;
    // A number that is written in another way rings the same phone.
    const names = id === undefined ? spellingsOf(String(high * 2 ** 32 + low)) : [id];
    if (isOnce) {
      const first =
        id === undefined
          ? recipients.addNumber(Number(names[0]), line)
          : recipients.addId(id, line);
      if (first > 0) {
        return issueOf(catalogue, "row.duplicate", [], "error", { line: first }, messages);
      }
    }
    if (!seen) return undefined;
    const known = names.some(
      (name) => seen.has(name) || (id === undefined && seen.has(`+${name}`)),
    );
    const { userId } = known || id !== undefined ? {} : (reader.inputOf(batch, at) ?? {});
    if (!known && !(userId && seen.has(userId))) return undefined;
    return issueOf(catalogue, "row.seen", [], "error", {}, messages);
  }

  /** @param {Batch} batch @param {number} at @param {number} line @param {Found["issues"][number]} issue */
  function list(batch, at, line, issue) {
    tally.countCode(issue.code);
    if (!tally.takes(issue)) return;
    const { column } = issue;
    if (column === undefined) {
      tally.list({ line, issue });
      return;
    }
    const cell = reader.cellAt(batch, at, column)?.slice(0, SHOWN);
    tally.list({ line, column, ...(cell !== undefined && { cell }), issue });
  }

  /**
   * @param {Batch} batch
   * @param {number} at
   * @param {number} index
   * @param {(status: Status) => boolean} isWanted
   * @returns {Found} Its issues are there if it is wanted.
   */
  return (batch, at, index, isWanted) => {
    const line = batch.line + wordAt(batch, at, 0);
    const flags = wordAt(batch, at, 3);
    const own = () => (flags & (REFUSED | WARNED) ? reader.issuesOf(batch, at) : []);
    /** @type {Status} */
    let status = flags & REFUSED ? "refused" : "ready";
    /** @type {Found["issues"] | undefined} */
    let issues;
    if (guard && status === "ready") {
      const input = reader.inputOf(batch, at);
      issues = guard(operation, input, own(), messages).map(reader.placed);
      if (errorsOf(issues).length > 0) status = "refused";
    }
    const another = status === "ready" ? repeats(batch, at, flags, line) : undefined;
    if (another) {
      status = "duplicate";
      issues = [reader.placed(another), ...(issues ?? own())];
    }
    const isWarned = issues
      ? issues.some(({ severity }) => severity === "warning")
      : (flags & WARNED) > 0;
    tally.count(status, isWarned);
    if (issues === undefined && flags & (REFUSED | WARNED)) {
      if (!tally.isFull || isWanted(status)) issues = own();
      else reader.codesOf(batch, at).forEach(tally.countCode);
    }
    for (const issue of issues ?? []) list(batch, at, line, issue);
    return { batch, at, index, line, status, issues: issues ?? NONE };
  };
}

/** @type {Found["issues"]} */
const NONE = [];
