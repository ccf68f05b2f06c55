/** An issue from this package or any other Standard Schema. */
export interface IssueLike {
  /** What is wrong, in words. */
  readonly message: string;
  /** Where it is: keys and indexes from the root, some libraries wrap them in objects. */
  readonly path?:
    | readonly (
        | PropertyKey
        | {
            /** The key or index. */
            readonly key: PropertyKey;
          }
      )[]
    | undefined;
}

/** Issues grouped by field. */
export interface FlattenedIssues<Told extends IssueLike> {
  /** Issues that belong to no field: their path is empty. */
  formIssues: Told[];
  /** All others, by the name of their path: `template.bodyValues[0]`, `traits["a.b"]`. */
  fieldIssues: { [name: string]: Told[] };
}

/**
 * Groups issues by field. Every field name is an own property of the result, even `__proto__`.
 *
 * @example
 * const { fieldIssues } = flatten(checked.issues);
 * fieldIssues["template.bodyValues[0]"]?.[0]?.message // "Must not be empty."
 */
export declare function flatten<Told extends IssueLike>(
  issues: readonly Told[],
): FlattenedIssues<Told>;

/**
 * Turns issues into text, one line each, for logs and terminals. Like issues, it never contains a value.
 *
 * @example summarize(checked.issues) // "phoneNumber: Must be digits only…\ndata.message: Must not be empty."
 */
export declare function summarize(issues: readonly IssueLike[]): string;
