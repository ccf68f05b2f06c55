import type { CallOptions } from "./client.js";
import type { InteraktError, ValidationError } from "./errors.js";
import type { Issue } from "./issue.js";
import type { ReadyRow, ReadyRows } from "./rows.js";
import type { OperationName } from "./types.js";
import type { InputOf } from "./validator.js";

/** Options for `sendAll`. Those of `CallOptions` apply to each message. */
export interface BulkOptions<Name extends OperationName = "sendMessage"> extends CallOptions {
  /**
   * The operation that sends the messages.
   *
   * Default: `"sendMessage"`.
   */
  operation?: Name | undefined;
  /**
   * The most messages in flight, or finished but not yet taken by the loop. The one whose result the
   * loop is working on counts too. After a kill, at most this many are `"unknown"`.
   *
   * Default: `10`.
   */
  concurrency?: number | undefined;
  /**
   * Aborting it ends the run. Nothing more is taken from the source, and messages that have not left
   * yet are not sent: their indexes go into `again` of the position. Messages that may have gone out
   * are reported as `"unknown"`, with the signal's reason as `error`. Once everything is reported, the
   * loop throws the signal's reason.
   */
  signal?: AbortSignal | null | undefined;
  /**
   * Where an earlier run over the same messages stopped: its `summary.resumeFrom`, or the index to
   * start at. Messages reported by that run are taken from the source and skipped; those in its
   * `unknown`, and the first `ahead` messages from `index` on, are reported as `"unknown"` and not
   * sent. `null` is refused: a lost position would send everything again.
   *
   * Default: `0`.
   */
  resumeFrom?: BulkPosition | number | undefined;
  /**
   * How many messages the source has, for `onProgress`. Not needed when the source has a `length` or
   * `size`, as the rows of a file do once it has been checked.
   */
  total?: number | undefined;
  /** Called after each result. Errors it throws, or rejects with, do not affect the run. */
  onProgress?: ((progress: BulkProgress) => unknown) | undefined;
}

/** Which message a result is about. */
export interface BulkPlace {
  /** Position in the whole source, from 0; for a row, its position among all rows of the file. */
  readonly index: number;
  /** Line in the file, from 1. Only for rows from `checkRows(…).ready()`. */
  readonly line?: number;
  /** The row's own key, the same in every run: see `ReadyRow`. */
  readonly key?: string;
}

/** The result for one message: check `status` first. */
export type BulkResult =
  | (BulkPlace & {
      /** Interakt accepted it. */
      readonly status: "sent";
      /** The message's id, which webhooks repeat. Missing if the operation's answer has none. */
      readonly id?: string;
      /** Worth knowing about the input; empty if there is nothing. */
      readonly warnings: Issue[];
    })
  | (BulkPlace & {
      /** It was not sent, because Interakt would have refused it. */
      readonly status: "invalid";
      /** Every error in the input. */
      readonly issues: Issue[];
      /** The error with these issues, for code that handles errors in one place. */
      readonly error: ValidationError;
      /** Worth knowing besides the errors; empty if there is nothing. */
      readonly warnings: Issue[];
    })
  | (BulkPlace & {
      /** It was not sent, or Interakt refused it. */
      readonly status: "failed";
      /** Why. Its `outcome` is `"not_sent"` or `"refused"`. */
      readonly error: InteraktError;
      /** Worth knowing about the input; empty if there is nothing. */
      readonly warnings: Issue[];
    })
  | (BulkPlace & {
      /** It may have been sent: check before you send it again. */
      readonly status: "unknown";
      /**
       * An `InteraktError`, or the reason of the aborted signal. Its `code` is `interrupted` if an
       * earlier run ended while the message was in flight.
       */
      readonly error: unknown;
      /** Worth knowing about the input; empty if there is nothing. */
      readonly warnings: Issue[];
    });

/** How many results there are, including those not yet taken by the loop. */
export interface BulkCounts {
  /** The sum of the four below. */
  done: number;
  /** Messages that Interakt accepted. */
  sent: number;
  /** Messages that were not sent because their input has errors. */
  invalid: number;
  /** Messages that were not sent for another reason, or that Interakt refused. */
  failed: number;
  /** Messages that may have been sent. */
  unknown: number;
}

