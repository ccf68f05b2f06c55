/**
 * Standard Schema and Standard JSON Schema, version 1.1 (https://standardschema.dev): the part of
 * them that a validator keeps. Assignable to `StandardSchemaV1` and `StandardJSONSchemaV1` of
 * `@standard-schema/spec`.
 */
export interface StandardJsonSchema<Value> {
  readonly version: 1;
  readonly vendor: "interakt-wasm";
  readonly validate: (
    value: unknown,
    options?: StandardValidateOptions | undefined,
  ) => StandardResult<Value>;
  /** For inference only; absent at run time. */
  readonly types?: { readonly input: Value; readonly output: Value } | undefined;
  /**
   * The JSON Schema, a copy each time, which may be changed. What is validated is what is sent: both
   * say the same.
   */
  readonly jsonSchema: {
    readonly input: (options: StandardSchemaOptions) => Record<string, unknown>;
    readonly output: (options: StandardSchemaOptions) => Record<string, unknown>;
  };
}

/** The value, or what is wrong with it. */
export type StandardResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** One problem. */
export interface StandardIssue {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
}

/** What a library hands on to `validate`. */
export interface StandardValidateOptions {
  /** The options of `validate`, as the library takes them for it: others are passed over. */
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/** Which JSON Schema to write. */
export interface StandardSchemaOptions {
  /**
   * - `"draft-2020-12"`: the schema itself.
   * - `"draft-07"`: the same in the words of that draft.
   * - `"openapi-3.0"`: as a Schema Object, all in one piece. What such a document cannot say is left
   *   out: what keys of a map must look like, and the media type of a file.
   *
   * @throws {ConfigurationError} Anything else.
   */
  readonly target: "draft-2020-12" | "draft-07" | "openapi-3.0" | (string & {});
  readonly libraryOptions?: Record<string, unknown> | undefined;
}
