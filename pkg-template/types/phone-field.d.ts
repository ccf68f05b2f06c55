import type { IssueMessages } from "./issue.js";

/** Settings of `definePhoneField`. */
export interface PhoneFieldOptions {
  /** What the field says, by codes, in place of the English. */
  readonly messages?: IssueMessages | undefined;
  /** The name of the element. By default `interakt-phone`. */
  readonly name?: string | undefined;
}

/**
 * Defines the element `<interakt-phone>`, once. Starts the module first: no `await init()` is
 * needed. Does nothing on a server.
 *
 * @throws {ConfigurationError} The module cannot be started.
 */
export declare function definePhoneField(options?: PhoneFieldOptions): Promise<void>;
