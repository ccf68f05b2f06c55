/** Sends the messages of any source, a few at a time. */
import { isInteraktError, isValidationError } from "./errors.js";
import { tell } from "./hooks.js";
import { refuse } from "./options.js";
import { reasonOf } from "./within.js";

/**
 * @typedef {import("../types/bulk.js").BulkResult} Result
 * @typedef {import("../types/bulk.js").BulkCounts} Counts
 * @typedef {import("../types/bulk.js").BulkPosition} Position
 * @typedef {import("./call.js").Fate} Fate
 * @typedef {{ fate: Fate, controller: AbortController }} Sending
 *
 * @typedef {object} Options
 * @property {unknown} [concurrency]
 * @property {unknown} [onProgress]
 * @property {AbortSignal} [signal] Of any realm.
 * @property {unknown} [resumeFrom]
 * @property {unknown} [total]
 */

/**
 * Nothing happens until the first result is asked for.
 *
 * @param {(message: unknown, fate: Fate, options: { signal: AbortSignal }) => Promise<unknown>} send
 *   Sends a message, keeps its fate up to date, and ends at once when it is aborted.
 * @param {any} messages
 * @param {Options} options
 * @param {() => number} clock Milliseconds.
 * @returns {import("../types/bulk.js").BulkRun}
 */
