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
 * Headers as an object, pairs or a `Headers`. A header whose value is `undefined` is left out; a
 * repeated one is sent with all its values.
 *
 * @example { "x-request-id": "order-1042" }
 */
export type HeaderOptions =
  | Headers
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | undefined>>;

/** How often a call is attempted, and for how long. */
export interface RetryOptions {
  /**
   * Milliseconds for one attempt: connection, headers and body. `Infinity` means no limit.
   *
   * Default: `30000`.
   */
  timeoutMs?: number | undefined;
  /**
   * Milliseconds for a whole call: all attempts, plus waiting for a turn and between attempts.
   *
   * Default: `Infinity`.
   */
  totalTimeoutMs?: number | undefined;
  /**
   * How many times, at most, a request is sent again after a temporary failure. By default, a request
   * is only repeated when Interakt refused it (429) or when repeating it changes nothing (reads and
   * `trackUser`); see also `retryUnknownOutcome`.
   *
   * Default: `2`.
   */
  maxRetries?: number | undefined;
  /**
   * The longest wait before another attempt, in milliseconds, whatever `Retry-After` says. With a
   * `plan` or a `limiter`, the client's value also bounds how long a 429 makes all requests wait; the
   * value of a single call cannot shorten that.
   *
   * Default: `60000`.
   */
  maxRetryAfterMs?: number | undefined;
  /**
   * Also repeat a request that may already have been carried out: after a timeout, a broken connection
   * or a 5xx. Interakt has no idempotency key, so **a customer may get the message twice**.
   *
   * Default: `false`.
   */
  retryUnknownOutcome?: boolean | undefined;
  /**
   * The most bytes of an answer that are read, after decompression.
   *
   * Default: `10485760` (10 MiB).
   */
  maxResponseBytes?: number | undefined;
}

/**
 * Common to all hook events. Never contains the key, and nothing of the input except what Interakt's
 * own message in `error` repeats.
 */
export interface HookEvent {
  /** The operation being called. */
  readonly operation: OperationName;
  /** The request's HTTP method. */
  readonly method: "GET" | "POST";
  /** The path as documented, with placeholders such as `{phoneNumber}` in place of values. */
  readonly path: string;
}

/** An attempt is about to be sent. */
export interface RequestEvent extends HookEvent {
  /** Which attempt of the call this is, from 1. */
  readonly attempt: number;
}

/** An answer has arrived, whatever it says. */
export interface ResponseEvent extends RequestEvent {
  /** The answer's HTTP status. */
  readonly status: number;
  /** Milliseconds from sending the request to the end of the body. */
  readonly durationMs: number;
  /** Milliseconds that a refusal asks to wait, if it does. */
  readonly retryAfterMs?: number | undefined;
}

/** An attempt has failed, and another will follow. */
export interface RetryEvent extends RequestEvent {
  /** Milliseconds until the next attempt. */
  readonly delayMs: number;
  /** The failure, as returned by the error's `toJSON()`. */
  readonly error: ReturnType<InteraktError["toJSON"]>;
}

/** A request is waiting for its turn, or Interakt refused one with 429. */
export interface RateLimitEvent extends HookEvent {
  /** `"paced"`: the request waits for its turn. `"refused"`: Interakt answered 429. */
  readonly reason: "paced" | "refused";
  /** How long the wait will be, in milliseconds. */
  readonly waitMs: number;
}

/** An input with warnings is about to be sent. */
export interface WarningEvent extends HookEvent {
  /** At least one. Each has a `code`, a `path` of the input's keys, and a message without its values. */
  readonly warnings: readonly Issue[];
}

/**
 * Functions called as things happen. Their return values are not awaited, and errors they throw do not
 * affect the call.
 */
export interface Hooks {
  /** Called before each attempt. */
  onRequest?: ((event: RequestEvent) => unknown) | undefined;
  /** Called when an answer has arrived completely, whatever its status. */
  onResponse?: ((event: ResponseEvent) => unknown) | undefined;
  /** Called after a failed attempt that will be followed by another. */
  onRetry?: ((event: RetryEvent) => unknown) | undefined;
  /** Called when a request has to wait for its turn, or is refused with 429. */
  onRateLimit?: ((event: RateLimitEvent) => unknown) | undefined;
  /** Called once per call, before its first attempt. `withResponse()` returns the same warnings. */
  onWarning?: ((event: WarningEvent) => unknown) | undefined;
}

