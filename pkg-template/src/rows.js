/** Checks the rows of a file: each pass reads it from its start. */
import { tell } from "./hooks.js";
import { errorsOf, issueOf } from "./issues.js";
import { chunksOf } from "./rows-chunks.js";
import { HEAD, lookAt } from "./rows-look.js";
import { readOptions } from "./rows-options.js";
import { createRowReader, wordAt } from "./rows-read.js";
import { openReader } from "./rows-reader.js";
import { createRecipients } from "./rows-recipients.js";
import { headOf, lineOf, problemOf, streamOf } from "./rows-refused.js";
import { createSlices, nextTurn } from "./rows-slices.js";
import { sourceOf } from "./rows-source.js";
import { createTally } from "./rows-tally.js";
import { reasonOf } from "./within.js";

/**
 * @typedef {import("./rows-options.js").Settings} Settings
 * @typedef {import("./rows-look.js").Plan} Plan
 * @typedef {import("./rows-read.js").Found} Found
 * @typedef {import("./rows-tally.js").Status} Status
 * @typedef {import("./rows-reader.js").Reader} Reader
 */

/** What the flags of a row say (src/rows/check.rs). */
const [REFUSED, WARNED, TEXT] = [1, 2, 4];

/** Rows after which the clock is looked at. */
const STEP = 64;

/** How often a caller is told how far a pass is. */
const PROGRESS_MS = 100;

/** Characters of a cell that a problem shows. */
const SHOWN = 200;

/**
 * @param {import("./rows-module.js").Starter} starter
 * @param {{ parse(text: string, options: object): unknown }} phone
 * @param {() => number} clock Milliseconds.
 */
