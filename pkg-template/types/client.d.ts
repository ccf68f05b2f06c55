import type { SendAll } from "./bulk.js";
import type { InteraktError } from "./errors.js";
import type { Issue } from "./issue.js";
import type { IterateMethods } from "./iterate.js";
import type { Limiter } from "./limiter.js";
import type { AnswerOf, BuildOptions } from "./operation.js";
import type { BookOptions, TemplateBook } from "./template-book.js";
import type { AnyTemplates } from "./template-values.js";
import type { OperationName, OperationTypes, Plan } from "./types.js";
import type { InputOf } from "./validator.js";

/**
 * Headers as an object, pairs or a `Headers`. `undefined` leaves one out; one that is repeated is
 * sent with all its values.
 */
export type HeaderOptions =
  | Headers
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | undefined>>;

/** How often and how long a call is tried. */
export interface RetryOptions {
  /**
   * Milliseconds for one attempt: connection, headers and body. `Infinity` for no limit.
   *
   * Default: `30000`.
   */
  timeoutMs?: number | undefined;
  /**
   * Milliseconds for a whole call: every attempt, and the waiting for a turn and between attempts.
   *
   * Default: `Infinity`.
   */
  totalTimeoutMs?: number | undefined;
  /**
   * How often a request goes out again after a failure that passes, at most. By itself a request
   * only goes out again when Interakt refused it (429) or when doing it twice changes nothing
   * (reads and `trackUser`); see also `retryUnknownOutcome`.
   *
   * Default: `2`.
   */
  maxRetries?: number | undefined;
  /**
   * Milliseconds that the wait before another attempt takes at most, whatever `Retry-After` says.
   * With a `plan` or a `limiter` the client's is also how long a 429 makes all requests wait at most;
   * a call's own cannot shorten that.
   *
   * Default: `60000`.
   */
  maxRetryAfterMs?: number | undefined;
  /**
   * Also send a request again that may have been carried out already: after a timeout, a broken
   * connection or a 5xx. Interakt has no idempotency key, so **a customer may get the message
   * twice**.
   *
   * Default: `false`.
   */
  retryUnknownOutcome?: boolean | undefined;
  /**
   * Bytes of an answer that are read at most, after decompression.
   *
   * Default: `10485760` (10 MiB).
   */
  maxResponseBytes?: number | undefined;
}

/**
 * What is common to all that hooks are told. Never holds the key, and nothing of the input but what
 * Interakt's own message in `error` repeats.
 */
export interface HookEvent {
  readonly operation: OperationName;
  readonly method: "GET" | "POST";
  /** The path as documented, with `{phoneNumber}` and the like in place of values. */
  readonly path: string;
}

/** An attempt is about to go out. */
export interface RequestEvent extends HookEvent {
  /** Which attempt of the call it is, from 1. */
  readonly attempt: number;
}

/** An answer has come, whatever it says. */
export interface ResponseEvent extends RequestEvent {
  readonly status: number;
  /** Milliseconds from sending to the end of the body. */
  readonly durationMs: number;
  /** Milliseconds that a refusal asks to wait, if it does. */
  readonly retryAfterMs?: number | undefined;
}

/** An attempt has failed, and another one will follow. */
export interface RetryEvent extends RequestEvent {
  /** Milliseconds until then. */
  readonly delayMs: number;
  /** The failure, as the error's `toJSON()` gives it. */
  readonly error: ReturnType<InteraktError["toJSON"]>;
}

/** A request waits for its turn (`"paced"`), or Interakt refused one with 429 (`"refused"`). */
export interface RateLimitEvent extends HookEvent {
  readonly reason: "paced" | "refused";
  /** Milliseconds. */
  readonly waitMs: number;
}

/** An input is about to be sent although something is worth knowing of it. */
export interface WarningEvent extends HookEvent {
  /** At least one. Each has a `code`, a `path` of the input's keys and a message without its values. */
  readonly warnings: readonly Issue[];
}

/**
 * Functions that are told what happens. Nobody waits for what they return, and one that throws
 * changes nothing for the call.
 */
