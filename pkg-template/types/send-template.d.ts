import type { TemplateBook } from "./template-book.js";
import type { TemplateValues } from "./template-values.js";
import type { Template } from "./types.js";

/** What `sendMessage` takes besides the recipient, for a message from a template. */
export interface TemplateContent {
  type: "Template";
  template: Template;
}

/** The values behind a name: to be left out where a template takes none. */
export type TemplateArguments<Values> =
  Record<never, never> extends Values ? [values?: Values] : [values: Values];

/**
 * A message from a template, but for its recipient, of the values that go into it.
 *
 * With the book of the module that `npx interakt-wasm templates` writes, the compiler knows the
 * account's templates: a name that there is not, a value too few or too many, a header that is missing
 * or of another kind do not compile. With any other book every name and all values do, and the checks
 * of a message say what is wrong: `sendMessage.validate(message, { templates: book })`.
 *
 * ```ts
 * await interakt.sendMessage({
 *   fullPhoneNumber: "919876543210",
 *   ...sendTemplate(book, "order_shipped", { body: ["Asha", "1042"], button: ["1042"] }),
 * });
 * ```
 *
 * @throws {ConfigurationError} Something cannot be put in its place: a header of another kind, a
 *   `button` where several take values, what is no list; with the code `template_unknown`, no
 *   `language` for a name that the book does not have, or has in several.
 */
export declare function sendTemplate<
  Types extends { readonly [Name in keyof Types]: TemplateValues },
  Name extends keyof Types & string,
>(
  book: TemplateBook<Types>,
  name: Name,
  ...values: TemplateArguments<Types[Name]>
): TemplateContent;
