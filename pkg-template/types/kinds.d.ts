import type { OperationName, OperationTypes } from "./types.js";
import type { Validator } from "./validator.js";

/**
 * Checks one kind of an input. Another kind, or a list of inputs, is an issue.
 *
 * ```ts
 * const { Template } = sendMessage.kinds;
 * const checked = Template.validate({ ...Template.fixed, ...values });
 * if (checked.ok) await interakt.sendMessage(checked.value);
 * ```
 */
export interface Kind<Name extends string, Input, Type extends string>
  extends Validator<Name, Input> {
  /** What tells the kind, and stands in each input of it. A form does not ask for it. */
  readonly fixed: { readonly type: Type };
}

/** The names of operations whose input comes in kinds. */
export type KindedName = {
  [Name in OperationName]: OperationTypes[Name] extends { kinds: object } ? Name : never;
}[OperationName];

/** What an operation has whose input comes in kinds. */
export interface Kinds<Name extends KindedName> {
  /**
   * A validator for each kind, by the `type` that Interakt has for it: for libraries that want one
   * type of value and no union, as those for forms do.
   *
   * @example sendMessage.kinds.Text.validate({ userId: "user-42", type: "Text", data: { message: "Hello" } })
   */
  readonly kinds: {
    readonly [Type in keyof OperationTypes[Name]["kinds"] & string]: Kind<
      `${Name}.${Type}`,
      OperationTypes[Name]["kinds"][Type],
      Type
    >;
  };
}
