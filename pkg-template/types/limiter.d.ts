/** What a request that waits for its turn tells a limiter. */
export interface LimiterTurn {
  /** Ends the waiting: `acquire` is then rejected with the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told when the request has to wait, with the milliseconds that it will take about. */
  readonly onWait?: ((waitMs: number) => void) | undefined;
}

/**
 * Decides when requests may leave. A client has one by its `plan`; one that several clients share,
 * in other processes and isolates too, is given as its `limiter`.
 */
export interface Limiter {
  /**
   * Resolves when one request may leave. It is asked before each attempt. When it is rejected, the
   * request is not sent. Who does not want to wait longer ends that by the signal, and by itself
   * where the limiter looks at none.
   */
  acquire(turn: LimiterTurn): Promise<unknown>;
  /**
   * Interakt refused a request with 429: nothing is to leave for so many milliseconds. Nobody waits
   * for it, and one that fails changes nothing.
   */
  pause(waitMs: number): unknown;
}
