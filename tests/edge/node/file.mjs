/** A file of customers with what such files have: bad rows, and people who are in it twice. */

/**
 * @param {import("../../webhooks/random.mjs").Random} random
 * @param {number} count Of rows; 3 % of them are bad and 2 % are there twice.
 */
export function customers(random, count) {
  /** Of those that can be sent, the others. @type {{ good: number[], bad: number[], twice: number[] }} */
  const kinds = { good: [], bad: [], twice: [] };
  const lines = ["Mobile,Name"];
  for (let index = 0; index < count; index += 1) {
    const chance = random.below(100);
    const kind = chance < 3 ? "bad" : chance < 5 && kinds.good.length > 0 ? "twice" : "good";
    const earlier = kind === "twice" ? random.pick(kinds.good) : index;
    kinds[kind].push(index);
    lines.push(kind === "bad" ? `98765,Row ${index}` : `${numberOf(earlier)},Row ${index}`);
  }
  return { ...kinds, text: `${lines.join("\n")}\n` };
}

/** @param {number} index */
const numberOf = (index) => 9_000_000_000 + index * 7;

/** What makes messages of such a file. */
export const ROWS = {
  base: { type: "Template", template: { name: "offer", languageCode: "en" } },
  columns: { Mobile: "phone", Name: "template.bodyValues[0]" },
  defaultCountry: "IN",
};
