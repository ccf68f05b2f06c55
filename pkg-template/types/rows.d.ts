import type { FormTarget, Part } from "./form.js";
import type { Issue, IssueMessages } from "./issue.js";
import type { BookOptions } from "./template-book.js";
import type { OperationName } from "./types.js";
import type { InputOf } from "./validator.js";

/**
 * Where rows come from. A string is what is in a file, never its name. What opens a source anew for
 * each pass is a function, such as `() => createReadStream("customers.csv")` in Node; a stream or an
 * async iterable itself can be read once. When the file has changed meanwhile, columns that are named are
 * found where they are now; with columns that are proposed, or numbers, another header is refused.
 */
export type RowSource =
  | string
  | Uint8Array
  | ArrayBuffer
  | Blob
  | ReadableStream<Uint8Array | string>
  | AsyncIterable<Uint8Array | string>
  | (() => RowSource | Promise<RowSource>);

/** An operation that rows can be for: all but those that carry a file. */
export type RowOperation = Exclude<OperationName, "uploadMedia">;

/** The input of one row: of operations that also take a list, an item of it. */
export type RowInput<Name extends RowOperation> = Exclude<InputOf<Name>, readonly unknown[]>;

/** Where the cells of a column belong in an input. */
export type RowTarget<Name extends RowOperation> = FormTarget<RowInput<Name>>;

/** How rows are read, and what is asked of them. */
export interface RowOptions<Name extends RowOperation = "sendMessage"> extends BookOptions {
  /**
   * What each row is an input of.
   *
   * Default: `"sendMessage"`.
   */
  readonly operation?: Name | undefined;
  /**
   * What the inputs of all rows have, for CSV. Cells come before it. A `countryCode` is the
   * `defaultCountry`.
   *
   * @example { type: "Template", template: { name: "diwali_offer", languageCode: "en" } }
   */
  readonly base?: Part<RowInput<Name>> | undefined;
  /**
   * Where the cells of each column belong, by the words of the header (capitals and spaces do not
   * matter) or by the number of the column, from 1. `"phone"` is read as people type numbers, with
   * the country in the column of `"phone.country"`, by its letters, its code or its name in English
   * or Hindi; everything else is a path of the input. Texts go without the blanks around them, and
   * become the numbers and booleans that a place takes; where it takes several types, as traits do,
   * `as` says which. A cell that is empty is left out, but in a list it is an empty text.
   *
   * Columns that are left out are not looked at. Without `columns` they are proposed, from the words
   * of the header (English, Hindi, Hindi in Latin letters), the first rows and, with `templates`,
   * what the template takes: `plan()` tells them.
   *
   * @example { "Mobile No.": "phone", Name: "template.bodyValues[0]" }
   * @example { 1: "phone", 2: { to: "traits.total", as: "number" } }
   */
  readonly columns?: { readonly [column: string]: RowTarget<Name> } | undefined;
  /**
   * The country of a phone that is written without +, where the row says none: its ISO letters or
   * its country code.
   *
   * @example "IN"
   */
  readonly defaultCountry?: string | undefined;
  /** What the file is. Default: told by its first bytes. */
  readonly format?: "csv" | "ndjson" | undefined;
  /**
   * Whether the first row of CSV says what the columns are. Default: told by the first rows; a title
   * above the header is no row.
   */
  readonly header?: boolean | undefined;
  /** What stands between the cells of CSV. Default: told by the first rows. */
  readonly delimiter?: "," | ";" | "\t" | "|" | undefined;
  /**
   * How the bytes are to be read: a name that `TextDecoder` knows. Default: UTF-8, or UTF-16 by its
   * byte order mark or its zeros; a row of CSV that is not UTF-8 is read as Windows-1252, with a
   * warning, unless it is UTF-8 with a letter cut. A byte order mark comes before what is said here.
   *
   * @example "windows-1252"
   */
  readonly encoding?: string | undefined;
  /**
   * Recipients who are not to get it again: those rows are duplicates. Asked with all the digits of
   * a number, or with a `userId`.
   *
   * @example new Set(["919876543210"])
   */
  readonly seen?: { has(recipient: string): boolean } | undefined;
  /**
   * What a second row for the same recipient is: `"refuse"` makes it a duplicate. The first row that
   * is ready counts. Exact, and the only thing that takes memory with each row: 24 to 48 bytes.
   *
   * Default: `"refuse"` for `sendMessage` and `sendRcs`, `"allow"` for the others.
   */
  readonly duplicates?: "refuse" | "allow" | undefined;
  /**
   * What issues and the file of refused rows say in place of the sentences for developers.
   *
   * @example
   * import { hi } from "interakt-wasm/messages/hi";
   * checkRows(file, { messages: hi });
   */
  readonly messages?: IssueMessages | undefined;
  /**
   * How many problems `summary` lists.
   *
   * Default: `100`.
   */
  readonly maxProblems?: number | undefined;
  /**
   * Told about ten times a second how far a pass is, and at its end. What it throws or is rejected
   * with changes nothing.
   */
  readonly onProgress?: ((progress: RowProgress) => unknown) | undefined;
  /** Ends all passes when it is aborted: each is rejected with the signal's reason. */
  readonly signal?: AbortSignal | null | undefined;
}

