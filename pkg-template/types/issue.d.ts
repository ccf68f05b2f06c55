import type { IssueParams } from "./issue-params.js";
import type { KnownIssueCode } from "./types.js";

export type { FileKind, IssueParams, JsonType, UnserializableReason } from "./issue-params.js";

/** One problem in an input. */
export interface Issue {
  /**
   * A stable name for the kind of problem. Later versions may add more.
   *
   * @example "string.too_long"
   */
  readonly code: KnownIssueCode | (string & {});
  /**
   * Where the problem is: keys and indexes from the input's root.
   *
   * @example ["data", "buttons", 0, "title"]
   */
  readonly path: (string | number)[];
  /**
   * A sentence for developers, in English, or the one from `messages`. Never contains the value itself.
   *
   * @example "Must have at most 512 characters; this has 530."
   */
  readonly message: string;
  /** Errors block the request, warnings never do. */
  readonly severity: "error" | "warning";
  /**
   * The values in the message: numbers, names and words from a closed list, never English prose.
   * `IssueParams` lists them for each code; `KnownIssue` narrows them by `code`.
   *
   * @example { limit: 512, actual: 530 }
   * @example { countryCode: 91, country: "IN", lengths: [10], actual: 9 }
   */
  readonly params: { readonly [name: string]: string | number | string[] | number[] };
}

/**
 * An issue with a code of this version, whose `params` are typed by its `code`.
 *
 * @example
 * const issue = found as KnownIssue;
 * if (issue.code === "string.too_long") show(issue.params.limit); // number
 */
export type KnownIssue = {
  [Code in KnownIssueCode]: Issue & {
    /** The kind of problem. */
    readonly code: Code;
    /** The values in the message, by name. */
    readonly params: IssueParams[Code];
  };
}[KnownIssueCode];

/**
 * The message for one code: a string, in which `{name}` stands for the param `name`, or a function of
 * the params and the issue. If the function throws or returns anything but a string, the sentence for
 * developers is used.
 *
 * @example "At most {limit} characters, please."
 * @example ({ limit, actual }) => `${actual - limit} characters too many.`
 * @example (_, { path }) => (path.at(-1) === "name" ? "Enter your name." : "Fill this in.")
 */
export type IssueMessage<Params> = string | ((params: Params, issue: Issue) => string);

/**
 * Messages in place of the sentences for developers, by the code of an issue or a phone note. Codes left
 * out keep their sentence. `interakt-wasm/messages/en` and `interakt-wasm/messages/hi` have one for
 * every code, written for the person filling in a form.
 *
 * @example { ...hi, "recipient.missing_phone": "अपना WhatsApp नंबर लिखिए।" }
 */
export type IssueMessages = {
  readonly [Code in keyof IssueParams]?: IssueMessage<IssueParams[Code]> | undefined;
};

/** Messages for every code of this version. */
export type CompleteIssueMessages = {
  readonly [Code in keyof IssueParams]: IssueMessage<IssueParams[Code]>;
};

/** The result of `validate`. `Value` is what will be sent. */
export type Validation<Value> =
  | {
      /** The input has no errors. */
      readonly ok: true;
      /**
       * The input as it will be sent: after `JSON.stringify`, so without `undefined`, and with a `Date`
       * as a string. For `uploadMedia`, the input itself.
       */
      readonly value: Value;
      /** Worth knowing, but the request can be sent. */
      readonly warnings: Issue[];
    }
  | {
      /** The input has errors. */
      readonly ok: false;
      /** Every error, in the order of the operation's fields. */
      readonly issues: Issue[];
      /** Worth knowing besides the errors. */
      readonly warnings: Issue[];
    };
