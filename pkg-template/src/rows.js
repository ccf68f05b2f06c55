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
 * @typedef {{ reader: Reader, plan: Plan }} Opened
 * @typedef {{ made: Promise<Opened>, leaving: AbortController }} Opening
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
    if (typeof TextDecoder !== "function") {
      refuse(
        "checkRows needs TextDecoder, which is missing here. In Jest, jest-fixed-jsdom adds it.",
      );
    }
    const settings = readOptions(options);
    const source = sourceOf(given);
    const { signal, messages, maxProblems } = settings;
    let newest = createTally(maxProblems);
    /** Of the last pass that came to its end. @type {number | undefined} */
    let size;
    /** Of the first opening: what comes later is held against it. @type {Plan | undefined} */
    let planned;
    /** @type {Opening | undefined} */
    let opening;
    /** Whether what is opened was looked at, and no pass has it. */
    let isFree = false;

    const module = () => ({ core: core(), catalogue });

    /**
     * Opens the source, and looks at what it begins with now.
     *
     * @param {readonly AbortSignal[]} signals
     */
    async function start(signals) {
      const running = module();
      const reader = await openReader(source, settings.encoding, signals);
      try {
        const plan = await lookAt(running, phone, settings, reader);
        await nextTurn();
        planned ??= plan;
        mustBeAlike(planned, plan);
        return { reader, plan };
      } catch (reason) {
        await reader.close();
        throw reason;
      }
    }

    /** @returns {Opening} */
    function starting() {
      const leaving = new AbortController();
      const signals = signal ? [signal, leaving.signal] : [leaving.signal];
      return { made: start(signals), leaving };
    }

    /**
     * Named as nothing else in this entry: the minifier of Next 13 takes functions of one name for one.
     *
     * @param {Opening} started
     */
    function keepOpen(started) {
      opening = started;
      // What can be opened anew may be there the next time.
      if (source.isOnce) return;
      started.made.catch(() => {
        if (opening === started) opening = undefined;
      });
    }

    /**
     * @param {AbortSignal} [left]
     * @returns {Promise<Opened>}
     */
    function open(left) {
      const started = opening && isFree ? opening : starting();
      isFree = false;
      if (!opening) keepOpen(started);
      left?.addEventListener("abort", () => started.leaving.abort());
      return started.made;
    }

    /** @returns {Promise<Plan>} */
    async function look() {
      if (!opening) {
        keepOpen(starting());
        isFree = true;
      }
      const { reader, plan } = await /** @type {Opening} */ (opening).made;
      if (isFree && !source.isOnce) {
        isFree = false;
        await reader.close();
      }
      return plan;
    }

    /**
     * A pass.
     *
     * @param {(status: Status) => boolean} isWanted
     * @param {(reader: ReturnType<typeof createRowReader>, found: Found) => T} make Of a row that is
     *   wanted, what is given.
     * @param {object} [more]
     * @param {1} [more.keys] Whether they are wanted.
     * @param {import("./rows-tally.js").Tally} [more.tally]
     * @param {(plan: Plan) => void} [more.onPlan] Is told how the rows of this pass are read.
     * @param {AbortSignal} [more.left] Says that nobody waits for more.
     * @returns {AsyncGenerator<T, undefined, undefined>}
     * @template T
     */
    async function* walk(isWanted, make, more = {}) {
      const { keys, tally = createTally(maxProblems), onPlan, left } = more;
      newest = tally;
      const begun = clock();
      const { reader: opened, plan } = await open(left);
      onPlan?.(plan);
      const running = module();
      const reader = createRowReader(running, plan, messages);
      const judge = createJudge(reader, settings, catalogue, tally, random);
      const slices = createSlices(clock, nextTurn);
      const stops = [signal, left].filter((stop) => stop !== undefined);
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
            for (const stop of stops) if (stop.aborted) throw reasonOf(stop);
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
      /** @type {any} */
      let shape;
      const onPlan = (/** @type {Plan} */ plan) => {
        shape = plan;
      };
      let isFirst = true;
      const lines = walk(
        (status) => status !== "ready",
        (reader, { batch, at, line, issues }) =>
          lineOf(shape, reader.cellsOf(batch, at), line, problemOf(issues)),
        { onPlan, left },
      );
      for await (const line of lines) {
        if (isFirst) yield headOf(shape);
        isFirst = false;
        yield line;
      }
      if (isFirst) yield headOf(shape);
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

/**
 * Columns that are named are found where they are. Others would be taken by their place.
 *
 * @param {Plan} before
 * @param {Plan} now
 */
function mustBeAlike(before, now) {
  const areNamed = [before, now].every(({ isProposed, columns }) => {
    return !isProposed && Object.keys(columns).every((name) => !/^\d+$/.test(name));
  });
  const [one, other] = [before, now].map(({ format, delimiter, header, columns }) =>
    JSON.stringify([format, delimiter, header, columns]),
  );
  if (!areNamed && one !== other) {
    refuse("checkRows: the file has other columns than before: check it again.");
  }
}