export function sendAll(send, messages, options, clock) {
  const { signal, onProgress } = options;
  const { open, concurrency, from, total } = readOptions(messages, options);
  /** @type {Counts} */
  const counts = { done: 0, sent: 0, invalid: 0, failed: 0, unknown: 0 };
  /** @type {Set<Sending>} */
  const underWay = new Set();
  /** Results that nobody has taken yet. @type {Result[]} */
  const ready = [];
  /** Results that nobody will take. @type {Result[]} */
  const unreported = [];
  /** The indexes that were started, here or in an earlier run, and surely not sent. */
  const again = new Set(from.again);
  /** @type {AsyncIterator<unknown> | undefined} */
  let source;
  /** The index of the message that the source gives next. */
  let next = 0;
  let pulling = false;
  /** Nothing more is taken from the source. */
  let closed = false;
  /** The run ends early: what waits to leave is let go of. */
  let stopped = false;
  /** What the iteration throws at its end. @type {{ reason: unknown } | undefined} */
  let failure;
  /** @type {Promise<void> | undefined} */
  let closing;
  let start = 0;
  let wake = () => {};

  /** @returns {Promise<void>} */
  const change = () =>
    new Promise((resolve) => {
      wake = resolve;
    });

  function changed() {
    if (closed && underWay.size === 0) signal?.removeEventListener("abort", abort);
    wake();
  }

  /** Takes messages, one at a time, while there is room for what becomes of them. */
  async function pull() {
    if (pulling) return;
    pulling = true;
    while (!closed && underWay.size + ready.length < concurrency) {
      try {
        source ??= open();
        const { done, value } = await source.next();
        // A message that comes after the run was stopped counts as never started.
        if (closed) break;
        if (done) {
          closed = true;
        } else {
          if (next >= from.index || again.has(next)) deliver(next, value);
          next += 1;
        }
      } catch (reason) {
        if (!closed) failure = { reason };
        closed = true;
      }
      // Not when there is nothing to take: who waits for a change asks again at each.
      if (closed) changed();
    }
    pulling = false;
  }

  /**
   * @param {number} index
   * @param {unknown} message
   */
  async function deliver(index, message) {
    again.delete(index);
    /** @type {Sending} */
    const sending = {
      controller: new AbortController(),
      fate: createFate(() => {
        // A moment later, since a refusal may be final and then ends the call by itself.
        if (stopped) queueMicrotask(() => letGo(sending));
      }),
    };
    underWay.add(sending);
    const result = await resultOf(index, sending, () => {
      return send(message, sending.fate, { signal: sending.controller.signal });
    });
    underWay.delete(sending);
    if (result) {
      ready.push(result);
      counts.done += 1;
      counts[result.status] += 1;
      tell("onProgress", onProgress, progressOf(counts, total, clock() - start));
    } else {
      again.add(index);
    }
    changed();
  }

  function stop() {
    stopped = true;
    underWay.forEach(letGo);
    if (!closed) closing = quietly(() => source?.return?.());
    closed = true;
    changed();
  }

  function abort() {
    const reason = reasonOf(/** @type {AbortSignal} */ (signal));
    failure ??= { reason };
    for (const { controller } of underWay) controller.abort(reason);
    stop();
  }

  /** @returns {AsyncGenerator<Result, undefined, undefined>} */
  async function* iterate() {
    start = clock();
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    try {
      while (!closed || underWay.size + ready.length > 0) {
        const soon = change();
        const result = ready.shift();
        pull();
        if (result) yield result;
        else await soon;
      }
    } finally {
      stop();
      while (underWay.size > 0) await change();
      unreported.push(...ready.splice(0));
      // Whoever leaves the loop finds the source closed, unless it is busy with a message.
      if (!pulling && !failure) await closing;
    }
    if (failure) throw failure.reason;
  }

  const results = iterate();
  return {
    next: () => results.next(),
    return() {
      // At once, even while a result is being waited for.
      stop();
      return results.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    get summary() {
      const over = closed && underWay.size + ready.length === 0;
      const index = Math.max(next, from.index);
      const resumeFrom = over ? { index, again: [...again].sort((a, b) => a - b) } : null;
      return { ...counts, resumeFrom, unreported: [...unreported] };
    },
  };
}

/**
 * @param {any} messages
 * @param {Options} options
 */
function readOptions(messages, { concurrency = 10, onProgress, resumeFrom, total }) {
  const open = messages?.[Symbol.asyncIterator] ?? messages?.[Symbol.iterator];
  if (typeof open !== "function" || typeof messages === "string") {
    refuse("messages must be an iterable, such as an array, or an async iterable.");
  }
  if (!isWhole(concurrency, 1)) refuse("concurrency must be a whole number, 1 or more.");
  if (onProgress !== undefined && typeof onProgress !== "function") {
    refuse("onProgress must be a function.");
  }
  if (total !== undefined && !isWhole(total)) refuse("total must be a whole number, 0 or more.");
  const { index, again = [] } = /** @type {Position} */ (
    typeof resumeFrom === "object" && resumeFrom ? resumeFrom : { index: resumeFrom ?? 0 }
  );
  const isEarlier = (/** @type {unknown} */ other) => isWhole(other) && other < index;
  if (!isWhole(index) || !Array.isArray(again) || !again.every(isEarlier)) {
    refuse("resumeFrom must be the position that a summary told, or an index.");
  }
  const all = total ?? messages.length ?? messages.size;
  const skipped = index - new Set(again).size;
  return {
    /** @returns {AsyncIterator<unknown>} Or an iterator, whose results can be awaited as well. */
    open: () => open.call(messages),
    concurrency,
    from: { index, again },
    total: isWhole(all) ? Math.max(0, all - skipped) : undefined,
  };
}

/**
 * @param {unknown} value
 * @param {number} [least]
 * @returns {value is number}
 */
function isWhole(value, least = 0) {
  return Number.isSafeInteger(value) && Number(value) >= least;
}

/**
 * @param {() => void} onChange
 * @returns {Fate}
 */
function createFate(onChange) {
  /** @type {Fate["outcome"]} */
  let outcome = "not_sent";
  return {
    attempts: 0,
    get outcome() {
      return outcome;
    },
    set outcome(now) {
      outcome = now;
      onChange();
    },
  };
}

/** Ends a message that is not on its way. @param {Sending} sending */
function letGo({ fate, controller }) {
  if (fate.outcome !== "unknown") controller.abort();
}

/**
 * @param {number} index
 * @param {Sending} sending
 * @param {() => Promise<any>} send
 * @returns {Promise<Result | undefined>} Undefined: it was let go of, and nothing was sent.
 */
async function resultOf(index, { fate, controller: { signal } }, send) {
  try {
    const id = (await send())?.id;
    return typeof id === "string" ? { index, status: "sent", id } : { index, status: "sent" };
  } catch (reason) {
    const error = /** @type {any} */ (reason);
    if (signal.aborted && Object.is(error, signal.reason)) {
      return fate.outcome === "unknown" ? { index, status: "unknown", error } : undefined;
    }
    if (isValidationError(reason)) return { index, status: "invalid", error, issues: error.issues };
    const outcome = isInteraktError(error) ? error.outcome : fate.outcome;
    return { index, status: outcome === "unknown" ? "unknown" : "failed", error };
  }
}

/**
 * How far a run is.
 *
 * @param {Counts} counts
 * @param {number | undefined} total
 * @param {number} ms Since the run began.
 * @returns {import("../types/bulk.js").BulkProgress}
 */
export function progressOf(counts, total, ms) {
  const { done } = counts;
  if (!(ms > 0 && done > 0)) return { ...counts, total, ratePerMinute: 0 };
  const ratePerMinute = (done / ms) * 60_000;
  if (total === undefined) return { ...counts, ratePerMinute };
  const remainingMs = Math.ceil((Math.max(0, total - done) * ms) / done);
  return { ...counts, total, ratePerMinute, remainingMs };
}

/** @param {() => unknown} work Whose failure nobody wants to hear of. */
async function quietly(work) {
  try {
    await work();
  } catch {}
}
