/** One call: attempts, and the waiting before and between them. */
import { clock } from "./clock.js";
import { ConnectionError, TimeoutError } from "./errors.js";
import { send } from "./exchange.js";
import { inside } from "./inside.js";
import { append, send as sendText } from "./texts.js";
import { ask } from "./thrown.js";
import { limited, reasonOf, sleep } from "./within.js";

/**
 * @typedef {object} Fate What is known of a call so far.
 * @property {number} attempts How often it went out.
 * @property {import("./errors.js").Outcome} outcome
 * @property {import("./errors.js").Issue[]} warnings About the input.
 *
 * @typedef {object} Surroundings
 * @property {AbortSignal | undefined} signal The caller's.
 * @property {import("./limiter.js").Limiter | undefined} limiter
 * @property {import("./hooks.js").Tell} tell
 *
 * @typedef {import("./errors.js").InteraktError &
 *   Partial<Pick<import("./errors.js").ApiError, "attempts" | "status" | "retryAfterMs">>} Failure
 *
 * @typedef {object} Result
 * @property {any} data
 * @property {{ status: number, headers: Headers, attempts: number, durationMs: number,
 *   warnings: import("./errors.js").Issue[] }} response
 */

/**
 * Sends until there is an answer that another attempt would not better.
 *
 * @param {import("./start.js").Core} core
 * @param {import("./exchange.js").Exchange & Surroundings} exchange
 * @param {Fate} fate Kept up to date, for a caller that ends the call.
 * @returns {Promise<Result>}
 */
export function call(core, exchange, fate) {
  const { index, operation, settings, limiter } = exchange;
  const { maxRetries, maxRetryAfterMs, retryUnknownOutcome, totalTimeoutMs } = settings;
  const start = clock();
  const elapsed = () => clock() - start;
  /** @param {import("./hooks.js").HookName} hook @param {object} event */
  const tell = (hook, event) => exchange.tell(operation, hook, event);

  const late = () => {
    const message = ask(core, () => {
      const length = sendText(core, String(totalTimeoutMs));
      return core.outOfTime(index, length, append(core, length, fate.outcome));
    });
    return failed(TimeoutError, { code: "total_timeout", message });
  };

  /**
   * @param {typeof TimeoutError | typeof ConnectionError} Kind
   * @param {{ code: string, message: string, cause?: unknown }} description
   */
  const failed = (Kind, description) => {
    const { attempts, outcome } = fate;
    const error = new Kind({ ...description, operation: operation.name, outcome });
    return Object.assign(error, { attempts });
  };

  return limited(exchange.signal, totalTimeoutMs, late, async (signal) => {
    const turn = {};
    for (;;) {
      if (limiter) {
        await limiter
          .turn(turn, signal, (waitMs) => tell("onRateLimit", { reason: "paced", waitMs }))
          .catch((cause) => {
            if (signal?.aborted) throw reasonOf(signal);
            const message = "The limiter failed: see cause. This attempt was not sent.";
            throw failed(ConnectionError, { code: "limiter_failed", message, cause });
          });
      }
      const attempt = fate.attempts + 1;
      tell("onRequest", { attempt });
      if (signal?.aborted) throw reasonOf(signal);
      const earlierUnknown = fate.outcome === "unknown";
      fate.attempts = attempt;
      fate.outcome = "unknown";
      const sent = clock();
      try {
        const { data, status, headers } = await send(core, exchange, signal, earlierUnknown);
        tell("onResponse", { attempt, status, durationMs: clock() - sent });
        const { warnings } = fate;
        const durationMs = elapsed();
        return { data, response: { status, headers, attempts: attempt, durationMs, warnings } };
      } catch (error) {
        // The reason of whoever ended the call says nothing of the attempt.
        if (signal?.aborted) throw reasonOf(signal);
        const failure = /** @type {Failure} */ (error);
        fate.outcome = failure.outcome;
        // A mistake in the program, such as a fetch that gives no response.
        if (failure.attempts === undefined) throw failure;
        failure.attempts = attempt;
        const { status, retryAfterMs } = failure;
        if (status !== undefined) {
          tell("onResponse", { attempt, status, durationMs: clock() - sent, retryAfterMs });
        }
        // What the limiter holds back for longer, this call does not send sooner.
        const paused = status === 429 ? limiter : undefined;
        const mostMs = Math.max(maxRetryAfterMs, paused?.mostMs ?? 0);
        const decision = inside(() =>
          core.retry(
            index,
            status ?? -1,
            retryAfterMs ?? Number.NaN,
            attempt,
            maxRetries,
            mostMs,
            retryUnknownOutcome,
            totalTimeoutMs - elapsed(),
            Math.random(),
          ),
        );
        const again = decision >= 0;
        const waitMs = again ? decision : -1 - decision;
        const held = paused?.pause(waitMs);
        if (status === 429) {
          tell("onRateLimit", { reason: "refused", waitMs });
        }
        if (!again) throw failure;
        tell("onRetry", { attempt, delayMs: waitMs, error: failure.toJSON() });
        // A plan that waits as long knows whose turn comes first.
        if (!held) await sleep(waitMs, signal);
      }
    }
  });
}
