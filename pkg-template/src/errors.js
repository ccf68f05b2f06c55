/**
 * The errors of all that is sent or received. None of them holds the API key, nor in
 * its own words what was sent.
 */
import { missingIn } from "./details.js";
import { InteraktError, is, KINDS } from "./failure.js";

export {
  ConfigurationError,
  InteraktError,
  InternalError,
  isConfigurationError,
  isInteraktError,
  isInternalError,
} from "./failure.js";

/**
 * @typedef {import("./issue.js").Issue} Issue
 * @typedef {import("./issue.js").IssueMessages} Messages
 * @typedef {import("./failure.js").Outcome} Outcome
 * @typedef {import("./failure.js").Description} Description
 * @typedef {Description & { issues: Issue[] }} ValidationDescription
 * @typedef {Description & { status: number, retryAfterMs: number | null, body: string }} ApiDescription
 */

/** A webhook's body that cannot be read. */
export class WebhookError extends InteraktError {
  get [KINDS]() {
    return ["WebhookError", ...super[KINDS]];
  }
}

/** An input that Interakt would refuse. Nothing was sent. */
export class ValidationError extends InteraktError {
  /** @param {ValidationDescription} description */
  constructor(description) {
    super(description);
    this.issues = description.issues.filter(({ severity }) => severity === "error");
    this.warnings = description.issues.filter(({ severity }) => severity === "warning");
  }

  get [KINDS]() {
    return ["ValidationError", ...super[KINDS]];
  }

  toJSON() {
    return { ...super.toJSON(), issues: this.issues, warnings: this.warnings };
  }
}

/** A request that went out, or was to, and did not succeed. */
class CallError extends InteraktError {
  /** How often it went out. */
  attempts = 1;

  toJSON() {
    return { ...super.toJSON(), attempts: this.attempts };
  }
}

/** An answer that is no success. */
export class ApiError extends CallError {
  /** @param {ApiDescription} description */
  constructor(description) {
    super(description);
    this.status = description.status;
    this.body = decoded(description.body);
    this.retryAfterMs = description.retryAfterMs ?? undefined;
    this.details = this.code === "missing_values" ? missingIn(description) : undefined;
  }

  get [KINDS]() {
    return ["ApiError", ...super[KINDS]];
  }

  toJSON() {
    const { status, retryAfterMs, details } = this;
    return { ...super.toJSON(), status, retryAfterMs, ...(details && { details }) };
  }
}

/** Status 401: the key is missing, wrong or encoded twice. */
export class AuthenticationError extends ApiError {
  get [KINDS]() {
    return ["AuthenticationError", ...super[KINDS]];
  }
}

/** Status 403: more often the plan than the key. */
export class PermissionError extends ApiError {
  get [KINDS]() {
    return ["PermissionError", ...super[KINDS]];
  }
}

/** Status 404. */
export class NotFoundError extends ApiError {
  get [KINDS]() {
    return ["NotFoundError", ...super[KINDS]];
  }
}

/** Status 429: `retryAfterMs` says how long to wait. */
export class RateLimitError extends ApiError {
  get [KINDS]() {
    return ["RateLimitError", ...super[KINDS]];
  }
}

/** Status 5xx. */
export class ServerError extends ApiError {
  get [KINDS]() {
    return ["ServerError", ...super[KINDS]];
  }
}

/** More than 24 hours since the customer's last message: only templates are delivered. */
export class WindowClosedError extends ApiError {
  get [KINDS]() {
    return ["WindowClosedError", ...super[KINDS]];
  }
}

/** The template is not there, is of another category, or has other variables. */
export class TemplateError extends ApiError {
  get [KINDS]() {
    return ["TemplateError", ...super[KINDS]];
  }
}

/** No answer, or not all of it: `cause` is what fetch gave as the reason. */
export class ConnectionError extends CallError {
  get [KINDS]() {
    return ["ConnectionError", ...super[KINDS]];
  }
}

/** No complete answer in time, or no turn to be sent in. */
export class TimeoutError extends CallError {
  get [KINDS]() {
    return ["TimeoutError", ...super[KINDS]];
  }
}

/**
 * @param {string} text
 * @returns {unknown} What the text holds as JSON, or the text.
 */
function decoded(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** @param {unknown} value @returns {value is WebhookError} */
export const isWebhookError = (value) => is(value, "WebhookError");
/** @param {unknown} value @returns {value is ValidationError} */
export const isValidationError = (value) => is(value, "ValidationError");
/** @param {unknown} value @returns {value is ApiError} */
export const isApiError = (value) => is(value, "ApiError");
/** @param {unknown} value @returns {value is AuthenticationError} */
export const isAuthenticationError = (value) => is(value, "AuthenticationError");
/** @param {unknown} value @returns {value is PermissionError} */
export const isPermissionError = (value) => is(value, "PermissionError");
/** @param {unknown} value @returns {value is NotFoundError} */
export const isNotFoundError = (value) => is(value, "NotFoundError");
/** @param {unknown} value @returns {value is RateLimitError} */
export const isRateLimitError = (value) => is(value, "RateLimitError");
/** @param {unknown} value @returns {value is ServerError} */
export const isServerError = (value) => is(value, "ServerError");
/** @param {unknown} value @returns {value is WindowClosedError} */
export const isWindowClosedError = (value) => is(value, "WindowClosedError");
/** @param {unknown} value @returns {value is TemplateError} */
export const isTemplateError = (value) => is(value, "TemplateError");
/** @param {unknown} value @returns {value is ConnectionError} */
export const isConnectionError = (value) => is(value, "ConnectionError");
/** @param {unknown} value @returns {value is TimeoutError} */
export const isTimeoutError = (value) => is(value, "TimeoutError");
