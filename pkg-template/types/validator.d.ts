import type { IssueMessages, Validation } from "./issue.js";
import type { WithSchema } from "./schema.js";
import type { BookOptions } from "./template-book.js";
import type { OperationName, OperationTypes } from "./types.js";

export * from "./standard.js";

/** The input of an operation. */
export type InputOf<Name extends OperationName> = OperationTypes[Name]["input"];

/** Options for `validate`: limits for untrusted input, messages, and a template book. */
export interface ValidateOptions extends BookOptions {
  /**
   * The most issues to list, 1 or more. If there are more, a final issue with the code
   * `issues.not_listed` counts them. Default: 1,000.
   */
  readonly maxIssues?: number | undefined;
  /**
   * The maximum size of the input as JSON, in bytes, 1 or more. A larger input is not examined: it has the
   * issue `json.too_large`. Default: 16777216 (16 MiB).
   */
  readonly maxBytes?: number | undefined;
  /**
   * Messages for issues, by code, in place of the sentences for developers.
   *
   * @example
   * import { hi } from "interakt-wasm/messages/hi";
   * trackUser.validate(form, { messages: hi });
   */
  readonly messages?: IssueMessages | undefined;
}

/** Checks an operation's input, or a part of it. */
export interface Validator<
  Name extends string = OperationName,
  Input = Name extends OperationName ? InputOf<Name> : never,
> extends WithSchema<Input> {
  /** The name of the operation or part. */
  readonly name: Name;

  /**
   * Checks an input and returns every issue at once. Accepts any value, and never throws because of it.
   *
   * @example
   * const checked = trackUser.validate(input);
   * if (!checked.ok) console.error(summarize(checked.issues));
   * @throws {ConfigurationError} An option is invalid or unknown.
   */
  validate(input: unknown, options?: ValidateOptions): Validation<Input>;

  /**
   * The same validator with other default options, for libraries that accept a schema. An operation's
   * `build` then uses the book too; the errors it throws keep the sentences for developers.
   *
   * @example const schema = trackUser.with({ messages: hi, maxIssues: 20 });
   * @throws {ConfigurationError} An option is invalid or unknown.
   */
  with(options: ValidateOptions): this;
}
