/**
 * Standard Schema and Standard JSON Schema, version 1 (https://standardschema.dev): the part of
 * them that an operation keeps.
 */
export interface StandardJsonSchema<Value> {
  readonly version: 1;
  readonly vendor: "interakt-wasm";
  readonly validate: (value: unknown) => StandardResult<Value>;
  /** For inference only; absent at run time. */
  readonly types?: { readonly input: Value; readonly output: Value } | undefined;
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

/** Which JSON Schema to write. */
export interface StandardSchemaOptions {
  /** Only `"draft-2020-12"`; anything else throws a `ConfigurationError`. */
  readonly target: "draft-2020-12" | (string & {});
  readonly libraryOptions?: Record<string, unknown> | undefined;
}
