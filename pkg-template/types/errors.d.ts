import type { Issue } from "./issue.js";
import type { KnownApiErrorCode, OperationName } from "./types.js";

/**
 * Whether Interakt did what a call asked for: it never went out, Interakt answered that it did not
 * do it, or nobody knows, since no whole answer came. Once one attempt of a call is `"unknown"`,
 * the call stays so.
 */
export type Outcome = "not_sent" | "refused" | "unknown";

/**
 * What every error of this package is. None holds the API key, in any encoding, and none of its own
 * words repeat what was sent. Others' words may: an `ApiError`'s `message` and `body` are what the
 * server said, which often names a phone number or a value, and `cause` is what `fetch` gave.
 *
 * Guards such as `isInteraktError` also know errors of another realm or of
 * another copy of the package, where `instanceof` does not. And they know what
 * `toJSON()` gives, which is how an error is sent between threads:
 * `postMessage(error.toJSON())`. Of the error itself a clone keeps only the
 * message, and loses `code`.
 */
export declare class InteraktError extends Error {
  protected constructor();
  /** The class, kept when code is minified: `"ValidationError"`. */
  readonly name: string;
  /** Stable name of the kind of failure: `"invalid_input"`, `"window_closed"`, `"timeout"`. */
  readonly code: string;
  /** The operation's name; missing when the failure is of no operation. */
  readonly operation: OperationName | undefined;
  /** Whether Interakt did what was asked for. `"unknown"`: look there before sending it again. */
  readonly outcome: Outcome;
  /** What led to it, where there is something. */
  readonly cause?: unknown;
  /**
   * A plain object for logs and messages between threads, without `cause` and `body`. What a server
   * said stands in `message` here too. The guards take it for the error: it has the same properties,
   * but not `toJSON` itself.
   */
  toJSON(): {
    name: string;
    code: string;
    message: string;
    operation: OperationName | undefined;
    outcome: Outcome;
  };
}

/**
 * A mistake in the program: a setting that cannot work, or a call that comes too early.
 *
 * Codes: `api_key_invalid`, `api_key_missing`, `api_key_in_page`, `base_url_invalid`,
 * `header_invalid`, `option_invalid`, `request_invalid`, `request_changed` (this runtime's
 * `Request` is not what it was told to be: nothing was sent), `status_invalid`, `headers_invalid`,
 * `body_invalid`, `form_failed`, `fetch_missing`, `fetch_invalid`, `schema_target`, `not_started`,
 * `wasm_missing`, `wasm_blocked`, `wasm_not_found`, `wasm_failed`, `webhook_secret_missing`,
 * `crypto_missing`, `template_unknown`.
 */
export declare class ConfigurationError extends InteraktError {}

/**
 * A fault of the package: please report its message and its stack, without your data. The message
 * names the function that failed, never what it was given. Later calls are not affected: where the
 * WebAssembly module broke, they run a fresh instance of it, also in `/web` without another
 * `init()`. Of a client's call `outcome` says how far it had come. Code: `internal`.
 */
export declare class InternalError extends InteraktError {}

/** A webhook's body that is no JSON object. Code: `webhook_body_invalid`. */
export declare class WebhookError extends InteraktError {}

/** An input that Interakt would refuse. Nothing was sent. Code: `invalid_input`. */
export declare class ValidationError extends InteraktError {
  /** Every error of the input; the message shows the first five. */
  readonly issues: Issue[];
  /** What else is worth knowing of the input. */
  readonly warnings: Issue[];
  toJSON(): ReturnType<InteraktError["toJSON"]> & { issues: Issue[]; warnings: Issue[] };
}

/** What an `ApiError` says by number and name. Later versions may tell more. */
export interface ApiErrorDetails {
  /** What lacks values: a part of the template, or `"carousel"` for one of its cards. */
  readonly where: "header" | "body" | "button" | "carousel" | (string & {});
  /** How many values it must have. */
  readonly expected?: number;
  /** Which button or card, from 0. */
  readonly index?: number;
  /** The kind of file whose address is missing. */
  readonly media?: "image" | "video" | "document" | (string & {});
  readonly [name: string]: unknown;
}