/** An issue of a row. Its `path` is the place in the input. */
export interface RowIssue extends Issue {
  /** The column that it is about, as the header has it; by its number from 1 without one. */
  readonly column?: string;
}

/** What all rows have. */
interface RowPlace {
  /** Its place among the rows of the file, from 0: a header and blank lines are none. */
  readonly index: number;
  /** The line of the file where it begins, from 1. A cell with new lines takes several. */
  readonly line: number;
  /** What is worth knowing besides. */
  readonly warnings: RowIssue[];
  /** Its cells, as they are in the file; `undefined` for NDJSON. */
  readonly cells: string[] | undefined;
}

/** A row of a file, and what became of it. Plain data: it can be cloned, and written as JSON. */
export type Row<Name extends RowOperation = "sendMessage"> =
  | (RowPlace & {
      /** It can be sent. */
      readonly status: "ready";
      readonly input: RowInput<Name>;
      /**
       * 16 hexadecimal digits that are made of the input and nothing else: the same in each pass,
       * and in another file.
       */
      readonly key: string;
      readonly issues: RowIssue[];
    })
  | (RowPlace & {
      /**
       * It could be sent, but its recipient has a row before, or is among those `seen`. The first of
       * its `issues` says so: `row.duplicate` with the `line` of that row, or `row.seen`.
       */
      readonly status: "duplicate";
      readonly input: RowInput<Name>;
      readonly key: string;
      readonly issues: RowIssue[];
    })
  | (RowPlace & {
      /** It would fail: `issues` says why. */
      readonly status: "refused";
      /** As far as there is one. */
      readonly input: unknown;
      readonly key: string | undefined;
      readonly issues: RowIssue[];
    });

/** A row that can be sent, as `sendAll` takes it: results of it carry its `line` and `key`. Frozen. */
export interface ReadyRow<Name extends OperationName = "sendMessage"> {
  readonly "~row": true;
  /** Its place among all rows of the file, from 0. */
  readonly index: number;
  /** The line of the file where it begins, from 1. */
  readonly line: number;
  /** 16 hexadecimal digits that are made of the input and nothing else. */
  readonly key: string;
  readonly input: InputOf<Name>;
}

/** The rows that can be sent, in order. Each iteration is a pass. */
export interface ReadyRows<Name extends OperationName = "sendMessage">
  extends AsyncIterable<ReadyRow<Name>> {
  readonly "~rows": true;
  /** How many there are, once a pass has come to its end. */
  readonly size: number | undefined;
}

/** How a file is read. */
export interface RowPlan {
  readonly format: "csv" | "ndjson";
  /**
   * As `TextDecoder` names it; `"windows-1252"` where some of the first rows are no UTF-8.
   *
   * @example "utf-16le"
   */
  readonly encoding: string;
  /** What stands between cells; `undefined` for NDJSON. */
  readonly delimiter: "," | ";" | "\t" | "|" | undefined;
  /** The words of the header, trimmed; `null` where there is none. */
  readonly header: string[] | null;
  /**
   * Where each column belongs: what was given, or what is proposed. May be handed over again. It
   * may name nobody to send to: then a pass is refused.
   */
  readonly columns: {
    [column: string]: string | { readonly to: string; readonly as: "boolean" | "number" };
  };
  /** Whether nobody gave them. Show them before you send. */
  readonly isProposed: boolean;
  /**
   * What each column is called in `columns`: by the words of the header, or by its number from 1
   * where it has none of its own (`01` where another column is called 1).
   */
  readonly names: string[];
  /** The columns that belong nowhere, as `names` has them. */
  readonly unmapped: string[];
  /** The cells of the first five rows. */
  readonly sample: string[][];
}

