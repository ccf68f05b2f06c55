/** A template of the simulated account. Fields left out get a plausible value. */
export interface SimulatedTemplate {
  /** The template's code name, as messages use it: `"order_paid"`. */
  name: string;
  /** The language code, as messages use it: `"en"`. */
  language: string;
  /** `UTILITY`, `MARKETING` or `AUTHENTICATION`, in any letter case; `null` if Interakt does not say. */
  category: string | null;
  /** Only `APPROVED` templates can be sent. Default: `"APPROVED"`. */
  approval_status?: string | null | undefined;
  /** What is shown above the text: `TEXT`, `IMAGE`, `VIDEO` or `DOCUMENT`. */
  header_format?: string | null | undefined;
  /** The text of a `TEXT` header, with `{{1}}` for a variable. */
  header?: string | null | undefined;
  /** The body text, with `{{1}}` for a variable. */
  body?: string | null | undefined;
  /**
   * The buttons in order, or the same as a JSON string. A `url` with a variable, `COPY_CODE` and `OTP`
   * need a value when the template is sent.
   */
  buttons?:
    | readonly {
        /** The kind of button: `QUICK_REPLY`, `URL`, `PHONE_NUMBER`, `COPY_CODE`… */
        type: string;
        /** The button's label. */
        text?: string | null;
        /** The page that a `URL` button opens, with `{{1}}` for a variable at its end. */
        url?: string | null;
        // biome-ignore lint/suspicious/noExplicitAny: the fields of each kind of button are its own
        [field: string]: any;
      }[]
    | string
    | null
    | undefined;
  /** Any other field of Interakt's answer. */
  // biome-ignore lint/suspicious/noExplicitAny: the answer's fields are the caller's to choose
  [field: string]: any;
}
