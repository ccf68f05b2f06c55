/** The tables in docs/runtimes.md of what is tested: written from results, and compared with them. */

/** @typedef {import("./rows.mjs").Row} Row */

/**
 * @typedef {object} Result
 * @property {Pick<Row, "where" | "how" | "isOfSystem">} row
 * @property {"passed" | "failed" | "not tested"} verdict
 * @property {string} version Empty where nothing is there that would have one.
 */

/** Where a table stands in the text. @param {string} name */
const placeOf = (name) =>
  new RegExp(`(<!-- tested: ${name} -->\n)(.*?)(<!-- end of tested: ${name} -->)`, "s");

/**
 * The text with the table in its place.
 *
 * @param {string} text
 * @param {string} name
 * @param {string} table
 */
export function withTable(text, name, table) {
  if (!placeOf(name).test(text)) throw new Error(`the text has no place for the table ${name}`);
  return text.replace(placeOf(name), (_, begin, __, end) => `${begin}${table}${end}`);
}

/**
 * The table that stands in the text.
 *
 * @param {string} text
 * @param {string} name
 */
export const tableIn = (text, name) => placeOf(name).exec(text)?.[2] ?? "";

/**
 * One line for each `where`, with all its versions; a line of its own for those that were tested
 * in other ways.
 *
 * @param {Result[]} results
 */
export function tableOf(results) {
  const places = distinct(results.map(({ row }) => row.where));
  const lines = places.flatMap((where) =>
    linesOf(
      where,
      results.filter(({ row }) => row.where === where),
    ),
  );
  return `| | version | how |\n|---|---|---|\n${lines.join("")}`;
}

/**
 * @param {string} where
 * @param {Result[]} results
 */
function linesOf(where, results) {
  /** @type {Map<string, string[]>} Versions by ways. */
  const lines = new Map();
  for (const version of distinct(results.map((result) => result.version))) {
    const ways = waysOf(results.filter((result) => result.version === version));
    lines.set(ways, [...(lines.get(ways) ?? []), version]);
  }
  return [...lines].map(
    ([ways, versions]) => `| ${where} | ${versions.filter(Boolean).join(", ")} | ${ways} |\n`,
  );
}

/** @param {Result[]} results */
function waysOf(results) {
  const ways = results.map(({ row, verdict }) =>
    verdict === "passed" ? row.how : `${row.how} (not tested)`,
  );
  return distinct(ways).join("; ");
}

/**
 * Which results a table does not tell, or tells otherwise: all that can be said where only some
 * rows have run.
 *
 * @param {string} table
 * @param {Result[]} results
 */
export function untoldIn(table, results) {
  const lines = table.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  return results.filter(
    (result) =>
      !lines.some(([, where, versions = "", ways = ""]) => {
        const isVersion = result.row.isOfSystem || versions.split(", ").includes(result.version);
        return (
          where === result.row.where && isVersion && ways.split("; ").includes(waysOf([result]))
        );
      }),
  );
}

/**
 * The tables without the versions that systems choose: what has to be the same everywhere.
 *
 * @param {string} table
 * @param {Result[]} results Of which the table is, or is to be.
 */
export function comparable(table, results) {
  const systems = new Set(
    results.filter(({ row }) => row.isOfSystem).map(({ row }) => `| ${row.where} |`),
  );
  return table
    .split("\n")
    .map((line) => {
      const [, where, , how] = line.split("|");
      return systems.has(`|${where}|`) ? `|${where}|${how}|` : line;
    })
    .join("\n");
}

/** @param {string[]} items */
const distinct = (items) => [...new Set(items)];
