/** The values that go into a template, or one of its cards. */
export interface TemplatePartValues {
  /**
   * The value of the variable in a text header, or the URL of a media header, by its kind.
   *
   * @example { image: "https://shop.example/cake.jpg" }
   */
  readonly header?: string | { readonly [kind: string]: string } | undefined;
  /** The values of `{{1}}`, `{{2}}`… in the text, in order. */
  readonly body?: readonly string[] | undefined;
  /** The values of the only button that takes any: the rest of its URL, or the code to copy. */
  readonly button?: readonly string[] | undefined;
  /** The values of several buttons, by their positions from 0. */
  readonly buttons?: { readonly [index: number]: readonly string[] | undefined } | undefined;
}

/** The values that `sendTemplate` puts into a template. */
export interface TemplateValues extends TemplatePartValues {
  /** The language code. Default: the only language in which the template is approved. */
  readonly language?: string | undefined;
  /** The file name of a document in the header. */
  readonly fileName?: string | undefined;
  /** The values of each card of a carousel. */
  readonly cards?: readonly TemplatePartValues[] | undefined;
}

/** The values of any template, for a book whose templates the compiler does not know. */
export interface AnyTemplates {
  readonly [name: string]: TemplateValues;
}
