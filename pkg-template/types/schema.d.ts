import type { StandardJsonSchema } from "./standard.js";

/** What of a validator depends on whether the entry carries the JSON Schemas. This one does. */
export interface WithSchema<Input> {
  /**
   * The JSON Schema (draft 2020-12) of the input. Says what can be said of one value or of the
   * keys of one object; `validate` knows more. The same object each time: `"~standard".jsonSchema`
   * gives copies to change.
   */
  readonly schema: Record<string, unknown>;

  /**
   * Standard Schema and Standard JSON Schema, version 1.1: libraries for forms, routers and servers
   * take the validator itself as a schema.
   *
   * @example sendMessage["~standard"].jsonSchema.input({ target: "openapi-3.0" })
   */
  readonly "~standard": StandardJsonSchema<Input>;
}
