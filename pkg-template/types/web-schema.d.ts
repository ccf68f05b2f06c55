import type { StandardJsonSchema } from "./standard.js";

/** The part of a validator that depends on whether the entry includes the JSON Schemas. This one does not. */
export interface WithSchema<Input> {
  /**
   * The JSON Schema (draft 2020-12) of the input, to be awaited: a page downloads it as a separate file
   * when this property is read. On a server, where this entry is the same as the default one, it is
   * available at once. It covers rules about a single value or the keys of a single object; `validate`
   * checks more.
   *
   * If the file cannot be loaded, the promise rejects with the runtime's error, and reading the property
   * again retries.
   *
   * @example const { properties } = await trackUser.schema
   */
  readonly schema: Promise<Record<string, unknown>> | Record<string, unknown>;

  /**
   * Standard Schema, version 1.1: libraries for forms, routers and servers accept the validator itself as
   * a schema. In a page it has no `jsonSchema`, which would have to be available synchronously.
   */
  readonly "~standard": Omit<StandardJsonSchema<Input>, "jsonSchema"> &
    Partial<Pick<StandardJsonSchema<Input>, "jsonSchema">>;
}
