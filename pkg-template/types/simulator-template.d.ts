/** A template of the simulated account. Fields that are left out get a plausible value. */
export interface SimulatedTemplate {
  /** The code name, as messages use it: `"order_paid"`. */
  name: string;
  /** The language code, as messages use it: `"en"`. */
  language: string;
  /** `UTILITY`, `MARKETING` or `AUTHENTICATION`, in any letter case. `null`: not told. */
  category: string | null;
  /** Only `APPROVED` templates can be sent. Default: `"APPROVED"`. */
  approval_status?: string | null | undefined;
  /** What stands above the text: `TEXT`, `IMAGE`, `VIDEO` or `DOCUMENT`. */
  header_format?: string | null | undefined;
  /** The text above, with `{{1}}` for a variable. */
  header?: string | null | undefined;
  /** The text, with `{{1}}` for a variable. */
  body?: string | null | undefined;
  /**
   * The buttons in order, also as JSON. A `url` with a variable, `COPY_CODE` and `OTP` want a value
   * when the template is sent.
   */
  buttons?:
    | readonly {
        type: string;
        text?: string | null;
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
