import type { Issue } from "./issue.js";
import type { KnownApiErrorCode, OperationName } from "./types.js";

/**
 * Whether Interakt carried out a call.
 *
 * - `"not_sent"`: the request never went out.
 * - `"refused"`: Interakt answered that it did not carry it out.
 * - `"unknown"`: nobody knows, because no complete answer arrived. Once one attempt of a call is
 *   `"unknown"`, the call stays so.
 */
export type Outcome = "not_sent" | "refused" | "unknown";

/**
 * The base class of all errors of this package. None contains the API key, in any form that `withoutKey`
 * finds, and the package's own messages never repeat what was sent. Words from elsewhere may: an `ApiError`'s `message`
 * and `body` are what the server said, which often includes a phone number or a value, and `cause` is
 * what `fetch` reported.
 *
 * Guards such as `isInteraktError` also recognize errors from another realm or another copy of the
 * package, where `instanceof` fails, and the result of `toJSON()`. Use that to send an error between
 * threads, `postMessage(error.toJSON())`: a cloned error keeps only its message and loses its `code`.
 */
export declare class InteraktError extends Error {
  protected constructor();
  /** The name of the class, even in minified code: `"ValidationError"`. */
  readonly name: string;
  /** A stable name for the kind of failure: `"invalid_input"`, `"window_closed"`, `"timeout"`. */
  readonly code: string;
  /** The operation's name; `undefined` if the failure belongs to no operation. */
  readonly operation: OperationName | undefined;
  /** Whether Interakt carried the call out. If `"unknown"`, check there before sending it again. */
  readonly outcome: Outcome;
  /** The error that led to this one, if any. */
  readonly cause?: unknown;
  /**
   * A plain object for logs and for messages between threads, without `cause` and `body`. `message` still
   * includes what a server said. The guards accept it in place of the error.
   */
  toJSON(): {
    /** The name of the class. */
    name: string;
    /** A stable name for the kind of failure. */
    code: string;
    /** The error's message. */
    message: string;
    /** The operation's name, if the failure belongs to one. */
    operation: OperationName | undefined;
    /** Whether Interakt carried the call out. */
    outcome: Outcome;
  };
}

/**
 * A mistake in the program: an invalid setting, or a call made too early.
 *
 * Codes: `api_key_invalid`, `api_key_missing`, `api_key_in_page`, `base_url_invalid`,
 * `header_invalid`, `option_invalid`, `request_invalid`, `request_changed` (this runtime's
 * `Request` differs from what it was made from: nothing was sent), `status_invalid`, `headers_invalid`,
 * `body_invalid`, `form_failed`, `fetch_missing`, `fetch_invalid`, `schema_target`, `not_started`,
 * `wasm_missing`, `wasm_blocked`, `wasm_not_found`, `wasm_failed`, `webhook_secret_missing`,
 * `crypto_missing`, `template_unknown`.
 */
export declare class ConfigurationError extends InteraktError {}

/**
 * A fault of the package. Please report its message and stack, without your data: the message names
 * the function that failed, never what it was given. Later calls are not affected: if the
 * WebAssembly module broke, they run a fresh instance, without another `init()`. `outcome` is
 * `"not_sent"` if a client's request had not left yet, and otherwise `"unknown"`, or `"refused"` if
 * Interakt had already said so. Code: `internal`.
 *
 * @example
 * try {
 *   await interakt.sendMessage(message);
 * } catch (error) {
 *   if (isInternalError(error)) report(error.message, error.stack);
 * }
 */
export declare class InternalError extends InteraktError {}

/** A webhook's body that is not a JSON object. Code: `webhook_body_invalid`. */
export declare class WebhookError extends InteraktError {}

/** An input that Interakt would refuse. Nothing was sent. Code: `invalid_input`. */
export declare class ValidationError extends InteraktError {
  /** Every error in the input; the message shows the first five. */
  readonly issues: Issue[];
  /** Warnings about the input, besides the errors. */
  readonly warnings: Issue[];
  toJSON(): ReturnType<InteraktError["toJSON"]> & {
    /** Every error in the input. */
    issues: Issue[];
    /** Warnings about the input, besides the errors. */
    warnings: Issue[];
  };
}