export interface Hooks {
  onRequest?: ((event: RequestEvent) => unknown) | undefined;
  onResponse?: ((event: ResponseEvent) => unknown) | undefined;
  onRetry?: ((event: RetryEvent) => unknown) | undefined;
  onRateLimit?: ((event: RateLimitEvent) => unknown) | undefined;
  /** Once for a call, before its first attempt. What it is told, `withResponse()` gives too. */
  onWarning?: ((event: WarningEvent) => unknown) | undefined;
}

/** How a client sends. */
export interface InteraktOptions extends BuildOptions, RetryOptions, BookOptions, Hooks {
  /**
   * Called in place of the global `fetch`, with a `Request` alone: a mock, a proxy's agent, a
   * simulator. What it gives only needs `status`, `headers.get`, and `arrayBuffer` or `text`. It
   * must not follow redirects: an answer that came by one (`redirected`, another `url`) is no
   * success.
   *
   * Default: the global `fetch` of the moment.
   */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Sent with every call. `authorization` only without `apiKey`. */
  headers?: HeaderOptions | undefined;
  /**
   * Keeps the requests of this client to the rate that the account's plan allows: they leave in
   * order of arrival, a few at once and then evenly, and after a 429 all of them wait. However the
   * clock is set while requests wait, no minute has more of them. Share one client, since each has a
   * count of its own.
   *
   * Default: no limit.
   */
  plan?: Plan | { readonly requestsPerMinute: number } | undefined;
  /**
   * Says when requests may leave, in place of a `plan`: one that other clients share, such as
   * `durableLimiter` or `createAccount` of `interakt-wasm/edge`. Where it fails, the call does, as a
   * `ConnectionError` of the code `limiter_failed`, and is not sent.
   */
  limiter?: Limiter | undefined;
  /**
   * Lets the client hold a key in a web page, where everybody who opens the page can read it.
   *
   * Default: `false`.
   */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/** How one call is sent, in place of what the client says. */
export interface CallOptions extends RetryOptions, BookOptions {
  /** Ends the call when it is aborted; the promise is rejected with the signal's own reason. */
  signal?: AbortSignal | null | undefined;
  /** Besides the client's, whose place they take where the name is the same. */
  headers?: HeaderOptions | undefined;
}

/** How an answer came. */
export interface ResponseDetails {
  readonly status: number;
  readonly headers: Headers;
  /** How often the request was sent. */
  readonly attempts: number;
  /** Milliseconds that the call took, waiting included. */
  readonly durationMs: number;
  /** What is worth knowing of the input; empty when there is nothing. */
  readonly warnings: Issue[];
}

/** The promise of an answer. */
export interface AnswerPromise<Answer> extends Promise<Answer> {
  /** The same answer, and how it came. */
  withResponse(): Promise<{ data: Answer; response: ResponseDetails }>;
}

/** A method for each operation. */
export type InteraktMethods = {
  /**
   * Sends the request, without following redirects, and resolves with the decoded answer: one that
   * says `"result": true`, or for `listTemplates` has the list. Any other JSON is `invalid_response`.
   * Rejected with `ValidationError` (nothing was sent), `ApiError`, `ConnectionError`,
   * `TimeoutError`, `ConfigurationError`, or the reason of an aborted signal.
   */
  [Name in keyof OperationTypes]: (
    input: InputOf<Name>,
    options?: CallOptions,
  ) => AnswerPromise<AnswerOf<Name>>;
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
export interface Interakt extends InteraktMethods, IterateMethods {
  /**
   * An operation by its name, as the method of that name.
   *
   * @example await interakt.call("getUserById", { userId: "42" });
   */
  call<Name extends OperationName>(
    name: Name,
    input: OperationTypes[Name]["input"],
    options?: CallOptions,
  ): AnswerPromise<OperationTypes[Name]["answer"]>;
  sendAll: SendAll;
  /**
   * All templates of the account, as a book for whatever checks messages.
   *
   * @param options Those of each page.
   * @example
   * const templates = await interakt.loadTemplates();
   * await interakt.sendMessage(message, { templates, expectCategory: "utility" });
   */
  loadTemplates<Types = AnyTemplates>(options?: CallOptions): Promise<TemplateBook<Types>>;
}

export declare const Interakt: {
  /**
   * @throws {ConfigurationError} A setting cannot work: neither key nor base URL, a key in a web
   *   page, a key with white space, a plan and a limiter, an option that there is not, …
   */
  new (options: InteraktOptions): Interakt;
  readonly prototype: Interakt;
};
