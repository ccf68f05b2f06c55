/**
 * Standard Schema and Standard JSON Schema, version 1.1 (https://standardschema.dev), as implemented by
 * validators. Assignable to `StandardSchemaV1` and `StandardJSONSchemaV1` of `@standard-schema/spec`.
 */
export interface StandardJsonSchema<Value> {
  /** The version of the specification. */
  readonly version: 1;
  /** The library that made the schema. */
  readonly vendor: "interakt-wasm";
  /** Checks a value. */
  readonly validate: (
    value: unknown,
    options?: StandardValidateOptions | undefined,
  ) => StandardResult<Value>;
  /** For type inference only; absent at run time. */
  readonly types?:
    | {
        /** What the schema accepts. */
        readonly input: Value;
        /** What the schema returns: the same. */
        readonly output: Value;
      }
    | undefined;
  /**
   * Returns the JSON Schema, a new copy each time that you may change. `input` and `output` are the same:
   * what is validated is what is sent.
   */
  readonly jsonSchema: {
    /** The schema of what is accepted. */
    readonly input: (options: StandardSchemaOptions) => Record<string, unknown>;
    /** The schema of what is returned: the same. */
    readonly output: (options: StandardSchemaOptions) => Record<string, unknown>;
  };
}

/** The result of a check by a Standard Schema: the value, or what is wrong with it. */
export type StandardResult<Value> =
  | {
      /** The checked value. */
      readonly value: Value;
      readonly issues?: undefined;
    }
  | {
      /** Everything that is wrong. */
      readonly issues: readonly StandardIssue[];
    };

/** One problem, as Standard Schema reports it. */
export interface StandardIssue {
  /** What is wrong, in words. */
  readonly message: string;
  /** Where it is: keys and indexes from the root. */
  readonly path?: readonly (string | number)[] | undefined;
}

/** What a library passes to `validate` of a Standard Schema. */
export interface StandardValidateOptions {
  /** The options of this package's `validate`; unknown ones are ignored. */
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/** Which JSON Schema to write. */
export interface StandardSchemaOptions {
  /**
   * The dialect.
   *
   * - `"draft-2020-12"`: the schema itself.
   * - `"draft-07"`: the same in that draft's vocabulary.
   * - `"openapi-3.0"`: a single self-contained Schema Object. What it cannot express is left out: patterns
   *   for the keys of a map, and the media type of a file.
   *
   * @throws {ConfigurationError} Anything else.
   */
  readonly target: "draft-2020-12" | "draft-07" | "openapi-3.0" | (string & {});
  /** Ignored. */
  readonly libraryOptions?: Record<string, unknown> | undefined;
}