/** Options for a client. */
export interface InteraktOptions extends BuildOptions, RetryOptions, BookOptions, Hooks {
  /**
   * Called in place of the global `fetch`, with a single `Request`: a mock, a proxy agent, a simulator.
   * What it returns only needs `status`, `headers.get`, and `arrayBuffer` or `text`. It must not follow
   * redirects: an answer that arrived through one (`redirected`, or a different `url`) is not a success.
   *
   * Default: the global `fetch` at the time of the call.
   */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Sent with every call. `authorization` is only allowed without `apiKey`. */
  headers?: HeaderOptions | undefined;
  /**
   * Keeps this client's requests within the rate of the account's plan: they leave in order of arrival,
   * a few at once and then evenly spaced, and after a 429 all of them wait. No minute has more requests
   * than allowed, even if the system clock is changed while requests wait. Share one client: each has
   * its own count.
   *
   * Default: no limit.
   *
   * @example "growth"
   * @example { requestsPerMinute: 120 }
   */
  plan?:
    | Plan
    | {
        /** Requests per minute, for a rate that is not a plan's. */
        readonly requestsPerMinute: number;
      }
    | undefined;
  /**
   * Decides when requests may leave, in place of a `plan`. Use one that several clients share, such as
   * `durableLimiter` or `createAccount` from `interakt-wasm/edge`. If the limiter fails, the call is not
   * sent and fails with a `ConnectionError` whose code is `limiter_failed`.
   */
  limiter?: Limiter | undefined;
  /**
   * Allows the client to hold an API key in a web page or a worker of one, where everybody who opens
   * the page can read it.
   *
   * Default: `false`.
   */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/** Options for a single call. They override the client's. */
export interface CallOptions extends RetryOptions, BookOptions {
  /** Aborting it ends the call; the promise rejects with the signal's reason. */
  signal?: AbortSignal | null | undefined;
  /** Added to the client's headers; replaces those of the same name. */
  headers?: HeaderOptions | undefined;
}

/** Details of the response behind an answer. */
export interface ResponseDetails {
  /** The HTTP status. */
  readonly status: number;
  /** The response headers. */
  readonly headers: Headers;
  /** How many times the request was sent. */
  readonly attempts: number;
  /** Milliseconds the call took, including waiting. */
  readonly durationMs: number;
  /** Warnings about the input; empty if there are none. */
  readonly warnings: Issue[];
}

/** The promise returned by a call. */
export interface AnswerPromise<Answer> extends Promise<Answer> {
  /**
   * The answer together with details of the response.
   *
   * @example const { data, response } = await interakt.listUsers({}).withResponse();
   */
  withResponse(): Promise<{
    /** The same answer. */
    data: Answer;
    /** Status, headers, attempts, duration and warnings. */
    response: ResponseDetails;
  }>;
}

/** One method per operation. */
export type InteraktMethods = {
  /**
   * Sends the request, without following redirects, and resolves to the decoded answer: one that says
   * `"result": true` or, for `listTemplates`, contains the list. Any other JSON is `invalid_response`.
   * Rejects with a `ValidationError` (nothing was sent), an `ApiError`, a `ConnectionError`, a
   * `TimeoutError`, a `ConfigurationError`, or the reason of an aborted signal.
   */
  [Name in keyof OperationTypes]: (
    input: InputOf<Name>,
    options?: CallOptions,
  ) => AnswerPromise<AnswerOf<Name>>;
};

/**
 * A client that sends operations to Interakt.
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
   * Calls an operation by name. The same as the method of that name.
   *
   * @example await interakt.call("getUserById", { userId: "42" });
   */
  call<Name extends OperationName>(
    name: Name,
    input: OperationTypes[Name]["input"],
    options?: CallOptions,
  ): AnswerPromise<OperationTypes[Name]["answer"]>;
  /**
   * Sends any number of messages, a few at a time, and yields a result for each: see `SendAll`.
   *
   * @example for await (const { index, status } of interakt.sendAll(messages)) log(index, status);
   */
  sendAll: SendAll;
  /**
   * Loads all templates of the account, as a book that checks messages against them.
   *
   * @param options Applied to the request for each page.
   * @example
   * const templates = await interakt.loadTemplates();
   * await interakt.sendMessage(message, { templates, expectCategory: "utility" });
   */
  loadTemplates<Types = AnyTemplates>(options?: CallOptions): Promise<TemplateBook<Types>>;
}

/** The client's class: `new Interakt({ apiKey })`. */
export declare const Interakt: {
  /**
   * Creates a client.
   *
   * @throws {ConfigurationError} An option is invalid or unknown: neither a key nor a base URL, a key
   *   in a web page, a key with white space, both a plan and a limiter, …
   */
  new (options: InteraktOptions): Interakt;
  readonly prototype: Interakt;
};
