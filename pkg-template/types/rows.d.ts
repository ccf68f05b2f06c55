import type { FormTarget, Part } from "./form.js";
import type { Issue, IssueMessages } from "./issue.js";
import type { BookOptions } from "./template-book.js";
import type { OperationName } from "./types.js";
import type { InputOf } from "./validator.js";

/**
 * Where rows come from. A string is the content of a file, never its name. A function opens the source
 * anew for each pass, such as `() => createReadStream("customers.csv")` in Node; a stream or an async
 * iterable can be read only once. If the file changes between passes, named columns are found wherever
 * they are now; with proposed or numbered columns, a different header is refused.
 */
export type RowSource =
  | string
  | Uint8Array
  | ArrayBuffer
  | Blob
  | ReadableStream<Uint8Array | string>
  | AsyncIterable<Uint8Array | string>
  | (() => RowSource | Promise<RowSource>);

/** An operation that rows can be for: any except those that upload a file. */
export type RowOperation = Exclude<OperationName, "uploadMedia">;

/** The input of one row. For operations that also take a list, one item of it. */
export type RowInput<Name extends RowOperation> = Exclude<InputOf<Name>, readonly unknown[]>;

/** Where the cells of a column go in an input. */
export type RowTarget<Name extends RowOperation> = FormTarget<RowInput<Name>>;

/** Options for `checkRows`: how rows are read and checked. */
export interface RowOptions<Name extends RowOperation = "sendMessage"> extends BookOptions {
  /**
   * The operation that each row is an input for.
   *
   * Default: `"sendMessage"`.
   */
  readonly operation?: Name | undefined;
  /**
   * What the inputs of all rows have in common, for CSV. Cells take precedence. A `countryCode` here
   * serves as the `defaultCountry`.
   *
   * @example { type: "Template", template: { name: "diwali_offer", languageCode: "en" } }
   */
  readonly base?: Part<RowInput<Name>> | undefined;
  /**
   * Where the cells of each column go, by column heading (ignoring case and spaces) or by column number,
   * from 1. `"phone"` reads a number as people type it, with the country from the column whose target is
   * `"phone.country"`: its ISO letters, its code, or its name in English or Hindi. Everything else is a
   * path of the input. Text is trimmed, and converted to the number or boolean that the path takes; if it
   * takes several types, as traits do, `as` says which. Empty cells are left out, except in a list, where
   * they are empty strings.
   *
   * Columns not listed are ignored. Without `columns`, a mapping is proposed from the headings (English,
   * Hindi, Hindi in Latin letters), the first rows and, with `templates`, what the template takes: see
   * `plan()`.
   *
   * @example { "Mobile No.": "phone", Name: "template.bodyValues[0]" }
   * @example { 1: "phone", 2: { to: "traits.total", as: "number" } }
   */
  readonly columns?: { readonly [column: string]: RowTarget<Name> } | undefined;
  /**
   * The country of a phone number written without +, if its row names none: ISO letters or a country
   * code.
   *
   * @example "IN"
   */
  readonly defaultCountry?: string | undefined;
  /** The file's format. Default: detected from its first bytes. */
  readonly format?: "csv" | "ndjson" | undefined;
  /**
   * Whether the first row of a CSV file is a header. Default: detected from the first rows; a title above
   * the header is not counted as a row.
   */
  readonly header?: boolean | undefined;
  /** The separator between CSV cells. Default: detected from the first rows. */
  readonly delimiter?: "," | ";" | "\t" | "|" | undefined;
  /**
   * The file's encoding, by a name that `TextDecoder` knows. Default: UTF-8, or UTF-16 if it has its byte
   * order mark or zeros; a CSV row that is not UTF-8 is read as Windows-1252, with a warning, unless it is
   * UTF-8 with a truncated character. A byte order mark takes precedence over this option.
   *
   * @example "windows-1252"
   */
  readonly encoding?: string | undefined;
  /**
   * Recipients who should not get the message again: their rows are duplicates. Anything with `has`, such
   * as a `Set`.
   *
   * @example new Set(["919876543210"])
   */
  readonly seen?:
    | {
        /**
         * Called with all digits of a number, with these behind a `+`, and with a `userId`. If a number
         * has two spellings, as in Mexico and Brazil, it is called with each.
         */
        has(recipient: string): boolean;
      }
    | undefined;
  /**
   * What to do with a second row for the same recipient: `"refuse"` makes it a duplicate of the first
   * ready one. Exact, and the only thing that needs memory for each row: 24 to 48 bytes.
   *
   * Default: `"refuse"` for `sendMessage` and `sendRcs`, `"allow"` for the others.
   */
  readonly duplicates?: "refuse" | "allow" | undefined;
  /**
   * Messages for issues and for the file of refused rows, by code, in place of the sentences for
   * developers.
   *
   * @example
   * import { hi } from "interakt-wasm/messages/hi";
   * checkRows(file, { messages: hi });
   */
  readonly messages?: IssueMessages | undefined;
  /**
   * The most problems that `summary` lists.
   *
   * Default: `100`.
   */
  readonly maxProblems?: number | undefined;
  /**
   * Called about ten times a second with the progress of a pass, and at its end. Errors it throws, or
   * rejects with, have no effect.
   */
  readonly onProgress?: ((progress: RowProgress) => unknown) | undefined;
  /** Aborting it ends all passes: each rejects with the signal's reason. */
  readonly signal?: AbortSignal | null | undefined;
}

