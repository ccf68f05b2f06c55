import type { StandardJsonSchema } from "./standard.js";

/** The part of a validator that depends on whether the entry includes the JSON Schemas. This one does. */
export interface WithSchema<Input> {
  /**
   * The JSON Schema (draft 2020-12) of the input. It covers rules about a single value or the keys of a
   * single object; `validate` checks more. Always the same object: `"~standard".jsonSchema` returns
   * copies that you may change.
   */
  readonly schema: Record<string, unknown>;

  /**
   * Standard Schema and Standard JSON Schema, version 1.1: libraries for forms, routers and servers accept
   * the validator itself as a schema.
   *
   * @example sendMessage["~standard"].jsonSchema.input({ target: "openapi-3.0" })
   */
  readonly "~standard": StandardJsonSchema<Input>;
}
