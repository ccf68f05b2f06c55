import type { Validation } from "./issue.js";
import type { WithSchema } from "./schema.js";
import type { OperationName, OperationTypes } from "./types.js";

/** What an operation takes. */
export type InputOf<Name extends OperationName> = OperationTypes[Name]["input"];

/** Checks the input of an operation, or a part of it. */
export interface Validator<
  Name extends string = OperationName,
  Input = Name extends OperationName ? InputOf<Name> : never,
> extends WithSchema<Input> {
  /** The name of the method that sends it, or what the part is called. */
  readonly name: Name;

  /**
   * Every issue of an input at once. Takes any value, and never throws for one.
   */
  validate(input: unknown): Validation<Input>;
}
