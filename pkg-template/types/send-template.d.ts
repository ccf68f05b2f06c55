import type { TemplateBook } from "./template-book.js";
import type { TemplateValues } from "./template-values.js";
import type { Template } from "./types.js";

/** The input of `sendMessage` for a template, without the recipient. */
export interface TemplateContent {
  /** The kind of message. */
  type: "Template";
  /** The template and the values of its variables. */
  template: Template;
}

/** The argument after the name: may be omitted if the template takes no values. */
export type TemplateArguments<Values> =
  Record<never, never> extends Values ? [values?: Values] : [values: Values];

/**
 * Builds a template message, without its recipient, from the values that go into the template.
 *
 * With the book from the module that `npx interakt-wasm templates` writes, the compiler knows the
 * account's templates: an unknown name, too few or too many values, a missing header or one of the wrong
 * kind is a type error. With any other book, every name and all values compile, and validation reports
 * what is wrong: `sendMessage.validate(message, { templates: book })`.
 *
 * ```ts
 * await interakt.sendMessage({
 *   fullPhoneNumber: "919876543210",
 *   ...sendTemplate(book, "order_shipped", { body: ["Asha", "1042"], button: ["1042"] }),
 * });
 * ```
 *
 * @throws {ConfigurationError} A value does not fit: a header of the wrong kind, `button` although several
 *   buttons take values, or something that is not a list. With the code `template_unknown`: `language` is
 *   missing for a name that is not in the book, or is there in several languages.
 */
export declare function sendTemplate<
  Types extends { readonly [Name in keyof Types]: TemplateValues },
  Name extends keyof Types & string,
>(
  book: TemplateBook<Types>,
  name: Name,
  ...values: TemplateArguments<Types[Name]>
): TemplateContent;
