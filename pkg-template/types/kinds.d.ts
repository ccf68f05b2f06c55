import type { OperationName, OperationTypes } from "./types.js";
import type { Validator } from "./validator.js";

/**
 * Checks one kind of message. A different kind, or a list of messages, is an error.
 *
 * ```ts
 * const { Template } = sendMessage.kinds;
 * const checked = Template.validate({ ...Template.fixed, ...values });
 * if (checked.ok) await interakt.sendMessage(checked.value);
 * ```
 */
export interface Kind<Name extends string, Input, Type extends string>
  extends Validator<Name, Input> {
  /** The part that identifies the kind, and is in each of its inputs. A form does not ask for it. */
  readonly fixed: {
    /** The kind, as Interakt calls it. */
    readonly type: Type;
  };
}

/** The names of the operations whose input comes in several kinds. */
export type KindedName = {
  [Name in OperationName]: OperationTypes[Name] extends { kinds: object } ? Name : never;
}[OperationName];

/** What an operation has in addition if its input comes in several kinds. */
export interface Kinds<Name extends KindedName> {
  /**
   * A validator for each kind, by Interakt's `type`: for libraries that need a single type rather than a
   * union, as form libraries do.
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
