import type { Form, FormSchema, InputPath } from "./form.js";
import type { SmsSegments } from "./sms.js";

/** How much of a limited text is used. */
export interface TextCount {
  /** How long the text is, in the unit that is checked. */
  readonly used: number;
  /** How much more fits; below 0 it is too long. */
  readonly left: number;
  /** Of a text that is sent as SMS: how it is cut, each of which is paid for. */
  readonly sms?: SmsSegments;
}

/** How long a text may be. */
export interface TextLimit {
  readonly limit: number;
  /** Unicode code points: 😀 counts as one, where `text.length` says two. */
  readonly unit: "characters";
  /** Counts a text as it is checked. @throws {ConfigurationError} `text` is no string. */
  count(text: string): TextCount;
}

/**
 * How long a text may be, for a counter beside its field. `null` where nothing bounds it, or where
 * the kinds of an input differ: ask one of them, or a form whose `fixed` has the `type`.
 *
 * @param schema An operation, a kind of message, a part of one, or a form of your own.
 * @param path The name of a field of the form; of anything else a path of the input.
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
