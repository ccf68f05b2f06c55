import type { CallOptions } from "./client.js";
import type { AnswerOf } from "./operation.js";
import type { InputOf } from "./validator.js";

/** Methods that go through all pages of a list, one item at a time. */
export interface IterateMethods {
  /**
   * Yields every customer that `listUsers` returns, across all pages.
   *
   * `offset` is where to start, and `limit` is how many customers each request asks for. The next page
   * is requested when the current one is used up, and none after the loop is left. Aborting rejects with
   * the signal's reason. If a server returns a page twice, the loop ends with an `ApiError` whose `code`
   * is `repeated_page`, after everything new has been yielded. Input and options are read once, when the
   * method is called: changing them later has no effect.
   *
   * @example
   * for await (const customer of interakt.iterateUsers({})) console.log(customer.id);
   */
  iterateUsers(
    input: InputOf<"listUsers">,
    options?: CallOptions,
  ): AsyncGenerator<AnswerOf<"listUsers">["data"]["customers"][number], void, undefined>;
  /**
   * Yields every template that `listTemplates` returns, across all pages, like `iterateUsers`.
   *
   * @example
   * for await (const { name } of interakt.iterateTemplates({ language: "en" })) console.log(name);
   */
  iterateTemplates(
    input: InputOf<"listTemplates">,
    options?: CallOptions,
  ): AsyncGenerator<AnswerOf<"listTemplates">["results"]["templates"][number], void, undefined>;
}