/**
 * An answer that is no success. The message says what Interakt said, its first 300 characters, and
 * what to do.
 */
export declare class ApiError extends InteraktError {
  readonly code: KnownApiErrorCode | "repeated_page" | (string & {});
  readonly operation: OperationName;
  /** The answer's HTTP status. 0 is one that is hidden: a redirect in a browser, an opaque answer. */
  readonly status: number;
  /**
   * The answer's body: decoded when it is JSON of at most 64 KiB, otherwise the first 2,000
   * characters of its text. May hold personal data, so `toJSON()` leaves it out.
   */
  readonly body: unknown;
  /** How many milliseconds the server asks to wait (`Retry-After`), if it does. */
  readonly retryAfterMs: number | undefined;
  /** How often the request was sent. */
  readonly attempts: number;
  /** What is missing, with the code `missing_values` where Interakt says it in words that are known. */
  readonly details: ApiErrorDetails | undefined;
  toJSON(): ReturnType<InteraktError["toJSON"]> & {
    status: number;
    retryAfterMs: number | undefined;
    attempts: number;
    details?: ApiErrorDetails;
  };
}

/**
 * Status 401: the key is missing, wrong or encoded twice. With a `baseUrl` of your own that server
 * said so, perhaps for itself. Code: `unauthorized`.
 */
export declare class AuthenticationError extends ApiError {}
/**
 * Status 403: more often the plan than the key. With a `baseUrl` of your own that server said so,
 * perhaps for itself. Code: `forbidden`.
 */
export declare class PermissionError extends ApiError {}
/** Status 404. Code: `not_found`. */
export declare class NotFoundError extends ApiError {}
/** Status 429: `retryAfterMs` says how long to wait. Code: `rate_limited`. */
export declare class RateLimitError extends ApiError {}
/** Status 5xx. Code: `server_error`. */
export declare class ServerError extends ApiError {}
/**
 * More than 24 hours since the customer's last message: only templates are delivered.
 * Code: `window_closed`.
 */
export declare class WindowClosedError extends ApiError {}
/**
 * The template is not there, is of another category, or has other variables. Codes:
 * `template_not_found`, `template_category_mismatch`, `missing_values` (`details` says of what).
 */
export declare class TemplateError extends ApiError {}

/**
 * No answer, or not all of it: `cause` is what fetch gave as the reason.
 * Code: `connection_failed`.
 */
export declare class ConnectionError extends InteraktError {
  readonly operation: OperationName;
  /** How often the request was sent. */
  readonly attempts: number;
  toJSON(): ReturnType<InteraktError["toJSON"]> & { attempts: number };
}

/**
 * No complete answer within `timeoutMs` (code `timeout`), or the whole call was not over within
 * `totalTimeoutMs` (code `total_timeout`): then `outcome` says how far it had come.
 */
export declare class TimeoutError extends InteraktError {
  readonly operation: OperationName;
  /** How often the request was sent. */
  readonly attempts: number;
  toJSON(): ReturnType<InteraktError["toJSON"]> & { attempts: number };
}

export declare function isInteraktError(value: unknown): value is InteraktError;
export declare function isConfigurationError(value: unknown): value is ConfigurationError;
export declare function isInternalError(value: unknown): value is InternalError;
export declare function isWebhookError(value: unknown): value is WebhookError;
export declare function isValidationError(value: unknown): value is ValidationError;
export declare function isApiError(value: unknown): value is ApiError;
export declare function isAuthenticationError(value: unknown): value is AuthenticationError;
export declare function isPermissionError(value: unknown): value is PermissionError;
export declare function isNotFoundError(value: unknown): value is NotFoundError;
export declare function isRateLimitError(value: unknown): value is RateLimitError;
export declare function isServerError(value: unknown): value is ServerError;
export declare function isWindowClosedError(value: unknown): value is WindowClosedError;
export declare function isTemplateError(value: unknown): value is TemplateError;
export declare function isConnectionError(value: unknown): value is ConnectionError;
export declare function isTimeoutError(value: unknown): value is TimeoutError;