/** An issue in a row. Its `path` is the place in the input. */
export interface RowIssue extends Issue {
  /** The column it is about: its heading, or without a header its number, from 1. */
  readonly column?: string;
}

/** What all rows have in common. */
interface RowPlace {
  /** Position among the rows of the file, from 0, not counting the header and blank lines. */
  readonly index: number;
  /** The line on which it begins, from 1. Cells with line breaks take several lines. */
  readonly line: number;
  /** Worth knowing, but nothing that prevents sending. */
  readonly warnings: RowIssue[];
  /** Its cells, as in the file; `undefined` for NDJSON. */
  readonly cells: string[] | undefined;
}

/** A checked row. Plain data: it can be cloned and serialized as JSON. */
export type Row<Name extends RowOperation = "sendMessage"> =
  | (RowPlace & {
      /** It can be sent. */
      readonly status: "ready";
      /** The operation's input. */
      readonly input: RowInput<Name>;
      /**
       * 16 hexadecimal digits derived from the input alone: the same in every pass, and in any other
       * file.
       */
      readonly key: string;
      /** Empty. */
      readonly issues: RowIssue[];
    })
  | (RowPlace & {
      /** It could be sent, but its recipient has an earlier row, or is in `seen`. */
      readonly status: "duplicate";
      /** The operation's input. */
      readonly input: RowInput<Name>;
      /** 16 hexadecimal digits derived from the input alone. */
      readonly key: string;
      /** The first says why: `row.duplicate` with the `line` of the earlier row, or `row.seen`. */
      readonly issues: RowIssue[];
    })
  | (RowPlace & {
      /** It would fail: see `issues`. */
      readonly status: "refused";
      /** The input, as far as there is one. */
      readonly input: unknown;
      /** 16 hexadecimal digits derived from the input alone, if there is one. */
      readonly key: string | undefined;
      /** Everything that is wrong with it. */
      readonly issues: RowIssue[];
    });

/** A row that can be sent with `sendAll`, whose results repeat its `line` and `key`. Frozen. */
export interface ReadyRow<Name extends OperationName = "sendMessage"> {
  /** Marks it as a row rather than an input. */
  readonly "~row": true;
  /** Position among all rows of the file, from 0. */
  readonly index: number;
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** 16 hexadecimal digits derived from the input alone. */
  readonly key: string;
  /** The operation's input. */
  readonly input: InputOf<Name>;
}

/** The rows that can be sent, in order. Each iteration is a pass of its own. */
export interface ReadyRows<Name extends OperationName = "sendMessage">
  extends AsyncIterable<ReadyRow<Name>> {
  /** Marks them as rows of a file. */
  readonly "~rows": true;
  /** How many there are, once a pass has finished. */
  readonly size: number | undefined;
}

/** How a file is read. */
export interface RowPlan {
  /** The file's format. */
  readonly format: "csv" | "ndjson";
  /**
   * The encoding, as `TextDecoder` calls it; `"windows-1252"` if some of the first rows are not UTF-8.
   *
   * @example "utf-16le"
   */
  readonly encoding: string;
  /** The separator between cells; `undefined` for NDJSON. */
  readonly delimiter: "," | ";" | "\t" | "|" | undefined;
  /** The column headings, trimmed; `null` if there is no header. */
  readonly header: string[] | null;
  /**
   * Where each column goes: as given, or as proposed. Can be passed back as `columns`. A proposal may lack
   * a recipient: then passes are refused.
   */
  readonly columns: {
    [column: string]:
      | string
      | {
          /** A path of the input. */
          readonly to: string;
          /** The type to convert the cells to. */
          readonly as: "boolean" | "number";
        };
  };
  /** Whether the columns are a proposal. Show them to a person before you send. */
  readonly isProposed: boolean;
  /**
   * The name of each column in `columns`: its heading, or its number from 1 if it has no heading of its
   * own (`01` if another column's heading is 1).
   */
  readonly names: string[];
  /** The names of the columns that go nowhere. */
  readonly unmapped: string[];
  /** The cells of the first five rows. */
  readonly sample: string[][];
}

