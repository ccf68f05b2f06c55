import type { CallOptions } from "./client.js";
import type { AnswerOf } from "./operation.js";
import type { InputOf } from "./validator.js";

/** Goes through all pages of what is listed page by page, and gives one item after the other. */
export interface IterateMethods {
  /**
   * Every customer that `listUsers` would give, whatever page it is on.
   *
   * `offset` is where to begin and `limit` how many customers a request asks for. A page is asked
   * for when the one before is used up, and no more once the loop is left. An abort rejects with
   * the signal's own reason. A server that gives a page twice ends the loop with an `ApiError`,
   * `code` `repeated_page`, after everything that was new. Input and options are read once, when
   * this is called: what becomes of them in the loop changes no page.
   *
   * @example
   * for await (const customer of interakt.iterateUsers({})) console.log(customer.id);
   */
  iterateUsers(
    input: InputOf<"listUsers">,
    options?: CallOptions,
  ): AsyncGenerator<AnswerOf<"listUsers">["data"]["customers"][number], void, undefined>;
  /**
   * Every template that `listTemplates` would give, whatever page it is on: as `iterateUsers`.
   *
   * @example
   * for await (const { name } of interakt.iterateTemplates({ language: "en" })) console.log(name);
   */
  iterateTemplates(
    input: InputOf<"listTemplates">,
    options?: CallOptions,
  ): AsyncGenerator<AnswerOf<"listTemplates">["results"]["templates"][number], void, undefined>;
}
