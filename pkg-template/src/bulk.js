/** Sends the messages of any source, a few at a time. */
import { InteraktError, isInteraktError, isValidationError } from "./errors.js";
import { tell } from "./hooks.js";
import { isListOf } from "./list.js";
import { refuse } from "./options.js";
import { reasonOf } from "./within.js";

/**
 * @typedef {import("../types/bulk.js").BulkResult} Result
 * @typedef {import("../types/bulk.js").BulkCounts} Counts
 * @typedef {import("../types/bulk.js").BulkPosition} Position
 * @typedef {import("./call.js").Fate} Fate
 * @typedef {{ index: number, status?: undefined, fate: Fate, controller: AbortController }} Sending
 *
 * @typedef {{ index: number, line?: number, key?: string }} Place Line and key: of a row.
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
  // `again`: started, here or in an earlier run, and surely not sent. `unknown`: an earlier run may
  // have sent them, and here they are only told of.
  // `ahead`: so many that come first are told of as well.
  const read = readOptions(messages, options);
  const { open, concurrency, first, again, unknown } = read;
  let { ahead, total } = read;
  /** @type {Counts} */
  const counts = { done: 0, sent: 0, invalid: 0, failed: 0, unknown: 0 };
  /** @type {Set<Sending>} */
  const underWay = new Set();
  /** Results that nobody has taken yet. @type {Result[]} */
  const ready = [];
  /** Results that nobody will take. @type {Result[]} */
  const unreported = [];
  /** @type {AsyncIterator<unknown> | undefined} */
  let source;
  /** The index of the message that the source gives next; of rows, the least that it can have. */
  let next = 0;
  let pulling = false;
  /** The source is running: it cannot be closed from within. */
  let inSource = false;
  /** 1 while the loop works on a result: until it asks for the next, nothing takes its place. */
  let handed = 0;
  /** Nothing more is taken from the source. */
  let closed = false;
  /** The run ends early: what waits to leave is let go of. */
  let stopped = false;
  /** What the iteration throws at its end. @type {{ reason: unknown } | undefined} */
  let failure;
  /** @type {Promise<unknown> | undefined} */
  let closing;
  let start = 0;
  let wake = () => {};

  /** @returns {Promise<void>} */
  const change = () =>
    new Promise((resolve) => {
      wake = resolve;
    });

  const notTaken = () => underWay.size + ready.length;

  function changed() {
    if (closed && underWay.size === 0) signal?.removeEventListener("abort", abort);
    wake();
  }

  /** Takes messages, one at a time, while there is room for what becomes of them. */
  async function pull() {
    if (pulling) return;
    pulling = true;
    while (!closed && notTaken() + handed < concurrency) {
      try {
        inSource = true;
        source ??= open();
        const item = closed || source.next();
        inSource = false;
        if (closed) close();
        const { done, value } = /** @type {IteratorResult<unknown>} */ (await item);
        // A message that comes after the run was stopped counts as never started.
        if (closed) break;
        if (done) {
          closed = true;
          ahead = 0;
        } else {
          const [place, message] = placed(value, next);
          const { index } = place;
          next = index + 1;
          const isNew = index >= first;
          if (unknown.delete(index) || (isNew && ahead > 0)) {
            if (isNew) ahead -= 1;
            report({ ...place, status: "unknown", error: interrupted(), warnings: [] });
          } else if (isNew || again.has(index)) deliver(place, message);
          else if (total) total -= 1;
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
   * @param {Place} place
   * @param {unknown} message
   */
  async function deliver(place, message) {
    const { index } = place;
    again.delete(index);
    /** @type {Sending} */
    const sending = {
      index,
      controller: new AbortController(),
      fate: createFate(() => {
        // A moment later, since a refusal may be final and then ends the call by itself.
        if (stopped) queueMicrotask(() => letGo(sending));
      }),
    };
    underWay.add(sending);
    const result = await resultOf(place, sending, () => {
      return send(message, sending.fate, { signal: sending.controller.signal });
    });
    underWay.delete(sending);
    if (result) {
      report(result);
    } else {
      again.add(index);
      changed();
    }
  }

  /** @param {Result} result */
  function report(result) {
    ready.push(result);
    counts.done += 1;
    counts[result.status] += 1;
    tell("onProgress", onProgress, progressOf(counts, total, clock() - start));
    changed();
  }

  function close() {
    // That it fails nobody wants to hear of.
    if (!inSource) closing = (async () => source?.return?.())().catch(() => {});
  }

  function stop() {
    stopped = true;
    underWay.forEach(letGo);
    if (!closed) close();
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
      while (!closed || notTaken() > 0) {
        const soon = change();
        pull();
        const result = ready.shift();
        if (result) {
          handed = 1;
          yield result;
          handed = 0;
        } else {
          await soon;
        }
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

  /**
   * What is sent before the loop asks for the result after the next is told as unknown already:
   * so this may be kept before it is, and a run that is killed meanwhile has sent nothing else.
   *
   * @returns {Position}
   */
  function position() {
    const mayBeSent = new Set(unknown);
    const notSent = new Set(again);
    for (const { index, status } of [...underWay, ...ready]) {
      (status === "invalid" || status === "failed" ? notSent : mayBeSent).add(index);
    }
    const room = closed ? 0 : concurrency - notTaken();
    const earlier = inOrder(again).slice(0, room);
    for (const coming of earlier) {
      notSent.delete(coming);
      mayBeSent.add(coming);
    }
    const coming = Math.max(ahead, room - earlier.length);
    return {
      index: Math.max(next, first),
      again: inOrder(notSent),
      unknown: inOrder(mayBeSent),
      ...(coming > 0 && { ahead: coming }),
    };
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
      return { ...counts, resumeFrom: position(), unreported: [...unreported] };
    },
  };
}

/**
 * @param {any} messages
 * @param {Options} options
 */
function readOptions(messages, { concurrency = 10, onProgress, resumeFrom = 0, total }) {
  const open = messages?.[Symbol.asyncIterator] ?? messages?.[Symbol.iterator];
  if (typeof open !== "function" || typeof messages === "string") {
    refuse("messages must be an iterable, such as an array, or an async iterable.");
  }
  if (!isWhole(concurrency, 1)) refuse("concurrency must be a whole number, 1 or more.");
  if (onProgress !== undefined && typeof onProgress !== "function") {
    refuse("onProgress must be a function.");
  }
  if (total !== undefined && !isWhole(total)) refuse("total must be a whole number, 0 or more.");
  const {
    index,
    again = [],
    unknown = [],
    ahead = 0,
  } = /** @type {Position} */ (
    typeof resumeFrom === "object" && resumeFrom ? resumeFrom : { index: resumeFrom }
  );
  const isEarlier = (/** @type {unknown} */ other) => isWhole(other) && other < index;
  const areEarlier = [again, unknown].every((list) => isListOf(list, isEarlier));
  if (!isWhole(index) || !isWhole(ahead) || !areEarlier) {
    // Who has kept nothing yet may well have null, and who has lost it as well.
    refuse("resumeFrom must be the position that a summary told, or an index, such as 0.");
  }
  const notSent = new Set(again);
  const mayBeSent = new Set(unknown);
  for (const other of mayBeSent) notSent.delete(other);
  const all = total ?? messages.length ?? messages.size;
  return {
    /** @returns {AsyncIterator<unknown>} Or an iterator, whose results can be awaited as well. */
    open: () => open.call(messages),
    concurrency,
    first: index,
    again: notSent,
    unknown: mayBeSent,
    ahead,
    // Less by each that is passed over.
    total: isWhole(all) ? all : undefined,
  };
}

/**
 * A message, and where its source has it.
 *
 * @param {any} value A message, or a row that holds one.
 * @param {number} next
 * @returns {[place: Place, message: unknown]}
 */
function placed(value, next) {
  if (!value?.["~row"]) return [{ index: next }, value];
  const { index, line, key, input } = value;
  // What was sent could not be told by a position.
  if (index < next) refuse("rows must come in the order of their file.");
  return [{ index, line, key }, input];
}

/**
 * @param {unknown} value
 * @param {number} [least]
 * @returns {value is number}
 */
function isWhole(value, least = 0) {
  return Number.isSafeInteger(value) && Number(value) >= least;
}

/** @param {Set<number>} indexes */
const inOrder = (indexes) => [...indexes].sort((a, b) => a - b);

const interrupted = () =>
  new InteraktError({
    code: "interrupted",
    message: "An earlier run ended while this message was under way: it may have been sent.",
    outcome: "unknown",
  });

/**
 * @param {() => void} onChange
 * @returns {Fate}
 */
function createFate(onChange) {
  /** @type {Fate["outcome"]} */
  let outcome = "not_sent";
  return {
    attempts: 0,
    warnings: [],
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
 * @param {Place} place
 * @param {Sending} sending
 * @param {() => Promise<any>} send
 * @returns {Promise<Result | undefined>} Undefined: it was let go of, and nothing was sent.
 */
async function resultOf(place, { fate, controller: { signal } }, send) {
  try {
    const id = (await send())?.id;
    const { warnings } = fate;
    return { ...place, status: "sent", ...(typeof id === "string" && { id }), warnings };
  } catch (reason) {
    const error = /** @type {any} */ (reason);
    const { warnings } = fate;
    if (signal.aborted && Object.is(error, signal.reason)) {
      return fate.outcome === "unknown"
        ? { ...place, status: "unknown", error, warnings }
        : undefined;
    }
    if (isValidationError(reason)) {
      return { ...place, status: "invalid", error, issues: error.issues, warnings: error.warnings };
    }
    const outcome = isInteraktError(error) ? error.outcome : fate.outcome;
    return { ...place, status: outcome === "unknown" ? "unknown" : "failed", error, warnings };
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
  const ratePerMinute = ms > 0 ? (done / ms) * 60_000 : 0;
  const progress = { ...counts, total, ratePerMinute };
  if (total === undefined || ratePerMinute === 0) return progress;
  return { ...progress, remainingMs: Math.ceil((Math.max(0, total - done) * ms) / done) };
}
