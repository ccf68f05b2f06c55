import type { Validation } from "./issue.js";
import type { StandardResult } from "./standard.js";
import type { ValidateOptions } from "./validator.js";

/** How deep paths are typed; deeper ones need a cast. */
type Deepest = 8;
/** Each depth minus one. */
type Less = [never, 0, 1, 2, 3, 4, 5, 6, 7];

/** The paths from a value to values of the wanted type. */
type Ways<Value, Wanted, Depth extends number> = Depth extends 0
  ? never
  : Value extends readonly (infer Item)[]
    ? Way<`[${number}]`, Item, Wanted, Depth>
    : Value extends object
      ? {
          [Key in keyof Value & string]-?: string extends Key
            ?
                | Way<`.${string}`, Value[Key], Wanted, 1>
                | Way<`["${string}"]`, Value[Key], Wanted, Depth>
            : Way<`.${Key}`, NonNullable<Value[Key]>, Wanted, Depth>;
        }[keyof Value & string]
      : never;

/** One step of a path, and the paths from there. */
type Way<Step extends string, Value, Wanted, Depth extends number> =
  | ([Value] extends [Wanted] ? Step : never)
  | `${Step}${Ways<Value, Wanted, Less[Depth]>}`;

/** A path without its leading dot. */
type WithoutDot<Path> = Path extends `.${infer Rest}` ? Rest : never;

/**
 * The paths of an input: `traits.name`, `tags`, `template.bodyValues[0]`. With a second type argument,
 * only those that lead to values of that type.
 */
export type InputPath<Input, Wanted = unknown> = WithoutDot<Ways<Input, Wanted, Deepest>>;

/** The targets for a phone number as people type it, if the input takes a phone number. */
type PhoneTarget<Input> = Input extends { phoneNumber: string } ? "phone" | "phone.country" : never;

/** Where a field's value goes in an input. */
export type FormTarget<Input> =
  | PhoneTarget<Input>
  | InputPath<Input>
  | {
      /** A path of the input. */
      readonly to: InputPath<Input>;
      /** The type to convert the field's text to, if the input takes several types, as traits do. */
      readonly as: "boolean" | "number";
    };

/** The targets of a form's fields, by field name. */
export interface FormFields<Input> {
  readonly [field: string]: FormTarget<Input>;
}

/** The value of a form's field. */
type FieldValue<Input, Target> = Target extends
  | { readonly as: "boolean" }
  | "traits.whatsapp_opted_in"
  | InputPath<Input, boolean>
  ? boolean
  : Target extends InputPath<Input, readonly string[]>
    ? string[]
    : string;

/** A form's values by field name: strings, or booleans where the input takes nothing else. */
export type FormValues<Input, Fields> = string extends keyof Fields
  ? // biome-ignore lint/suspicious/noExplicitAny: names that are paths are the page's to choose
    any
  : { -readonly [Field in keyof Fields]: FieldValue<Input, Fields[Field]> };

/** Any part of an input. */
export type Part<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: Part<Value[Key]> | undefined }
    : Value;

/** What checks the input that a form produces: an operation, a kind of message, or a part of one. */
export interface FormSchema<Input> {
  /** The name of the operation or part. */
  readonly name: string;
  /** Checks an input and returns every issue at once. */
  validate(input: unknown, options?: ValidateOptions): Validation<Input>;
}

/** Options of a form that a call can override. */
export interface FormCallOptions extends ValidateOptions {
  /**
   * The country of a phone number typed without +, if the form has no country field, or none is chosen
   * there: its ISO letters or its country code.
   *
   * @example "IN"
   */
  readonly defaultCountry?: string | undefined;
}

/** Options for `formOf`. */
export interface FormOptions<Input, Fields> extends FormCallOptions {
  /**
   * Where the value of each field goes. `"phone"` reads a number as people type it, with the country
   * from the field whose target is `"phone.country"`; everything else is a path of the input. Without
   * `fields`, each field's name is a path; with `fields`, names not listed are ignored.
   *
   * @example { mobile: "phone", fullName: "traits.name", age: { to: "traits.age", as: "number" } }
   */
  readonly fields?: Fields | undefined;
  /**
   * Fields that must be filled in, and boxes that must be checked (`false` and "off" count as
   * unchecked), in addition to those the input requires. The issue is `object.missing_key`.
   */
  readonly required?: readonly (string & keyof Fields)[] | undefined;
  /** Parts of the input that the form does not ask for. Kinds of message add their `type` themselves. */
  readonly fixed?: Part<Exclude<Input, readonly unknown[]>> | undefined;
  /**
   * Your own rules: return a message for the field, or `undefined`. Called for every field that has no
   * other issue; an empty field is `""`. The issue is `form.rule`.
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

/** A form of your own, mapped to an input. */
export interface Form<Values, Input> {
  /** The name of the operation or part that checks the input. */
  readonly name: string;
  /** The `fields` option, as given. */
  readonly fields: { readonly [Field in keyof Values]: unknown } | undefined;
  /** The `fixed` option, with the `type` of a kind of message. */
  readonly fixed: object;

  /**
   * Reads the form's values and checks the input they produce. The path of each issue is the name of
   * its field, or empty if it belongs to none; issues come in the order of the fields.
   *
   * @param values An object, a `FormData` or a `URLSearchParams`; anything else has no values.
   * @throws {ConfigurationError} An option is invalid or unknown.
   */
  validate(values: unknown, options?: FormCallOptions): Validation<Input>;

  /** The same form with other options. */
  with(options: FormCallOptions): Form<Values, Input>;

  /** Standard Schema, version 1: from the form's values to the input that is sent. */
  readonly "~standard": {
    /** The version of the Standard Schema specification. */
    readonly version: 1;
    /** The library that made the schema. */
    readonly vendor: "interakt-wasm";
    /** Checks the form's values. */
    readonly validate: (
      value: unknown,
      options?:
        | {
            /** Options for `validate`. */
            readonly libraryOptions?: Record<string, unknown> | undefined;
          }
        | undefined,
    ) => StandardResult<Input>;
    /** For type inference only; absent at run time. */
    readonly types?:
      | {
          /** The form's values. */
          readonly input: Values;
          /** The input that is sent. */
          readonly output: Input;
        }
      | undefined;
  };
}

/**
 * Maps a form of your own to an input: reads a phone number as people type it, puts values where they
 * belong, leaves out empty ones, converts text to the numbers and booleans that the input takes, checks
 * the result, and tells which field each issue is about.
 *
 * @example
 * const form = formOf(trackUser, {
 *   fields: { mobile: "phone", fullName: "traits.name", optIn: "traits.whatsapp_opted_in" },
 *   required: ["fullName", "optIn"],
 *   defaultCountry: "IN",
 * });
 * form.validate(new FormData(element)); // { ok: true, value: { countryCode: "+91", … } }
 * @throws {ConfigurationError} An option is invalid or unknown.
 */
export declare function formOf<
  Input,
  Fields extends { readonly [field: string]: FormTarget<Input> },
>(
  schema: FormSchema<Input>,
  options?: FormOptions<Input, Fields>,
): Form<FormValues<Input, Fields>, Input>;
