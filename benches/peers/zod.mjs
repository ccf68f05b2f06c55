/** How zod says it. */
import { filled, regex } from "./source.mjs";

/** @param {number | undefined} min @param {number | undefined} max */
const bounds = (min, max) =>
  `${min === undefined ? "" : `.min(${min})`}${max === undefined ? "" : `.max(${max})`}`;

/** @type {import("./source.mjs").Dialect} */
export const ZOD = {
  imports: 'import * as z from "zod";',
  literal: (value) => `z.literal(${JSON.stringify(value)})`,
  oneOfTexts: (values) => `z.enum(${JSON.stringify(values)})`,
  text: ({ min, max, patterns }) =>
    `z.string()${bounds(min, max)}${patterns.map((each) => `.regex(${regex(each)})`).join("")}`,
  number: ({ isWhole, min, max }) => `z.${isWhole ? "int" : "number"}()${bounds(min, max)}`,
  boolean: () => "z.boolean()",
  nothing: () => "z.null()",
  list: (item, { min, max }) => `z.array(${item})${bounds(min, max)}`,
  record: (key, value) => `z.record(${key}, ${value})`,
  object(entries, ways) {
    const members = entries.map(
      ({ key, value, isOptional }) => `${key}: ${value}${isOptional ? ".optional()" : ""}`,
    );
    const refined = ways.length > 0 ? `.refine(${filled(ways)})` : "";
    return `z.object({ ${members.join(", ")} })${refined}`;
  },
  union: (options) => `z.union([${options.join(", ")}])`,
  variant: (key, options) => `z.discriminatedUnion("${key}", [${options.join(", ")}])`,
  verdict: (root) => `${root}.safeParse(input).success`,
  issues: (root) =>
    `(${root}.safeParse(input).error?.issues ?? []).map(({ path, message }) => [path.join("."), message])`,
};
