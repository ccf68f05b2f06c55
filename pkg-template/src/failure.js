/**
 * The errors that every entry can throw, and what all errors of the package are. None of them
 * holds the API key or what was sent.
 *
 * A guard asks an error what it says of itself instead of using `instanceof`, so
 * that it also knows errors of another realm or of another copy of the package,
 * and what `toJSON` made of them.
 */

/** The names of an error's classes, under a symbol that all copies of the package share. */
export const KINDS = Symbol.for("interakt-wasm.error");

const OUTCOMES = ["not_sent", "refused", "unknown"];

/**
 * @typedef {"not_sent" | "refused" | "unknown"} Outcome
 * @typedef {{ code: string, message: string, operation?: string, outcome?: Outcome, cause?: unknown }} Description
 */

/** What every error of this package is. */
export class InteraktError extends Error {
  /** @param {Description} description */
  constructor(description) {
    super(description.message, "cause" in description ? { cause: description.cause } : undefined);
    this.code = description.code;
    this.operation = description.operation;
    this.outcome = description.outcome ?? "not_sent";
  }

  get [KINDS]() {
    return ["InteraktError"];
  }

  get name() {
    return this[KINDS][0] ?? "";
  }

  /** For logs and messages between threads. Without `cause` and `body`: they may hold personal data. */
  toJSON() {
    const { name, code, message, operation, outcome } = this;
    return { name, code, message, operation, outcome };
  }
}

/** A mistake in the program: a setting that cannot work, or a call that comes too early. */
export class ConfigurationError extends InteraktError {
  get [KINDS]() {
    return ["ConfigurationError", ...super[KINDS]];
  }
}

/** A fault of the package. */
export class InternalError extends InteraktError {
  get [KINDS]() {
    return ["InternalError", ...super[KINDS]];
  }
}

/**
 * @param {unknown} value
 * @param {string} kind
 */
export function is(value, kind) {
  if (typeof value !== "object" || value === null) return false;
  try {
    const { [KINDS]: kinds, name, code, outcome, status } = /** @type {any} */ (value);
    if (Array.isArray(kinds)) return kinds.includes(kind);
    // What toJSON gave: between threads no symbol is kept.
    if (typeof name !== "string" || typeof code !== "string" || !OUTCOMES.includes(outcome)) {
      return false;
    }
    return kind === name || kind === "InteraktError" || (kind === "ApiError" && status >= 0);
  } catch {
    // A getter or a proxy: anything can be thrown.
    return false;
  }
}

/** @param {unknown} value @returns {value is InteraktError} */
export const isInteraktError = (value) => is(value, "InteraktError");
/** @param {unknown} value @returns {value is ConfigurationError} */
export const isConfigurationError = (value) => is(value, "ConfigurationError");
/** @param {unknown} value @returns {value is InternalError} */
export const isInternalError = (value) => is(value, "InternalError");
