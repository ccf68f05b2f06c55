import type { IssueMessages, Validation } from "./issue.js";
import type { WithSchema } from "./schema.js";
import type { BookOptions } from "./template-book.js";
import type { OperationName, OperationTypes } from "./types.js";

export * from "./standard.js";

/** What an operation takes. */
export type InputOf<Name extends OperationName> = OperationTypes[Name]["input"];

/** What bounds a check, for inputs that strangers send, in whose words it speaks, and with what book. */
export interface ValidateOptions extends BookOptions {
  /**
   * How many issues are listed at most, 1 or more. Where there are more, one of the code
   * `issues.not_listed` stands at the end and counts them. Default: 1,000.
   */
  readonly maxIssues?: number | undefined;
  /**
   * How long the input may be as JSON, in bytes, 1 or more. What is longer is not looked at:
   * it has the issue `json.too_large`. Default: 16 MiB.
   */
  readonly maxBytes?: number | undefined;
  /**
   * What issues say in place of the sentences for developers, by their codes.
   *
   * @example
   * import { hi } from "interakt-wasm/messages/hi";
   * trackUser.validate(form, { messages: hi });
   */
  readonly messages?: IssueMessages | undefined;
}

/** Checks the input of an operation, or a part of it. */
export interface Validator<
  Name extends string = OperationName,
  Input = Name extends OperationName ? InputOf<Name> : never,
> extends WithSchema<Input> {
  /** The name of the method that sends it, or what the part is called. */
  readonly name: Name;

  /**
   * Every issue of an input at once. Takes any value, and never throws for one.
   *
   * @throws {ConfigurationError} An option cannot work, or is none.
   */
  validate(input: unknown, options?: ValidateOptions): Validation<Input>;

  /**
   * The same with other defaults, for all that takes a schema. Of an operation, `build` has the book
   * of them too, and what it throws keeps the sentences for developers.
   *
   * @example const schema = trackUser.with({ messages: hi, maxIssues: 20 });
   */
  with(options: ValidateOptions): this;
}
