import type { IssueLike } from "./flatten.js";
import type { IssueMessages } from "./issue.js";

/** What the page's library has under a name; any object in projects without it. */
type FormElement = typeof globalThis extends { HTMLFormElement: { prototype: infer Element } }
  ? Element
  : object;
type SubmitEvent_ = typeof globalThis extends { SubmitEvent: { prototype: infer Submit } }
  ? Submit
  : object;

/** Any Standard Schema, of this package or another: `formOf`, zod, valibot, ArkType. */
export interface AnySchema<Output> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (
      value: unknown,
      options?: { readonly libraryOptions?: Record<string, unknown> | undefined } | undefined,
    ) => AnyResult<Output> | Promise<AnyResult<Output>>;
  };
}

type AnyResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly IssueLike[] };

/** Settings of `bindForm`. */
export interface BindFormOptions<Output> {
  /** What this package's schemas say, in place of the sentences for developers. */
  readonly messages?: IssueMessages | undefined;
  /**
   * Gets what is to be sent. While its promise is pending the form is not submitted again. Without
   * `onSubmit` the browser submits the form once nothing is wrong.
   */
  readonly onSubmit?: ((value: Output, event: SubmitEvent_) => unknown) | undefined;
  /** Ends it all, as `remove()` does. */
  readonly signal?: AbortSignal | undefined;
}

/** A form of the page that is checked. */
export interface BoundForm {
  /** Checks the form and shows everything, as submitting it does. Whether nothing is wrong. */
  validate(): Promise<boolean>;
  /** Shows what a server has found, until something is changed or the form is submitted. */
  show(issues: readonly IssueLike[]): void;
  /** Stops, and leaves the page as it was. */
  remove(): void;
}

/**
 * Checks a form of plain HTML: a field when it is left and from then on at each change, all of them
 * when the form is submitted, and then the first with an error gets the focus. Says what is wrong by
 * `setCustomValidity`, `aria-invalid` and `aria-describedby`, in the element that has `data-error`
 * and the name of the field (with an empty one: what is about no field), otherwise in a `<span>` that
 * is made behind the field. These are live regions.
 *
 * Values go by the names of fields, those outside of the form with `form=` and those that come later
 * too. A name with several boxes or options is a list; a box that stands alone and has no `value` is
 * whether it is checked. What the page itself asks, by `required` or `type="email"`, holds as well,
 * in the browser's words.
 *
 * @example bindForm(element, form, { messages: en, onSubmit: (value) => send(value) });
 * @throws {ConfigurationError} An option cannot work, or is none; there is no form.
 */
export declare function bindForm<Output>(
  form: FormElement | null,
  schema: AnySchema<Output>,
  options?: BindFormOptions<Output>,
): BoundForm;
