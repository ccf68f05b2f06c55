/** Checks the rows of a file: each pass reads it from its start. */
import { tell } from "./hooks.js";
import { refuse } from "./options.js";
import { wordAt } from "./rows-batch.js";
import { chunksOf } from "./rows-chunks.js";
import { createJudge } from "./rows-judge.js";
import { leavable } from "./rows-leave.js";
import { lookAt } from "./rows-look.js";
import { readOptions } from "./rows-options.js";
import { createRowReader } from "./rows-read.js";
import { openReader } from "./rows-reader.js";
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
 * @typedef {{ reader: Promise<Reader>, leaving: AbortController }} Opening
 */

/** Rows after which the clock is looked at. */
const STEP = 64;

/** How often a caller is told how far a pass is. */
const PROGRESS_MS = 100;

/**
 * @param {import("./rows-module.js").Starter} starter
 * @param {import("./rows-look.js").Phone} phone
 * @param {() => number} clock Milliseconds.
 * @param {() => number} random From 0 to below 1.
 */
export const createCheckRows = ({ core, catalogue }, phone, clock, random) =>
  /**
   * @param {unknown} given
   * @param {unknown} [options]
   */
  function checkRows(given, options) {
    const settings = readOptions(options);
    const source = sourceOf(given);
    const { signal, messages, maxProblems } = settings;
    let newest = createTally(maxProblems);
    /** Of the last pass that came to its end. @type {number | undefined} */
    let size;
    /** @type {Plan | undefined} */
    let planned;
    /** @type {Opening | undefined} */
    let opening;
    /** Whether what is opened was looked at, and no pass has it. */
    let isFree = false;

    const module = () => ({ core: core(), catalogue });

    /**
     * Opens the source, and looks at what it begins with.
     *
     * @param {readonly AbortSignal[]} signals
     */
    async function start(signals) {
      const running = module();
      const reader = await openReader(source, settings.encoding, signals);
      try {
        if (!planned) {
          const plan = await lookAt(running, phone, settings, reader);
          planned ??= plan;
          await nextTurn();
        }
        return reader;
      } catch (reason) {
        await reader.close();
        throw reason;
      }
    }

    /** @returns {Opening} */
    function starting() {
      const leaving = new AbortController();
      const signals = signal ? [signal, leaving.signal] : [leaving.signal];
      return { reader: start(signals), leaving };
    }

    /** @param {AbortSignal} [left] */
    function open(left) {
      const started = opening && isFree ? opening : starting();
      isFree = false;
      opening ??= started;
      left?.addEventListener("abort", () => {
        started.leaving.abort();
        // Nothing was seen, and somebody may look anew.
        if (!planned && !source.isOnce && opening === started) opening = undefined;
      });
      return started.reader;
    }

    /** @returns {Promise<Plan>} */
    async function look() {
      if (!opening) {
        opening = starting();
        isFree = true;
      }
      try {
        const reader = await opening.reader;
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
     * @param {(reader: ReturnType<typeof createRowReader>, found: Found) => T} make Of a row that is
     *   wanted, what is given.
     * @param {{ keys?: 1, tally?: import("./rows-tally.js").Tally, left?: AbortSignal }} [more] Whether
     *   keys are wanted, and what says that nobody waits for more.
     * @returns {AsyncGenerator<T, undefined, undefined>}
     * @template T
     */
    async function* walk(isWanted, make, { keys, tally = createTally(maxProblems), left } = {}) {
      newest = tally;
      const begun = clock();
      const opened = await open(left);
      const plan = /** @type {Plan} */ (planned);
      const running = module();
      const reader = createRowReader(running, plan, messages);
      const judge = createJudge(reader, settings, catalogue, tally, random);
      const slices = createSlices(clock, nextTurn);
      /** Whether words have been made. */
      let isWarm = false;
      let reported = begun;
      let index = 0 - plan.skipped;

      const report = () => {
        reported = clock();
        tell(
          "onProgress",
          settings.onProgress,
          tally.progress(opened.bytes, opened.total, reported - begun),
        );
      };

      try {
        if (plan.refusal) refuse(plan.refusal);
        const told = { ...plan.told, keys };
        for await (const batch of chunksOf(running, opened, settings.root, told, clock)) {
          for (let at = 0; at < batch.count; at += 1) {
            if (index >= 0) {
              if (!isWarm && wordAt(batch, at, 3) > 0) {
                // The names of countries cost a runtime a whole slice when it is first asked.
                isWarm = true;
                await slices.pause();
                reader.issuesOf(batch, at);
                await slices.pause();
              }
              const found = judge(batch, at, index, isWanted);
              const isTaken = isWanted(found.status);
              if (isTaken) yield make(reader, found);
              // What is done with a row takes its time too.
              if ((isTaken || at % STEP === 0) && slices.isOver()) await slices.pause();
            }
            index += 1;
            for (const stop of [signal, left]) if (stop?.aborted) throw reasonOf(stop);
          }
          if (clock() - reported >= PROGRESS_MS) report();
        }
        tally.end();
        size = tally.summary().ready;
        report();
      } finally {
        await opened.close();
      }
    }

    /**
     * @param {AbortSignal} left
     * @returns {AsyncGenerator<string, undefined, undefined>}
     */
    async function* refused(left) {
      const shape = () => /** @type {Plan} */ (planned);
      let isFirst = true;
      const lines = walk(
        (status) => status !== "ready",
        (reader, { batch, at, line, issues }) =>
          lineOf(shape(), reader.cellsOf(batch, at), line, problemOf(issues)),
        { left },
      );
      for await (const line of lines) {
        if (isFirst) yield headOf(shape());
        isFirst = false;
        yield line;
      }
      if (isFirst) yield headOf(shape());
    }

    return Object.freeze({
      [Symbol.asyncIterator]: () =>
        leavable((left) =>
          walk(
            () => true,
            (reader, found) => reader.rowOf(found),
            { keys: 1, left },
          ),
        ),

      async plan() {
        const { format, encoding, delimiter, header, names, places, ...plan } = await look();
        const { columns, isProposed, sample } = plan;
        const isFree = (/** @type {number} */ at) => places.every(({ column }) => column !== at);
        return {
          ...{ format, encoding, delimiter, header: header ?? null, columns, isProposed },
          ...{ names, unmapped: names.filter((_, at) => isFree(at)), sample },
        };
      },

      async run() {
        const tally = createTally(maxProblems);
        // It gives nothing, and so it is over.
        await walk(() => false, Object, { tally }).next();
        return tally.summary();
      },

      ready: () => ({
        "~rows": /** @type {const} */ (true),
        get size() {
          return size;
        },
        [Symbol.asyncIterator]: () =>
          leavable((left) =>
            walk(
              (status) => status === "ready",
              (reader, found) => reader.readyOf(found),
              { keys: 1, left },
            ),
          ),
      }),

      refusedCsv: () => streamOf(leavable(refused)),

      get summary() {
        return newest.summary();
      },
    });
  };
