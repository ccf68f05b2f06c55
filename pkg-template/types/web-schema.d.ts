import type { StandardJsonSchema } from "./standard.js";

/** What of a validator depends on whether the entry carries the JSON Schemas. This one does not. */
export interface WithSchema<Input> {
  /**
   * The JSON Schema (draft 2020-12) of the input, by `await`: a file of its own, which a page
   * downloads when this is read. On a server, where this entry is the default one, it is there at
   * once. Says what can be said of one value or of the keys of one object; `validate` knows more.
   *
   * Where the file does not come, the promise is rejected with what the runtime says, and the next
   * time that this is read the file is asked for again.
   *
   * @example const { properties } = await trackUser.schema
   */
  readonly schema: Promise<Record<string, unknown>> | Record<string, unknown>;

  /**
   * Standard Schema, version 1.1: libraries for forms, routers and servers take the validator itself
   * as a schema. In a page it has no `jsonSchema`, which would have to be there at once.
   */
  readonly "~standard": Omit<StandardJsonSchema<Input>, "jsonSchema"> &
    Partial<Pick<StandardJsonSchema<Input>, "jsonSchema">>;
}
