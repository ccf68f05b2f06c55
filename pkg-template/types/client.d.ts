import type { AnswerOf, BuildOptions, InputOf } from "./operation.js";
import type { OperationTypes } from "./types.js";

/** Headers as an object, pairs or a `Headers`. `undefined` leaves one out. */
export type HeaderOptions =
  | Headers
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | undefined>>;

/** How a client sends. */
export interface InteraktOptions extends BuildOptions {
  /**
   * Called in place of the global `fetch`, with a `Request` alone: a mock, a proxy's agent, a
   * simulator. What it gives only needs `status`, `headers.get`, and `arrayBuffer` or `text`.
   *
   * Default: the global `fetch` of the moment.
   */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /**
   * Milliseconds for a whole call: connection, headers and body. `Infinity` for no limit.
   *
   * Default: `30000`.
   */
  timeoutMs?: number | undefined;
  /** Sent with every call. `authorization` only without `apiKey`. */
  headers?: HeaderOptions | undefined;
  /**
   * Lets the client hold a key in a web page, where everybody who opens the page can read it.
   *
   * Default: `false`.
   */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/** How one call is sent. */
export interface CallOptions {
  /** Ends the call when it is aborted; the promise is rejected with the signal's own reason. */
  signal?: AbortSignal | null | undefined;
  /** In place of the client's. */
  timeoutMs?: number | undefined;
  /** Besides the client's, before which they go. */
  headers?: HeaderOptions | undefined;
}

/** A method for each operation. */
export type InteraktMethods = {
  /**
   * Sends the request once, without following redirects, and resolves with the decoded answer.
   * Rejected with `ValidationError` (nothing was sent), `ApiError`, `ConnectionError`,
   * `TimeoutError`, `ConfigurationError`, or the reason of an aborted signal.
   */
  [Name in keyof OperationTypes]: (
    input: InputOf<Name>,
    options?: CallOptions,
  ) => Promise<AnswerOf<Name>>;
};

/**
 * Sends operations.
 *
 * ```ts
 * const interakt = new Interakt({ apiKey: process.env.INTERAKT_API_KEY });
 * const { id } = await interakt.sendMessage({
 *   countryCode: "+91", phoneNumber: "9999999999", type: "Text", data: { message: "Hi" },
 * });
 * ```
 */
export interface Interakt extends InteraktMethods {}

export declare const Interakt: {
  /**
   * @throws {ConfigurationError} A setting cannot work: neither key nor base URL, a key in a web
   *   page, a key with white space, …
   */
  new (options: InteraktOptions): Interakt;
  readonly prototype: Interakt;
};
