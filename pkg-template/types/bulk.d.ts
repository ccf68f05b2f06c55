import type { CallOptions } from "./client.js";
import type { InteraktError, ValidationError } from "./errors.js";
import type { Issue } from "./issue.js";
import type { ReadyRow, ReadyRows } from "./rows.js";
import type { OperationName } from "./types.js";
import type { InputOf } from "./validator.js";

/** How many messages are sent. Those of `CallOptions` go for each of them. */
export interface BulkOptions<Name extends OperationName = "sendMessage"> extends CallOptions {
  /**
   * Which operation sends them.
   *
   * Default: `"sendMessage"`.
   */
  operation?: Name | undefined;
  /**
   * How many messages are under way, or done and not yet taken, at most. The one whose result the
   * loop is working on counts too. It is also how many at most are `"unknown"` after a kill.
   *
   * Default: `10`.
   */
  concurrency?: number | undefined;
  /**
   * Ends the run when it is aborted. Nothing more is taken from the source, and what waits to
   * leave is not sent any more: its indexes go into the position's `again`. What may have gone out
   * is reported as `"unknown"`, with the signal's reason as `error`. When all is reported, the loop
   * throws the signal's own reason.
   */
  signal?: AbortSignal | null | undefined;
  /**
   * Where an earlier run over the same messages stopped: its `summary.resumeFrom`, or the index to
   * begin with. Messages that were reported then are taken from the source and passed over; those
   * in its `unknown`, and as many from `index` on as its `ahead` says, are reported as `"unknown"`
   * and not sent. `null` is refused: a position that was lost would send everything again.
   *
   * Default: `0`.
   */
  resumeFrom?: BulkPosition | number | undefined;
  /**
   * How many messages the source has, for `onProgress`. Not needed where the source says so itself
   * with `length` or `size`, as the rows of a file do that was checked before.
   */
  total?: number | undefined;
  /** Told after each result. What it throws or is rejected with changes nothing for the run. */
  onProgress?: ((progress: BulkProgress) => unknown) | undefined;
}

/** Which message it was. */
export interface BulkPlace {
  /** Its place in the whole source, counted from 0; that of a row among all rows of its file. */
  readonly index: number;
  /** The line of its file, counted from 1: of a row of `checkRows(…).ready()`. */
  readonly line?: number;
  /** The row's own key, the same in each run: see `ReadyRow`. */
  readonly key?: string;
}

/**
 * What became of a message. `warnings` is what is worth knowing of it, and empty when there is
 * nothing.
 */
export type BulkResult =
  /** Interakt accepted it. `id` is what webhooks name again, where the operation answers one. */
  | (BulkPlace & {
      readonly status: "sent";
      readonly id?: string;
      readonly warnings: Issue[];
    })
  /** It was not sent: it would have failed. */
  | (BulkPlace & {
      readonly status: "invalid";
      readonly issues: Issue[];
      readonly error: ValidationError;
      readonly warnings: Issue[];
    })
  /** It was not sent, or Interakt refused it. */
  | (BulkPlace & {
      readonly status: "failed";
      readonly error: InteraktError;
      readonly warnings: Issue[];
    })
  /**
   * It may have been sent: look before sending it again. `error` is an `InteraktError`, or the
   * reason of the signal that was aborted. Its `code` is `interrupted` where an earlier run ended
   * while the message was under way.
   */
  | (BulkPlace & {
      readonly status: "unknown";
      readonly error: unknown;
      readonly warnings: Issue[];
    });

/** How many results there are, those included that nobody has taken. */
export interface BulkCounts {
  /** All of the following together. */
  done: number;
  sent: number;
  invalid: number;
  failed: number;
  unknown: number;
}

/**
 * Where a run is. Plain data: it survives JSON. What it does not name was reported.
 *
 * It holds until the loop asks for the result after the next: what may be sent before that is in
 * `unknown` or counted in `ahead` already. So a run that is killed has sent nothing that its last
 * position does not tell, if one was kept before the loop and one with each result, before the next
 * is asked for.
 *
 * With the rows of a file it counts all of its rows, refused ones too. One without `ahead`, as a run
 * tells when it has ended, also holds when cells of refused rows are mended since, if each row stays
 * one row: what is before `index` does not leave again. One with `ahead` holds for the same rows that
 * are ready: the same file, options, book and `seen`. So go on after a kill before you mend.
 */
export interface BulkPosition {
  /** From here on, nothing was started when the position was told. */
  readonly index: number;
  /** Earlier messages that were surely not sent, in order: another run sends them. */
  readonly again: readonly number[];
  /**
   * Earlier messages that may have been sent, in order: another run reports them and does not send
   * them. To have one sent again, move its index to `again`.
   */
  readonly unknown: readonly number[];
  /**
   * As many of those that come first from `index` on may have been sent since, before another
   * position could be kept: another run reports them as `"unknown"` and does not send them. Not
   * there where it is 0.
   */
  readonly ahead?: number;
}

/** How far a run is. Only of this run: what `resumeFrom` passes over counts nowhere. */
export interface BulkProgress extends BulkCounts {
  /**
   * How many messages this run has to do, where that is known. What `resumeFrom` passes over counts
   * until the run has come to it.
   */
  readonly total?: number | undefined;
  /** Results a minute, on average since the run began. 0 while no time has passed. */
  readonly ratePerMinute: number;
  /** Milliseconds until the end at this rate, where `total` is known. */
  readonly remainingMs?: number | undefined;
}

/** What became of a run. */
export interface BulkSummary extends BulkCounts {
  /**
   * Where another run over the same messages goes on, so that each is reported once and none is
   * sent twice: at every moment, before the first result too.
   */
  readonly resumeFrom: BulkPosition;
  /** Results that came when the loop had been left. `resumeFrom` takes them for reported. */
  readonly unreported: BulkResult[];
}

/** A run: the results, in the order in which they come. Nothing is sent until one is asked for. */
export interface BulkRun extends AsyncIterableIterator<BulkResult> {
  /**
   * Ends the run, as `break` in the loop does: what waits to leave is not sent any more, and what
   * has left is waited for.
   */
  return(): Promise<IteratorResult<BulkResult, undefined>>;
  /** As it is now; whole when the loop has ended, in whatever way. */
  readonly summary: BulkSummary;
}

/** The operation that the options name, whatever rows are for: those of another one are a mistake. */
type Chosen<Name extends OperationName> = [Name][Name extends unknown ? 0 : never];

/**
 * Sends all messages, a few at a time, and tells what became of each. The rows of a file are taken
 * as `checkRows` of `interakt-wasm/bulk` gives them: `sendAll(check.ready())`.
 *
 * The source is read as fast as results are taken, so memory does not grow with it. A message that
 * is invalid or fails is a result like another and stops nothing. An error of the source ends the
 * run, after what was under way has been reported.
 *
 * ```ts
 * const run = interakt.sendAll(messages, { concurrency: 20 });
 * for await (const result of run) {
 *   if (result.status === "invalid") console.error(result.index, result.issues);
 * }
 * console.log(run.summary.sent, run.summary.unknown);
 * ```
 *
 * @throws {ConfigurationError} An option cannot work or is none, or `messages` is no iterable.
 */
export type SendAll = <Name extends OperationName = "sendMessage">(
  messages:
    | Iterable<InputOf<Name> | ReadyRow<Chosen<Name>>>
    | AsyncIterable<InputOf<Name> | ReadyRow<Chosen<Name>>>
    | ReadyRows<Chosen<Name>>,
  options?: BulkOptions<Name>,
) => BulkRun;