/**
 * Where a run is. Plain data that survives JSON. Messages it does not mention have been reported.
 *
 * A position is valid until the loop asks for the result after next: messages that may be sent before
 * then are already in `unknown` or counted in `ahead`. So if you save one position before the loop and
 * one with each result before asking for the next, a killed run has sent nothing that the last saved
 * position does not account for.
 *
 * For the rows of a file, it counts all rows, refused ones too. A position without `ahead`, as left by
 * a run that has ended, stays valid when cells of refused rows are corrected afterwards, provided that
 * each row stays one row: nothing before `index` is sent again. A position with `ahead` is valid only
 * for the same ready rows: the same file, options, book and `seen`. So after a kill, resume first and
 * correct the file later.
 */
export interface BulkPosition {
  /** From this index on, nothing had been started when the position was taken. */
  readonly index: number;
  /** Earlier messages that were definitely not sent, in order. The next run sends them. */
  readonly again: readonly number[];
  /**
   * Earlier messages that may have been sent, in order. The next run reports them and does not send
   * them. To have one sent again, move its index to `again`.
   */
  readonly unknown: readonly number[];
  /**
   * How many messages from `index` on may have been sent since, before another position could be
   * saved. The next run reports them as `"unknown"` and does not send them. Missing if 0.
   */
  readonly ahead?: number;
}

/** How far this run is. Messages skipped by `resumeFrom` are not counted. */
export interface BulkProgress extends BulkCounts {
  /**
   * How many messages this run has to process, if known. Messages skipped by `resumeFrom` are included
   * until the run has passed them.
   */
  readonly total?: number | undefined;
  /** Results per minute, on average since the run began. 0 while no time has passed. */
  readonly ratePerMinute: number;
  /** Milliseconds left at this rate, if `total` is known. */
  readonly remainingMs?: number | undefined;
}

/** The outcome of a run. */
export interface BulkSummary extends BulkCounts {
  /**
   * Where the next run over the same messages continues, so that each is reported once and none is
   * sent twice. Available at any time, even before the first result.
   */
  readonly resumeFrom: BulkPosition;
  /** Results that arrived after the loop was left. `resumeFrom` treats them as reported. */
  readonly unreported: BulkResult[];
}

/** A run: yields results in the order in which they arrive. Sends nothing until one is requested. */
export interface BulkRun extends AsyncIterableIterator<BulkResult> {
  /**
   * Ends the run, as `break` in the loop does: messages that have not left yet are not sent, and those
   * in flight are awaited.
   */
  return(): Promise<IteratorResult<BulkResult, undefined>>;
  /** The current state; final once the loop has ended, in whatever way. */
  readonly summary: BulkSummary;
}

/** The operation that the options name. Rows for a different operation are a type error. */
type Chosen<Name extends OperationName> = [Name][Name extends unknown ? 0 : never];

/**
 * Sends all messages, a few at a time, and yields a result for each. Rows of a file come from
 * `checkRows` in `interakt-wasm/bulk`: `sendAll(check.ready())`.
 *
 * The source is read only as fast as results are taken, so memory does not grow with it. A message
 * that is invalid or fails is a result like any other and stops nothing. An error thrown by the source
 * ends the run once everything in flight has been reported.
 *
 * ```ts
 * const run = interakt.sendAll(messages, { concurrency: 20 });
 * for await (const result of run) {
 *   if (result.status === "invalid") console.error(result.index, result.issues);
 * }
 * console.log(run.summary.sent, run.summary.unknown);
 * ```
 *
 * @throws {ConfigurationError} An option is invalid or unknown, or `messages` is not iterable.
 */
export type SendAll = <Name extends OperationName = "sendMessage">(
  messages:
    | Iterable<InputOf<Name> | ReadyRow<Chosen<Name>>>
    | AsyncIterable<InputOf<Name> | ReadyRow<Chosen<Name>>>
    | ReadyRows<Chosen<Name>>,
  options?: BulkOptions<Name>,
) => BulkRun;
