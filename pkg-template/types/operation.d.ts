import type { Issue } from "./issue.js";
import type { BookOptions } from "./template-book.js";
import type { OperationName, OperationTypes } from "./types.js";
import type { InputOf, Validator } from "./validator.js";

/** A successful answer to an operation, with JSON inside strings decoded. */
export type AnswerOf<Name extends OperationName> = OperationTypes[Name]["answer"];

/** Where a request goes, and the key it carries. */
export interface BuildOptions {
  /**
   * The API key as Interakt's dashboard shows it: already base64. Sent unchanged as
   * `Authorization: Basic <key>`. Without a key, the header is left out.
   */
  apiKey?: string | undefined;
  /**
   * An absolute http or https URL, with or without a path, in place of Interakt's own. In a page or one
   * of its workers, a path on the page's own server is enough.
   *
   * @example "https://example.com/interakt"
   * @example "/api/interakt"
   */
  baseUrl?: string | undefined;
}

/** A request as data. Pass it to `new Request(request.url, request)`. */
export interface InteraktRequest {
  /** The operation it calls. */
  readonly operation: OperationName;
  /** The HTTP method. */
  readonly method: "GET" | "POST";
  /** An absolute URL in which every value is percent-encoded. */
  readonly url: string;
  /** The headers, with lower-case names. Includes the API key. */
  readonly headers: Record<string, string>;
  /** The JSON text that was validated; for `uploadMedia`, form data; for a GET, `null`. */
  readonly body: string | FormData | null;
  /** Warnings about the input and the key. */
  readonly warnings: Issue[];
}

/**
 * An operation of Interakt's API, as a value.
 *
 * ```ts
 * const checked = sendMessage.validate(form);
 * const request = sendMessage.build(form, { apiKey });
 * const response = await fetch(new Request(request.url, request));
 * const { id } = sendMessage.parse(response.status, response.headers, await response.text());
 * ```
 */
export interface Operation<Name extends OperationName = OperationName> extends Validator<Name> {
  /** The HTTP method. */
  readonly method: "GET" | "POST";
  /** The path, in which `{name}` stands for a field of the input. @example "/v1/public/message/" */
  readonly path: string;

  /**
   * Builds the request that sends an input.
   *
   * @example const request = sendMessage.build(message, { apiKey });
   * @throws {ValidationError} The input has errors.
   * @throws {ConfigurationError} The key or the base URL is invalid, or an option is unknown.
   */
  build(input: InputOf<Name>, options?: BuildOptions & BookOptions): InteraktRequest;

  /**
   * Decodes an answer. When called with an input alone, as tRPC does with anything that has a `parse`, it
   * returns that input or throws a `ValidationError`.
   *
   * @param status The answer's HTTP status.
   * @param headers Its headers, with names in any case: `Retry-After` is read; if repeated, the longest
   *   wait counts.
   * @param body Its body, as text or bytes.
   * @throws {ApiError} The answer is not a success.
   * @throws {ConfigurationError} An argument has the wrong type.
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
