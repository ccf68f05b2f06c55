/** How valibot says it. */
import { filled, regex } from "./source.mjs";

/** @param {string} schema @param {(string | undefined)[]} actions */
function pipe(schema, ...actions) {
  const said = actions.filter((action) => action !== undefined);
  return said.length > 0 ? `v.pipe(${[schema, ...said].join(", ")})` : schema;
}

/** @param {string} name @param {number | undefined} bound */
const bounded = (name, bound) => (bound === undefined ? undefined : `v.${name}(${bound})`);

/** @type {import("./source.mjs").Dialect} */
export const VALIBOT = {
  imports: 'import * as v from "valibot";',
  literal: (value) => `v.literal(${JSON.stringify(value)})`,
  oneOfTexts: (values) => `v.picklist(${JSON.stringify(values)})`,
  text: ({ min, max, patterns }) =>
    pipe(
      "v.string()",
      bounded("minLength", min),
      bounded("maxLength", max),
      ...patterns.map((each) => `v.regex(${regex(each)})`),
    ),
  number: ({ isWhole, min, max }) =>
    pipe(
      "v.number()",
      isWhole ? "v.integer()" : undefined,
      bounded("minValue", min),
      bounded("maxValue", max),
    ),
  boolean: () => "v.boolean()",
  nothing: () => "v.null()",
  list: (item, { min, max }) =>
    pipe(`v.array(${item})`, bounded("minLength", min), bounded("maxLength", max)),
  record: (key, value) => `v.record(${key}, ${value})`,
  object(entries, ways) {
    const members = entries.map(
      ({ key, value, isOptional }) => `${key}: ${isOptional ? `v.optional(${value})` : value}`,
    );
    const check = ways.length > 0 ? `v.check(${filled(ways)})` : undefined;
    return pipe(`v.object({ ${members.join(", ")} })`, check);
  },
  union: (options) => `v.union([${options.join(", ")}])`,
  variant: (key, options) => `v.variant("${key}", [${options.join(", ")}])`,
  verdict: (root) => `v.safeParse(${root}, input).success`,
  issues: (root) =>
    `(v.safeParse(${root}, input).issues ?? []).map((issue) => [v.getDotPath(issue), issue.message])`,
};
