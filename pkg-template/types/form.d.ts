import type { Validation } from "./issue.js";
import type { StandardResult } from "./standard.js";
import type { ValidateOptions } from "./validator.js";

/** How deep paths are known; deeper ones are given by a cast. */
type Deepest = 8;
type Less = [never, 0, 1, 2, 3, 4, 5, 6, 7];

/** The ways on from a value to values of the wanted type. */
type Ways<Value, Wanted, Depth extends number> = Depth extends 0
  ? never
  : Value extends readonly (infer Item)[]
    ? Way<`[${number}]`, Item, Wanted, Depth>
    : Value extends object
      ? {
          [Key in keyof Value & string]-?: string extends Key
            ? Way<`.${string}` | `["${string}"]`, Value[Key], Wanted, 1>
            : Way<`.${Key}`, NonNullable<Value[Key]>, Wanted, Depth>;
        }[keyof Value & string]
      : never;

type Way<Step extends string, Value, Wanted, Depth extends number> =
  | ([Value] extends [Wanted] ? Step : never)
  | `${Step}${Ways<Value, Wanted, Less[Depth]>}`;

type WithoutDot<Path> = Path extends `.${infer Rest}` ? Rest : never;

/**
 * The paths of an input: `traits.name`, `tags`, `template.bodyValues[0]`. With a second type only
 * those that lead to values of it.
 */
export type InputPath<Input, Wanted = unknown> = WithoutDot<Ways<Input, Wanted, Deepest>>;

/** A path that an input takes a phone number by, as people type it. */
type PhoneTarget<Input> = Input extends { phoneNumber: string } ? "phone" | "phone.country" : never;

/** Where the value of a field belongs in an input. */
export type FormTarget<Input> =
  | PhoneTarget<Input>
  | InputPath<Input>
  | {
      /** A path of the input. */
      readonly to: InputPath<Input>;
      /** What the text of a field is turned into where the input takes several types, as traits do. */
      readonly as: "boolean" | "number";
    };

/** The targets of a form, by the names of its fields. */
export interface FormFields<Input> {
  readonly [field: string]: FormTarget<Input>;
}

/** What the field of a form holds. */
type FieldValue<Input, Target> = Target extends
  | { readonly as: "boolean" }
  | "traits.whatsapp_opted_in"
  | InputPath<Input, boolean>
  ? boolean
  : Target extends InputPath<Input, readonly string[]>
    ? string[]
    : string;

/** What a form holds, field by field: texts, and booleans where the input takes nothing else. */
export type FormValues<Input, Fields> = string extends keyof Fields
  ? // biome-ignore lint/suspicious/noExplicitAny: names that are paths are the page's to choose
    any
  : { -readonly [Field in keyof Fields]: FieldValue<Input, Fields[Field]> };

/** Part of an input. */
export type Part<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: Part<Value[Key]> | undefined }
    : Value;

/** What checks the input that a form becomes: an operation, a kind of message, a part of one. */
export interface FormSchema<Input> {
  readonly name: string;
  validate(input: unknown, options?: ValidateOptions): Validation<Input>;
}

/** Settings of a form that a call may set otherwise. */
export interface FormCallOptions extends ValidateOptions {
  /**
   * The country of a phone typed without +, where the form has no field for it, or none is chosen
   * there: its ISO letters or its country code.
   *
   * @example "IN"
   */
  readonly defaultCountry?: string | undefined;
}

/** Settings of a form. */
export interface FormOptions<Input, Fields> extends FormCallOptions {
  /**
   * Where the value of each field belongs. `"phone"` is read as people type numbers, with the
   * country in the field of `"phone.country"`; everything else is a path of the input. Without
   * `fields` each name is a path, and with them other names are not looked at.
   *
   * @example { mobile: "phone", fullName: "traits.name", age: { to: "traits.age", as: "number" } }
   */
  readonly fields?: Fields | undefined;
  /**
   * Fields that must be filled in, and boxes that must be checked (a `false` or "off" is none), beside
   * those that the input needs anyway. The issue is `object.missing_key`.
   */
  readonly required?: readonly (string & keyof Fields)[] | undefined;
  /** What the form does not ask. Kinds of messages bring their `type`. */
  readonly fixed?: Part<Exclude<Input, readonly unknown[]>> | undefined;
  /**
   * Rules of your own: what to say to a field, or `undefined`. Asked of every field that has no
   * other issue; what is empty is `""`. The issue is `form.rule`.
   *
   * @example { fullName: (name) => (name.length > 1 ? undefined : "Two letters at least.") }
   */
  readonly rules?:
    | {
        readonly [Field in keyof Fields]?: (
          value: FormValues<Input, Fields>[Field],
          values: FormValues<Input, Fields>,
        ) => string | undefined;
      }
    | undefined;
}

/** A form of your own, and the input that it becomes. */
export interface Form<Values, Input> {
  /** That of what checks the input. */
  readonly name: string;
  /** As they were given. */
  readonly fields: { readonly [Field in keyof Values]: unknown } | undefined;
  /** What it does not ask, with that of a kind of message. */
  readonly fixed: object;

  /**
   * Reads what a form holds, and checks the input that it becomes. A path of an issue is the name of
   * the field that it is about, or empty where it is about none; issues come in the order of the
   * fields.
   *
   * @param values An object, a `FormData` or `URLSearchParams`; whatever is none has no values.
   * @throws {ConfigurationError} An option cannot work, or is none.
   */
  validate(values: unknown, options?: FormCallOptions): Validation<Input>;

  /** The same form with other settings. */
  with(options: FormCallOptions): Form<Values, Input>;

  /** Standard Schema, version 1: from what the form holds to the input that is sent. */
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "interakt-wasm";
    readonly validate: (
      value: unknown,
      options?: { readonly libraryOptions?: Record<string, unknown> | undefined } | undefined,
    ) => StandardResult<Input>;
    /** For inference only; absent at run time. */
    readonly types?: { readonly input: Values; readonly output: Input } | undefined;
  };
}

/**
 * A form of your own onto an input: reads a phone as people type it, puts values where they belong,
 * leaves out what is empty, turns texts into the numbers and booleans that the input takes, checks
 * it, and says of each issue which field it is about.
 *
 * @example
 * const form = formOf(trackUser, {
 *   fields: { mobile: "phone", fullName: "traits.name", optIn: "traits.whatsapp_opted_in" },
 *   required: ["fullName", "optIn"],
 *   defaultCountry: "IN",
 * });
 * form.validate(new FormData(element)); // { ok: true, value: { countryCode: "+91", … } }
 * @throws {ConfigurationError} An option cannot work, or is none.
 */
export declare function formOf<
  Input,
  Fields extends { readonly [field: string]: FormTarget<Input> },
>(
  schema: FormSchema<Input>,
  options?: FormOptions<Input, Fields>,
): Form<FormValues<Input, Fields>, Input>;
