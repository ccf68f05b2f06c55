/** The values that go into a template, or into a card of one. */
export interface TemplatePartValues {
  /**
   * The value of the variable above the text, or the address of the file there with its kind.
   * @example { image: "https://shop.example/cake.jpg" }
   */
  readonly header?: string | { readonly [kind: string]: string } | undefined;
  /** The values of `{{1}}`, `{{2}}`… in the text. */
  readonly body?: readonly string[] | undefined;
  /** The values of the one button that takes any: the rest of its address, or the code to copy. */
  readonly button?: readonly string[] | undefined;
  /** The same where several do, by their places from 0. */
  readonly buttons?: { readonly [index: number]: readonly string[] | undefined } | undefined;
}

/** What `sendTemplate` puts into a template. */
export interface TemplateValues extends TemplatePartValues {
  /** Left out, it is the one language that the template is approved in. */
  readonly language?: string | undefined;
  /** What a document in the header is called. */
  readonly fileName?: string | undefined;
  /** The values of each card of a carousel. */
  readonly cards?: readonly TemplatePartValues[] | undefined;
}

/** What templates of any name take: of a book whose templates are not known to the compiler. */
export interface AnyTemplates {
  readonly [name: string]: TemplateValues;
}
