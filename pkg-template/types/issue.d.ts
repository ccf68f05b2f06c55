import type { KnownIssueCode } from "./types.js";

/** One problem of an input. */
export interface Issue {
  /**
   * Stable name of the kind of problem. Later versions may have more.
   *
   * @example "string.too_long"
   */
  readonly code: KnownIssueCode | (string & {});
  /**
   * Where it is: keys and indexes from the input's root.
   *
   * @example ["data", "buttons", 0, "title"]
   */
  readonly path: (string | number)[];
  /** Plain English. Never holds the value itself. */
  readonly message: string;
  /** Errors block the request, warnings never do. */
  readonly severity: "error" | "warning";
  /**
   * What the message speaks of, to write it in another language.
   *
   * @example { limit: 512, actual: 530, unit: "characters" }
   * @example { countryCode: 91, country: "IN", lengths: [10], actual: 9 }
   */
  readonly params: { readonly [name: string]: string | number | string[] | number[] };
}

/** What `validate` finds. `Value` is what will be sent. */
export type Validation<Value> =
  | {
      readonly ok: true;
      /**
       * The input as it will be sent: after `JSON.stringify`, so without `undefined` and with a
       * `Date` as text. For `uploadMedia` the input itself.
       */
      readonly value: Value;
      /** Worth knowing; the request goes out all the same. */
      readonly warnings: Issue[];
    }
  | {
      readonly ok: false;
      /** Every error, in the order of the description. */
      readonly issues: Issue[];
      /** Worth knowing besides. */
      readonly warnings: Issue[];
    };
