/** How much of a limited text is used and left, for a counter beside its field. */
import { pathOf } from "./form-names.js";
import { LIMITS } from "./limits_table.js";
import { refuse } from "./options.js";

/**
 * @typedef {(text: string) => object} CountSms
 * @typedef {{ limit: number, isSms: boolean }} Found
 */

/** An entry of a line: where it is, and a limit or the name of the line that says more. */
const ENTRY = /^(.*?)(?:=(\d+)(s?)|>(.+))$/;

/** @type {Map<string, string[]> | undefined} */
let lines;

/**
 * @param {string} name Of a line.
 * @param {string} path With `[]` for each index.
 * @returns {Found[]} Of each kind that has such a text.
 */
function find(name, path) {
  lines ??= new Map(
    LIMITS.split("\n").map((line) => {
      const [name = "", ...entries] = line.split(" ");
      return /** @type {const} */ ([name, entries]);
    }),
  );
  return (lines.get(name) ?? []).flatMap((entry) => {
    const [, at = "", limit, sms, to] = ENTRY.exec(entry) ?? [];
    if (!to) return at === path ? [{ limit: Number(limit), isSms: sms === "s" }] : [];
    const isAbove = at === "" || path === at || /^[.[]/.test(path.slice(at.length));
    if (!path.startsWith(at) || !isAbove) return [];
    return find(to, path.slice(at.length).replace(/^\./, ""));
  });
}

/** @param {CountSms} smsSegments */
export const createLimitOf =
  (smsSegments) =>
  /**
   * @param {{ name: string, fixed?: { type?: unknown } | undefined, fields?: Record<string, any> | undefined }} schema
   *   What checks an input, or a form onto it.
   * @param {string} name Of a field of the form; otherwise a path.
   */
  (schema, name) => {
    const { fields, fixed } = schema;
    if (typeof name !== "string") refuse("limitOf takes a path.");
    const target = fields && (Object.hasOwn(fields, name) ? fields[name] : undefined);
    const steps = pathOf(fields ? (target?.to ?? target ?? "") : name);
    const path = steps.map((step) => (typeof step === "number" ? "[]" : `.${step}`)).join("");
    const kinds = [`${schema.name}.${fixed?.type}`, schema.name];
    // The kind's own where it has some.
    const [found = []] = kinds
      .map((kind) => find(kind, path.slice(1)))
      .filter((list) => list.length > 0);
    const [first] = found;
    if (!first || found.some(({ limit }) => limit !== first.limit)) return null;
    const { limit, isSms } = first;
    return Object.freeze({
      limit,
      unit: "characters",
      /** @param {string} text */
      count(text) {
        if (typeof text !== "string") refuse("count takes a string.");
        // As the form sends it, and as it is checked: by code points.
        const sent = text.replace(/\r\n?/g, "\n");
        const used = [...sent].length;
        return { used, left: limit - used, ...(isSms && { sms: smsSegments(sent) }) };
      },
    });
  };