/** Details of an `ApiError`, as data. Later versions may add more. */
export interface ApiErrorDetails {
  /** Where values are missing: a part of the template, or `"carousel"` for one of its cards. */
  readonly where: "header" | "body" | "button" | "carousel" | (string & {});
  /** How many values are needed there. */
  readonly expected?: number;
  /** Which button or card, from 0. */
  readonly index?: number;
  /** The kind of file whose address is missing. */
  readonly media?: "image" | "video" | "document" | (string & {});
  readonly [name: string]: unknown;
}

/**
 * An answer that is not a success. The message quotes Interakt's (its first 300 characters) and says
 * what to do.
 */
export declare class ApiError extends InteraktError {
  readonly code: KnownApiErrorCode | "repeated_page" | (string & {});
  readonly operation: OperationName;
  /** The answer's HTTP status. 0 if it is hidden: a redirect in a browser, an opaque response. */
  readonly status: number;
  /**
   * The answer's body: decoded if it is JSON of at most 64 KiB, otherwise the first 2,000 characters of
   * its text. It may contain personal data, so `toJSON()` leaves it out.
   */
  readonly body: unknown;
  /** Milliseconds that the server asks to wait (`Retry-After`), if it does. */
  readonly retryAfterMs: number | undefined;
  /** How many times the request was sent. */
  readonly attempts: number;
  /** With the code `missing_values`: what is missing, if Interakt says so in words that are recognized. */
  readonly details: ApiErrorDetails | undefined;
  toJSON(): ReturnType<InteraktError["toJSON"]> & {
    /** The answer's HTTP status. */
    status: number;
    /** Milliseconds that the server asks to wait, if it does. */
    retryAfterMs: number | undefined;
    /** How many times the request was sent. */
    attempts: number;
    /** What is missing, with the code `missing_values`. */
    details?: ApiErrorDetails;
  };
}

/**
 * Status 401: the key is missing, wrong or encoded twice. With your own `baseUrl`, the answer came from
 * that server, perhaps on its own account. Code: `unauthorized`.
 */
export declare class AuthenticationError extends ApiError {}
/**
 * Status 403: more often because of the plan than the key. With your own `baseUrl`, the answer came from
 * that server, perhaps on its own account. Code: `forbidden`.
 */
export declare class PermissionError extends ApiError {}
/** Status 404: there is no such thing. Code: `not_found`. */
export declare class NotFoundError extends ApiError {}
/** Status 429: too many requests. `retryAfterMs` says how long to wait. Code: `rate_limited`. */
export declare class RateLimitError extends ApiError {}
/** Status 5xx: the server failed. Code: `server_error`. */
export declare class ServerError extends ApiError {}
/**
 * More than 24 hours since the customer's last message: only templates are delivered.
 * Code: `window_closed`.
 */
export declare class WindowClosedError extends ApiError {}
/**
 * The template does not exist, has a different category, or needs other values. Codes:
 * `template_not_found`, `template_category_mismatch`, `missing_values` (`details` says which).
 */
export declare class TemplateError extends ApiError {}

/**
 * No answer, or only part of one: `cause` is the reason that `fetch` reported.
 * Code: `connection_failed`.
 */
export declare class ConnectionError extends InteraktError {
  readonly operation: OperationName;
  /** How many times the request was sent. */
  readonly attempts: number;
  toJSON(): ReturnType<InteraktError["toJSON"]> & {
    /** How many times the request was sent. */
    attempts: number;
  };
}

/**
 * No complete answer within `timeoutMs` (code `timeout`), or the whole call took longer than
 * `totalTimeoutMs` (code `total_timeout`): then `outcome` says how far it had come.
 */
