/** Writes down where marks were seen, and compares it with where they may be. */
import assert from "node:assert/strict";
import { inspect } from "node:util";
import { isApiError, isInteraktError } from "interakt-wasm";
import { shownIn } from "../support/shown.mjs";
import { marksIn } from "./marks.mjs";

/**
 * @typedef {import("./marks.mjs").Mark} Mark
 *
 * @typedef {object} Permission
 * @property {readonly Mark[]} [may] What stands there, and has to. Without it: nothing does.
 * @property {string} [why]
 *
 * @typedef {{ readonly [place: string]: Permission }} Places Every place that is looked at.
 */

/** As a console that hides nothing shows it. @param {unknown} value */
const shown = (value) =>
  inspect(value, {
    ...{ depth: 10, showHidden: true, getters: true },
    ...{ maxStringLength: null, maxArrayLength: null },
  });

export function createWatch() {
  /** By place and mark, where in it, and of what. @type {Map<string, Map<Mark, string>>} */
  const seen = new Map();

  /**
   * @param {string} place
   * @param {unknown} value Whatever somebody gets to see there.
   * @param {string} [of] What was done, for whoever reads a failure.
   */
  function saw(place, value, of = "") {
    const marks = seen.get(place) ?? new Map();
    seen.set(place, marks);
    // All that it holds is within what the console shows of the whole.
    const everything = typeof value === "string" ? value : [value, shown(value)];
    for (const { path, found } of shownIn("it", everything, marksIn)) {
      for (const mark of found) if (!marks.has(mark)) marks.set(mark, `${path} ${of}`.trim());
    }
  }

  /**
   * Something was thrown, or was the reason of a rejection.
   *
   * @param {unknown} error
   * @param {string} [of] What was done.
   * @param {string} [how] In which world, where that makes a difference.
   */
  function threw(error, of, how = "") {
    const isOurs = isInteraktError(error);
    const kind = isApiError(error) ? "ApiError" : isOurs ? error.name : "another error";
    const name = `${kind}${how && ` ${how}`}`;
    if (!isOurs) return saw(name, error, of);
    const { stack, message, cause, body, issues, warnings, ...others } = /** @type {any} */ (error);
    saw(`${name}: message and stack`, [message, stack, String(error)], of);
    saw(`${name}: toJSON()`, error.toJSON(), of);
    saw(`${name}: on the console`, shown(error), of);
    saw(`${name}: code, outcome and numbers`, others, of);
    if (cause !== undefined) saw(`${name}: cause`, cause, of);
    if (body !== undefined) saw(`${name}: body`, body, of);
    if (issues !== undefined) saw(`${name}: issues`, [issues, warnings], of);
  }

  return {
    saw,
    threw,

    /**
     * Does something that may throw.
     *
     * @template Result
     * @param {() => Result | Promise<Result>} work
     * @param {string} [of]
     * @param {string} [how]
     * @returns {Promise<Awaited<Result> | undefined>}
     */
    async tried(work, of, how) {
      try {
        return await work();
      } catch (error) {
        threw(error, of, how);
        return undefined;
      }
    },

    /**
     * Fails where a mark stands where it may not, and where the table is not true.
     *
     * @param {Places} places
     */
    check(places) {
      const wrong = [];
      for (const [place, marks] of seen) {
        const permission = places[place];
        if (!permission) wrong.push(`${place}: is not in the table`);
        for (const [mark, where] of marks) {
          if (!permission?.may?.includes(mark)) wrong.push(`${place}: ${mark}, in ${where}`);
        }
      }
      for (const [place, { may = [] }] of Object.entries(places)) {
        const marks = seen.get(place);
        if (!marks) wrong.push(`${place}: was not looked at`);
        else for (const mark of may) if (!marks.has(mark)) wrong.push(`${place}: has no ${mark}`);
      }
      assert.deepEqual(wrong, []);
    },
  };
}

/** @typedef {ReturnType<typeof createWatch>} Watch */

const METHODS = /** @type {const} */ (["debug", "log", "info", "warn", "error", "trace"]);

/**
 * What this process writes to its console from now on is seen, until it is stopped.
 *
 * @param {Watch} watch
 */
export function listenToConsole(watch) {
  const before = METHODS.map((method) => /** @type {const} */ ([method, console[method]]));
  for (const method of METHODS) console[method] = (...said) => watch.saw("the console", said);
  const warned = (/** @type {Error} */ warning) => watch.saw("the console", warning);
  process.on("warning", warned);
  return () => {
    for (const [method, original] of before) console[method] = original;
    process.off("warning", warned);
  };
}