/** Something that is wrong with a row, or worth knowing about it. */
export interface RowProblem {
  /** The line on which the row begins, from 1. */
  readonly line: number;
  /** The column: its heading, or without a header its number, from 1. */
  readonly column?: string;
  /** The first 200 characters of the cell. */
  readonly cell?: string;
  /** What is wrong, or worth knowing. */
  readonly issue: RowIssue;
}

/** The results of a pass. */
export interface RowSummary {
  /** The sum of `ready`, `refused` and `duplicates`. */
  readonly rows: number;
  /** Rows that can be sent. */
  readonly ready: number;
  /** Rows that would fail. */
  readonly refused: number;
  /** Rows whose recipient has an earlier row, or is in `seen`. */
  readonly duplicates: number;
  /** Rows with warnings, whatever their status. */
  readonly warned: number;
  /** How many issues and warnings there are, by code. */
  readonly byCode: { readonly [code: string]: number };
  /** The first `maxProblems`, in file order; if not all fit, errors take precedence over warnings. */
  readonly problems: RowProblem[];
  /** Whether the pass has finished. */
  readonly complete: boolean;
}

/** The progress of a pass. */
export interface RowProgress {
  /** How much of the source has been read, in bytes; for a string, in characters. */
  readonly bytes: number;
  /** How much there is in total, if known: for a string, bytes or a Blob. */
  readonly totalBytes?: number | undefined;
  /** Rows so far: the sum of the three below. */
  readonly rows: number;
  /** Rows so far that can be sent. */
  readonly ready: number;
  /** Rows so far that would fail. */
  readonly refused: number;
  /** Rows so far whose recipient has an earlier row, or is in `seen`. */
  readonly duplicates: number;
  /** The average since the pass began. 0 while no time has passed. */
  readonly rowsPerSecond: number;
  /** Milliseconds left at this rate, if `totalBytes` is known. */
  readonly remainingMs?: number | undefined;
}

/**
 * The rows of a file, and ways to go through them. Each iteration and each call of `run`, `ready` and
 * `refusedCsv` is a pass of its own that reads the source from the start; passes may run concurrently.
 * Nothing is read before a pass begins, and nothing is ever sent.
 */
export interface RowCheck<Name extends RowOperation = "sendMessage"> {
  /**
   * A pass, row by row.
   *
   * @throws {ConfigurationError} The file does not match the options, or the source can be read only once
   *   and has been read. Errors of the source itself are rethrown.
   */
  [Symbol.asyncIterator](): AsyncIterableIterator<Row<Name>>;
  /**
   * Tells how the file will be read. Reads only its first bytes, which a later pass over a stream still
   * gets.
   *
   * @throws {ConfigurationError} In the same cases as a pass.
   */
  plan(): Promise<RowPlan>;
  /** A pass that only counts: the fastest way to `summary`, and to the `size` of `ready()`. */
  run(): Promise<RowSummary>;
  /**
   * A pass over the rows that can be sent, for `sendAll`.
   *
   * @example await interakt.sendAll(check.ready());
   */
  ready(): ReadyRows<Name>;
  /**
   * A pass over the rows that cannot be sent, as CSV to return to whoever made the file: the original
   * cells, then `line` and `problem`, in the words of `messages`. UTF-8 with a byte order mark, for Excel.
   * Rows of NDJSON come after their problem.
   *
   * @example await new Response(check.refusedCsv()).blob();
   */
  refusedCsv(): ReadableStream<Uint8Array>;
  /** The results of the newest pass, so far. */
  readonly summary: RowSummary;
}

/**
 * Checks the rows of a CSV or NDJSON file before anything is sent. The file is read in pieces, so memory
 * does not grow with it, and a page stays responsive: other work gets a turn every 8 ms.
 *
 * A problem in a row is an issue of that row and stops nothing: an invalid phone number, an unclosed
 * quote, a number damaged by a spreadsheet.
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
 * @throws {ConfigurationError} An option is invalid or unknown, or the source is not one.
 */
export declare function checkRows<Name extends RowOperation = "sendMessage">(
  source: RowSource,
  options?: RowOptions<Name>,
): RowCheck<Name>;
