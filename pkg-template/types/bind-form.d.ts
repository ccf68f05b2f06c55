import type { IssueLike } from "./flatten.js";
import type { IssueMessages } from "./issue.js";

/** `HTMLFormElement` where the project has DOM types; any object where it does not. */
type FormElement = typeof globalThis extends { HTMLFormElement: { prototype: infer Element } }
  ? Element
  : object;
/** `SubmitEvent` where the project has DOM types; any object where it does not. */
type SubmitEvent_ = typeof globalThis extends { SubmitEvent: { prototype: infer Submit } }
  ? Submit
  : object;

/** Any Standard Schema, from this package or another: `formOf`, Zod, Valibot, ArkType. */
export interface AnySchema<Output> {
  /** The Standard Schema interface, version 1. */
  readonly "~standard": {
    /** The version of the Standard Schema specification. */
    readonly version: 1;
    /** The library that made the schema. */
    readonly vendor: string;
    /** Checks a value. Called with `libraryOptions` that other libraries may ignore. */
    readonly validate: (
      value: unknown,
      options?:
        | {
            /** Options for this package's schemas: `messages`. */
            readonly libraryOptions?: Record<string, unknown> | undefined;
          }
        | undefined,
    ) => AnyResult<Output> | Promise<AnyResult<Output>>;
  };
}

/** The result of any Standard Schema: a value, or issues. */
type AnyResult<Output> =
  | {
      /** The checked value. */
      readonly value: Output;
      readonly issues?: undefined;
    }
  | {
      /** Everything that is wrong. */
      readonly issues: readonly IssueLike[];
    };

/** Options for `bindForm`. */
export interface BindFormOptions<Output> {
  /** Messages for this package's schemas, in place of the sentences for developers. */
  readonly messages?: IssueMessages | undefined;
  /**
   * Receives the checked value. The form cannot be submitted again while the returned promise is
   * pending. Without `onSubmit`, the browser submits the form once nothing is wrong.
   */
  readonly onSubmit?: ((value: Output, event: SubmitEvent_) => unknown) | undefined;
  /** Aborting it does the same as `remove()`. */
  readonly signal?: AbortSignal | undefined;
}

/** A form on the page that is being checked. */
export interface BoundForm {
  /** Checks the form and shows every error, as submitting does. Resolves to `true` if none is left. */
  validate(): Promise<boolean>;
  /** Shows issues that a server found, until a field changes or the form is submitted. */
  show(issues: readonly IssueLike[]): void;
  /** Stops checking and restores the page as it was. */
  remove(): void;
}

/**
 * Checks a plain HTML form: each field when it loses focus and from then on at every change, and all
 * of them on submit, when the first field with an error gets the focus. Errors are shown with
 * `setCustomValidity`, `aria-invalid` and `aria-describedby`, in the element whose `data-error` is the
 * field's name (an empty `data-error` gets issues that belong to no field), or otherwise in a `<span>`
 * inserted after the field. These elements are live regions.
 *
 * Fields are matched by name, including those outside the form with `form=` and those added later.
 * A name with several checkboxes or options is a list; a single checkbox without a `value` is a
 * boolean. The page's own constraints, such as `required` or `type="email"`, still apply, in the
 * browser's words.
 *
 * @example bindForm(element, form, { messages: en, onSubmit: (value) => send(value) });
 * @throws {ConfigurationError} An option is invalid or unknown, or there is no form.
 */
export declare function bindForm<Output>(
  form: FormElement | null,
  schema: AnySchema<Output>,
  options?: BindFormOptions<Output>,
): BoundForm;
