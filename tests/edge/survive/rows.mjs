/** The file of a campaign, with rows that cannot be sent. */
import { checkRows } from "interakt-wasm/bulk";
import { toNewRow } from "interakt-wasm/edge";

/** Cells that are no numbers. */
const BAD = ["12345", "call me", "", "98765", "+99 1234", "9.87654E+09"];

/**
 * @param {import("./chance.mjs").Chance} chance
 * @param {number} count
 */
export async function makeRows(chance, count) {
  const lines = ["Mobile,Text"];
  /** @type {{ invalid: number[], duplicate: number[] }} */
  const expected = { invalid: [], duplicate: [] };
  /** @type {string[]} */
  const good = [];
  for (let index = 0; index < count; index += 1) {
    const number = `98${String(index).padStart(8, "0")}`;
    if (chance.is(0.03)) {
      expected.invalid.push(index);
      lines.push(`${chance.of(BAD)},Hello ${index}`);
    } else if (good.length > 0 && chance.is(0.02)) {
      expected.duplicate.push(index);
      lines.push(`0${chance.of(good)},Hello again`);
    } else {
      good.push(number);
      lines.push(`${number},Hello ${index}`);
    }
  }
  const check = checkRows(lines.join("\n"), {
    base: { type: "Text" },
    columns: { Mobile: "phone", Text: "data.message" },
    defaultCountry: "IN",
  });
  const rows = [];
  for await (const row of check) rows.push(toNewRow(row));
  return { rows, expected };
}
