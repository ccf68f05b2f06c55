/** An issue of this package, or of any Standard Schema. */
export interface IssueLike {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** Issues by the fields that they are about. */
export interface FlattenedIssues<Told extends IssueLike> {
  /** What is about no field: the path is empty. */
  formIssues: Told[];
  /** The rest, by the name that their path has: `template.bodyValues[0]`, `traits["a.b"]`. */
  fieldIssues: { [name: string]: Told[] };
}

/**
 * Sorts issues by the fields that they are about. Whatever a field is called, `__proto__` too, is a
 * property of its own.
 *
 * @example
 * const { fieldIssues } = flatten(checked.issues);
 * fieldIssues["template.bodyValues[0]"]?.[0]?.message // "Must not be empty."
 */
export declare function flatten<Told extends IssueLike>(
  issues: readonly Told[],
): FlattenedIssues<Told>;

/**
 * A text of a line for each issue, for logs and terminals. Like them it never holds a value.
 *
 * @example summarize(checked.issues) // "phoneNumber: Must be digits only…\ndata.message: Must not be empty."
 */
export declare function summarize(issues: readonly IssueLike[]): string;
