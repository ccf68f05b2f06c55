import type { Issue } from "./issue.js";
import type { BookOptions } from "./template-book.js";
import type { OperationName, OperationTypes } from "./types.js";
import type { InputOf, Validator } from "./validator.js";

/** What a successful answer to an operation holds, with the JSON in its strings decoded. */
export type AnswerOf<Name extends OperationName> = OperationTypes[Name]["answer"];

/** Where a request goes, and with which key. */
export interface BuildOptions {
  /**
   * The key as Interakt's dashboard shows it: already base64. Sent unchanged as
   * `Authorization: Basic <key>`. Without one the header is left out.
   */
  apiKey?: string | undefined;
  /**
   * An absolute http or https URL, with or without a path, in place of Interakt's own. In a page,
   * and in a worker of one, a path is enough: it is one of the page's own server.
   *
   * @example "https://example.com/interakt"
   * @example "/api/interakt"
   */
  baseUrl?: string | undefined;
}

/** A request as data. `new Request(request.url, request)` takes it. */
export interface InteraktRequest {
  readonly operation: OperationName;
  readonly method: "GET" | "POST";
  /** Absolute, every value in it percent-encoded. */
  readonly url: string;
  /** Names in lower case. Holds the API key. */
  readonly headers: Record<string, string>;
  /** The JSON text that was validated; a form for `uploadMedia`; `null` for a GET. */
  readonly body: string | FormData | null;
  /** What is worth knowing of the input and the key. */
  readonly warnings: Issue[];
}

/**
 * Something that Interakt can do, as a value.
 *
 * ```ts
 * const checked = sendMessage.validate(form);
 * const request = sendMessage.build(form, { apiKey });
 * const response = await fetch(new Request(request.url, request));
 * const { id } = sendMessage.parse(response.status, response.headers, await response.text());
 * ```
 */
export interface Operation<Name extends OperationName = OperationName> extends Validator<Name> {
  readonly method: "GET" | "POST";
  /** `{name}` stands for a field of the input. */
  readonly path: string;

  /**
   * The request that sends an input.
   *
   * @throws {ValidationError} The input has errors.
   * @throws {ConfigurationError} The key or the base URL cannot work, or an option is none.
   */
  build(input: InputOf<Name>, options?: BuildOptions & BookOptions): InteraktRequest;

  /**
   * The decoded answer. tRPC, which calls what has a `parse` with an input alone, gets that back, or
   * a `ValidationError`.
   *
   * @param status The answer's HTTP status.
   * @param headers Its headers, names in any case: `Retry-After` is read, and where it stands more
   *   than once the longest counts.
   * @param body Its body.
   * @throws {ApiError} The answer is no success.
   * @throws {ConfigurationError} One of the three is no such thing.
   */
  parse(
    status: number,
    headers:
      | Headers
      | Iterable<readonly [name: string, value: string]>
      | Readonly<Record<string, string | readonly string[] | undefined>>
      | null
      | undefined,
    body: string | ArrayBuffer | ArrayBufferView | null | undefined,
  ): AnswerOf<Name>;
}