export declare class TimeoutError extends InteraktError {
  readonly operation: OperationName;
  /** How many times the request was sent. */
  readonly attempts: number;
  toJSON(): ReturnType<InteraktError["toJSON"]> & {
    /** How many times the request was sent. */
    attempts: number;
  };
}

/**
 * Whether a value is an error of this package, whichever. Never throws.
 *
 * @example
 * try {
 *   await interakt.sendMessage(message);
 * } catch (error) {
 *   if (isInteraktError(error) && error.outcome === "unknown") checkBeforeSendingAgain();
 *   else throw error;
 * }
 */
export declare function isInteraktError(value: unknown): value is InteraktError;
/**
 * Whether a value is a `ConfigurationError`: a mistake in the program. Never throws.
 *
 * @example if (isConfigurationError(error)) throw error; // a mistake in the program
 */
export declare function isConfigurationError(value: unknown): value is ConfigurationError;
/**
 * Whether a value is an `InternalError`: a fault of the package. Never throws.
 *
 * @example if (isInternalError(error)) report(error.message, error.stack);
 */
export declare function isInternalError(value: unknown): value is InternalError;
/**
 * Whether a value is a `WebhookError`: a webhook body that is not a JSON object. Never throws.
 *
 * @example if (isWebhookError(error)) return new Response(null, { status: 400 });
 */
export declare function isWebhookError(value: unknown): value is WebhookError;
/**
 * Whether a value is a `ValidationError`: an input with errors, which was not sent. Never throws.
 *
 * @example if (isValidationError(error)) show(flatten(error.issues).fieldIssues);
 */
export declare function isValidationError(value: unknown): value is ValidationError;
/**
 * Whether a value is an `ApiError` or one of its subclasses: an answer that is not a success. Never
 * throws.
 *
 * @example if (isApiError(error)) console.error(error.status, error.code);
 */
export declare function isApiError(value: unknown): value is ApiError;
/**
 * Whether a value is an `AuthenticationError` (401). Never throws.
 *
 * @example if (isAuthenticationError(error)) alert("Check the API key.");
 */
export declare function isAuthenticationError(value: unknown): value is AuthenticationError;
/**
 * Whether a value is a `PermissionError` (403). Never throws.
 *
 * @example if (isPermissionError(error)) alert("Check the account's plan.");
 */
export declare function isPermissionError(value: unknown): value is PermissionError;
/**
 * Whether a value is a `NotFoundError` (404). Never throws.
 *
 * @example if (isNotFoundError(error)) return undefined; // no such customer
 */
export declare function isNotFoundError(value: unknown): value is NotFoundError;
/**
 * Whether a value is a `RateLimitError` (429). Never throws.
 *
 * @example if (isRateLimitError(error)) await sleep(error.retryAfterMs ?? 60_000);
 */
export declare function isRateLimitError(value: unknown): value is RateLimitError;
/**
 * Whether a value is a `ServerError` (5xx). Never throws.
 *
 * @example if (isServerError(error)) console.error(error.status, error.outcome);
 */
export declare function isServerError(value: unknown): value is ServerError;
/**
 * Whether a value is a `WindowClosedError`: only templates are delivered now. Never throws.
 *
 * @example if (isWindowClosedError(error)) await interakt.sendMessage(template);
 */
export declare function isWindowClosedError(value: unknown): value is WindowClosedError;
/**
 * Whether a value is a `TemplateError`. Never throws.
 *
 * @example if (isTemplateError(error)) console.error(error.code, error.details);
 */
export declare function isTemplateError(value: unknown): value is TemplateError;
/**
 * Whether a value is a `ConnectionError`: no complete answer. Never throws.
 *
 * @example if (isConnectionError(error)) console.error(error.outcome, error.cause);
 */
export declare function isConnectionError(value: unknown): value is ConnectionError;
/**
 * Whether a value is a `TimeoutError`. Never throws.
 *
 * @example if (isTimeoutError(error)) console.error(error.code, error.outcome);
 */
export declare function isTimeoutError(value: unknown): value is TimeoutError;