/** Something that is wrong with a row, or worth knowing of it. */
export interface RowProblem {
  readonly line: number;
  /** As the header has it; by its number from 1 without one. */
  readonly column?: string;
  /** What the cell holds: its first 200 characters. */
  readonly cell?: string;
  readonly issue: RowIssue;
}

/** What is known of a pass. */
export interface RowSummary {
  /** All of `ready`, `refused` and `duplicates` together. */
  readonly rows: number;
  readonly ready: number;
  readonly refused: number;
  readonly duplicates: number;
  /** Rows with warnings, whatever else they are. */
  readonly warned: number;
  /** How many issues and warnings there are of each code. */
  readonly byCode: { readonly [code: string]: number };
  /** The first `maxProblems`, in the order of the file; errors come before warnings if not all fit. */
  readonly problems: RowProblem[];
  /** Whether the pass has come to its end. */
  readonly complete: boolean;
}

/** How far a pass is. */
export interface RowProgress {
  /** How much of the source was read, in bytes; of a string in characters. */
  readonly bytes: number;
  /** How much there is, where that is known: of a string, bytes and a Blob. */
  readonly totalBytes?: number | undefined;
  readonly rows: number;
  readonly ready: number;
  readonly refused: number;
  readonly duplicates: number;
  /** On average since the pass began. 0 while no time has passed. */
  readonly rowsPerSecond: number;
  /** Milliseconds until its end at this rate, where `totalBytes` is known. */
  readonly remainingMs?: number | undefined;
}

/**
 * Rows, and how to go through them. Each iteration, `run`, `ready` and `refusedCsv` is a pass of its
 * own, which reads the source from its start; they may run beside each other. Nothing is read before
 * a pass begins, and nothing is ever sent.
 */
export interface RowCheck<Name extends RowOperation = "sendMessage"> {
  /**
   * A pass, row by row.
   *
   * @throws {ConfigurationError} The file does not go with the options, or a source that can be read
   *   once was read. What the source itself throws is thrown as it is.
   */
  [Symbol.asyncIterator](): AsyncIterableIterator<Row<Name>>;
  /**
   * How the file will be read. Reads its first bytes only, which are not lost for a pass over a
   * stream.
   *
   * @throws {ConfigurationError} As a pass does.
   */
  plan(): Promise<RowPlan>;
  /** A pass that only counts: the fast way to `summary`, and to `size` of `ready()`. */
  run(): Promise<RowSummary>;
  /**
   * A pass over what can be sent, for `sendAll`.
   *
   * @example await interakt.sendAll(check.ready());
   */
  ready(): ReadyRows<Name>;
  /**
   * A pass over what cannot, as CSV to hand back to whoever made the file: the cells as they were,
   * then `line` and `problem`, in the words of `messages`. UTF-8, with the mark by which Excel knows
   * it. Rows of NDJSON stand behind their problem.
   *
   * @example await new Response(check.refusedCsv()).blob();
   */
  refusedCsv(): ReadableStream<Uint8Array>;
  /** Of the newest pass, as far as it is. */
  readonly summary: RowSummary;
}

/**
 * Checks the rows of a file before anything is sent: CSV or NDJSON, in pieces, with memory that does
 * not grow with it. The page stays smooth meanwhile: every 8 ms other work gets its turn.
 *
 * What is wrong with a row is that row's issue, and the rest goes on: a phone that is none, a quote
 * that nobody closes, a number that a spreadsheet has spoilt.
 *
 * @example
 * const check = checkRows(file, {
 *   base: { type: "Template", template: { name: "diwali_offer", languageCode: "en" } },
 *   columns: { "Mobile No.": "phone", Name: "template.bodyValues[0]" },
 *   defaultCountry: "IN",
 * });
 * for await (const row of check) if (row.status === "refused") show(row.line, row.issues);
 * const { ready, refused, duplicates } = check.summary;
 * for await (const { line, status } of interakt.sendAll(check.ready())) console.log(line, status);
 * @throws {ConfigurationError} An option cannot work or is none, or the source is none.
 */
export declare function checkRows<Name extends RowOperation = "sendMessage">(
  source: RowSource,
  options?: RowOptions<Name>,
): RowCheck<Name>;
