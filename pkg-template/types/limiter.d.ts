/** What a request passes to a limiter when it asks for its turn. */
export interface LimiterTurn {
  /** Aborting it ends the wait: `acquire` then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called if the request has to wait, with roughly how many milliseconds that takes. */
  readonly onWait?: ((waitMs: number) => void) | undefined;
}

/**
 * Decides when requests may leave. A client has its own if it has a `plan`; a limiter shared by several
 * clients, even across processes and isolates, is passed as `limiter`.
 */
export interface Limiter {
  /**
   * Resolves when one request may leave. Called before each attempt. If it rejects, the request is not
   * sent. A caller that no longer wants to wait aborts the signal, and stops waiting even if the limiter
   * ignores it.
   */
  acquire(turn: LimiterTurn): Promise<unknown>;
  /**
   * Called when Interakt refused a request with 429: nothing should leave for this many milliseconds.
   * The result is not awaited, and a failure has no effect.
   */
  pause(waitMs: number): unknown;
}
