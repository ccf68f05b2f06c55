import type { Form, FormSchema, InputPath } from "./form.js";
import type { SmsSegments } from "./sms.js";

/** How much of a text limit is used. */
export interface TextCount {
  /** The length of the text, in the limit's `unit`. */
  readonly used: number;
  /** How much more fits; negative if the text is too long. */
  readonly left: number;
  /** For a text sent as SMS: how it is split into segments, each of which is charged. */
  readonly sms?: SmsSegments;
}

/** How long a text may be. */
export interface TextLimit {
  /** The maximum length, in `unit`. */
  readonly limit: number;
  /** Unicode code points: 😀 counts as one, although its `length` is two. */
  readonly unit: "characters";
  /** Counts a text the way `validate` does. @throws {ConfigurationError} `text` is not a string. */
  count(text: string): TextCount;
}

/**
 * How long a text may be, for a character counter. `null` if there is no limit, or if the kinds of an
 * input have different ones: pass one of the kinds, or a form whose `fixed` has the `type`.
 *
 * @param schema An operation, a kind of message, a part of one, or a form of your own.
 * @param path For a form, the name of a field; otherwise a path of the input.
 * @example
 * const limit = limitOf(form, "text");
 * counter.textContent = `${limit?.count(field.value).left} left`;
 */
export declare function limitOf<Schema extends FormSchema<unknown>>(
  schema: Schema,
  path: Schema extends Form<infer Values, infer _>
    ? string & keyof Values
    : Schema extends FormSchema<infer Input>
      ? InputPath<Input>
      : never,
): TextLimit | null;