export const createCheckRows = ({ core, catalogue }, phone, clock) =>
  /**
   * @param {unknown} given
   * @param {unknown} [options]
   */
  function checkRows(given, options) {
    const settings = readOptions(options);
    const source = sourceOf(given);
    const { signal, messages, guard, seen, maxProblems } = settings;
    let newest = createTally(maxProblems);
    /** Of the last pass that came to its end. @type {number | undefined} */
    let size;
    /** @type {Plan | undefined} */
    let planned;
    /** @type {Promise<Reader> | undefined} */
    let opening;
    /** Whether what is opened was looked at, and no pass has it. */
    let isFree = false;

    const module = () => ({ core: core(), catalogue });

    /** Opens the source, and looks at what it begins with. */
    async function start() {
      const running = module();
      const reader = await openReader(source, settings.encoding, signal);
      try {
        const bytes = await reader.peek(HEAD);
        planned ??= lookAt(running, phone, settings, bytes, reader.encoding);
        return reader;
      } catch (reason) {
        await reader.close();
        throw reason;
      }
    }

    /** @returns {Promise<Reader>} */
    function open() {
      if (opening && isFree) {
        isFree = false;
        return opening;
      }
      const started = start();
      opening ??= started;
      return started;
    }

    /** @returns {Promise<Plan>} */
    async function look() {
      if (!opening) {
        opening = start();
        isFree = true;
      }
      try {
        const reader = await opening;
        if (isFree && !source.isOnce) {
          isFree = false;
          await reader.close();
        }
      } catch (reason) {
        // What can be opened anew may be there the next time.
        if (!source.isOnce) opening = undefined;
        throw reason;
      }
      return /** @type {Plan} */ (planned);
    }

    /**
     * A pass.
     *
     * @param {(status: Status) => boolean} isWanted
     * @param {import("./rows-tally.js").Tally} [tally]
     * @returns {AsyncGenerator<Found & { reader: ReturnType<typeof createRowReader> }, void, undefined>}
     */
    async function* walk(isWanted, tally = createTally(maxProblems)) {
      newest = tally;
      const recipients = createRecipients(Math.floor(Math.random() * 2 ** 32));
      const begun = clock();
      const opened = await open();
      const plan = /** @type {Plan} */ (planned);
      const running = module();
      const reader = createRowReader(running, plan, messages);
      const slices = createSlices(clock, nextTurn);
      let told = begun;
      let index = -plan.skipped;

      const report = () => {
        told = clock();
        tell(
          "onProgress",
          settings.onProgress,
          tally.progress(opened.bytes, opened.total, told - begun),
        );
      };

      /** @type {(batch: Found["batch"], at: number) => Found} */
      function judge(batch, at) {
        const line = batch.line + wordAt(batch, at, 0);
        const flags = wordAt(batch, at, 3);
        /** @type {Status} */
        let status = flags & REFUSED ? "refused" : "ready";
        /** @type {Found["issues"] | undefined} */
        let issues;
        if (guard && status === "ready") {
          const own = flags & WARNED ? reader.issuesOf(batch, at) : [];
          const input = reader.parsed(reader.inputOf(batch, at));
          issues = guard(settings.operation, input, own, messages).map(reader.placed);
          if (errorsOf(issues).length > 0) status = "refused";
        }
        const another = status === "ready" ? repeats(batch, at, flags, line) : undefined;
        if (another) {
          status = "duplicate";
          const found = issues ?? (flags & WARNED ? reader.issuesOf(batch, at) : []);
          issues = [reader.placed(another), ...found];
        }
        const isWarned = issues
          ? issues.some(({ severity }) => severity === "warning")
          : (flags & WARNED) > 0;
        tally.count(status, isWarned);
        if (!issues && flags & (REFUSED | WARNED)) {
          if (tally.isFull && !isWanted(status)) reader.codesOf(batch, at).forEach(tally.countCode);
          else issues = reader.issuesOf(batch, at);
        }
        for (const issue of issues ?? []) {
          tally.countCode(issue.code);
          if (!tally.takes(issue)) continue;
          const { column } = issue;
          const cell = column && reader.cellAt(batch, at, column)?.slice(0, SHOWN);
          tally.list({
            line,
            ...(column && { column }),
            ...(cell !== undefined && { cell }),
            issue,
          });
        }
        return { batch, at, index, line, status, issues: issues ?? [] };
      }

      /** @type {(batch: Found["batch"], at: number, flags: number, line: number) => import("./errors.js").Issue | undefined} */
      function repeats(batch, at, flags, line) {
        const isRefused = settings.duplicates === "refuse";
        if (!isRefused && !seen) return undefined;
        const [low, high] = [wordAt(batch, at, 4), wordAt(batch, at, 5)];
        if (low === 0 && high === 0) return undefined;
        const isText = (flags & TEXT) > 0;
        const recipient = isText ? reader.recipientOf(batch, at) : high * 2 ** 32 + low;
        let first = 0;
        if (isRefused) {
          first =
            typeof recipient === "string"
              ? recipients.addId(recipient, line)
              : recipients.addNumber(recipient, line);
        }
        if (first > 0) {
          return issueOf(catalogue, "row.duplicate", [], "error", { line: first }, messages);
        }
        if (!seen?.has(String(recipient))) return undefined;
        return issueOf(catalogue, "row.seen", [], "error", {}, messages);
      }

      try {
        for await (const batch of chunksOf(running, opened, settings.root, plan.told)) {
          for (let at = 0; at < batch.count; at += 1) {
            if (index >= 0) {
              const found = judge(batch, at);
              const isTaken = isWanted(found.status);
              if (isTaken) yield { ...found, reader };
              // What is done with a row takes its time too.
              if ((isTaken || at % STEP === 0) && slices.isOver()) await slices.pause();
            }
            index += 1;
            if (signal?.aborted) throw reasonOf(signal);
          }
          if (clock() - told >= PROGRESS_MS) report();
        }
        tally.end();
        size = tally.summary().ready;
        report();
      } finally {
        await opened.close();
      }
    }

    async function* rows() {
      for await (const found of walk(() => true)) yield found.reader.rowOf(found);
    }

    async function* ready() {
      for await (const found of walk((status) => status === "ready")) {
        yield found.reader.readyOf(found);
      }
    }

    /** @returns {AsyncGenerator<string, void, undefined>} */
    async function* refused() {
      let isFirst = true;
      for await (const { reader, batch, at, line, issues } of walk(
        (status) => status !== "ready",
      )) {
        const shape = /** @type {Plan} */ (planned);
        if (isFirst) yield headOf(shape);
        isFirst = false;
        const record = reader.recordOf(batch, at);
        const cells = shape.delimiter ? reader.cellsIn(record) : [reader.textOf(record)];
        yield lineOf(shape, cells, line, problemOf(issues));
      }
      if (isFirst && planned) yield headOf(planned);
    }

    return Object.freeze({
      [Symbol.asyncIterator]: rows,

      async plan() {
        const { format, encoding, delimiter, header, names, places, ...plan } = await look();
        const { columns, isProposed, sample } = plan;
        const isFree = (/** @type {number} */ at) => places.every(({ column }) => column !== at);
        return {
          ...{ format, encoding, delimiter, header: header ?? null, columns, isProposed },
          ...{ unmapped: names.filter((_, at) => isFree(at)), sample },
        };
      },

      async run() {
        const tally = createTally(maxProblems);
        // It gives nothing, and so it is over.
        await walk(() => false, tally).next();
        return tally.summary();
      },

      ready: () => ({
        "~rows": /** @type {const} */ (true),
        get size() {
          return size;
        },
        [Symbol.asyncIterator]: ready,
      }),

      refusedCsv: () => streamOf(refused()),

      get summary() {
        return newest.summary();
      },
    });
  };
