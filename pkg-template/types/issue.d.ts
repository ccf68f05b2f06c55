import type { IssueParams } from "./issue-params.js";
import type { KnownIssueCode } from "./types.js";

export type { FileKind, IssueParams, JsonType, UnserializableReason } from "./issue-params.js";

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
  /**
   * Plain English for developers, or what `messages` say in its place. Never holds the value
   * itself.
   */
  readonly message: string;
  /** Errors block the request, warnings never do. */
  readonly severity: "error" | "warning";
  /**
   * What the message speaks of: numbers, names and words of a closed list, never English prose.
   * `IssueParams` has those of each code, `KnownIssue` tells them by `code`.
   *
   * @example { limit: 512, actual: 530 }
   * @example { countryCode: 91, country: "IN", lengths: [10], actual: 9 }
   */
  readonly params: { readonly [name: string]: string | number | string[] | number[] };
}

/**
 * An issue of this version, whose `params` are known from its `code`.
 *
 * @example
 * const issue = found as KnownIssue;
 * if (issue.code === "string.too_long") show(issue.params.limit); // number
 */
export type KnownIssue = {
  [Code in KnownIssueCode]: Issue & { readonly code: Code; readonly params: IssueParams[Code] };
}[KnownIssueCode];

/**
 * What is said of one code: a text, in which `{name}` stands for the param `name`, or a function of
 * the params. The issue tells where it is, and what developers are told. What throws, or gives no
 * text, leaves the developers' sentence.
 *
 * @example "At most {limit} characters, please."
 * @example ({ limit, actual }) => `${actual - limit} characters too many.`
 * @example (_, { path }) => (path.at(-1) === "name" ? "Enter your name." : "Fill this in.")
 */
export type IssueMessage<Params> = string | ((params: Params, issue: Issue) => string);

/**
 * What is said in place of the developers' sentences, by the codes of issues and of a phone's notes.
 * A code that is left out keeps its sentence. `interakt-wasm/messages/en` and
 * `interakt-wasm/messages/hi` have all of them, for the person at a form.
 *
 * @example { ...hi, "recipient.missing_phone": "अपना WhatsApp नंबर लिखिए।" }
 */
export type IssueMessages = {
  readonly [Code in keyof IssueParams]?: IssueMessage<IssueParams[Code]> | undefined;
};

/** A catalogue that lacks no code of this version. */
export type CompleteIssueMessages = {
  readonly [Code in keyof IssueParams]: IssueMessage<IssueParams[Code]>;
};

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
