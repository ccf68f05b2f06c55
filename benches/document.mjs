/** The benchmarks as a document: docs/benchmarks.md, and what of it stands on a terminal. */
import { linesOf } from "./results.mjs";
import { markdownTable, plainTable } from "./table.mjs";

/**
 * @typedef {import("./results.mjs").Table} Table
 *
 * @typedef {object} Section Of the document: one table.
 * @property {string} table Its name.
 * @property {string} bench What measures it: a file in benches/.
 * @property {string} title
 * @property {string} text What is compared with what.
 * @property {string} [picture] In docs/, written by the benchmark.
 */

/**
 * @param {readonly Section[]} sections
 * @param {ReadonlyMap<string, Table>} tables What was measured, by name.
 * @param {string} version Of this package.
 * @returns {string}
 */
export function documentOf(sections, tables, version) {
  const measured = sections.flatMap(({ table }) => tables.get(table) ?? []);
  const said = sections.map((section) => sectionOf(section, tables.get(section.table)));
  return `# Benchmarks

Written by \`npm run bench -- --write\` in the repository, which measures everything again.

**Ratios, not seconds.** Times differ between machines; ratios between things that take turns in one
process differ much less. So every row is compared with the alternatives, and a figure is the median
of the ratios of many rounds, or the ratio of the fastest ones. Sizes, memory and the longest task are
absolute. \`npm run bench -- --check\` fails if a \`must\` is missed, which shows here as MISSED; \`aim\` is
the goal.

${summaryOf(measured)}

Measured with interakt-wasm ${version} on ${distinct(measured.map(placeOf)).join("; ")}. Compared with
${versionsIn(measured)}.

${said.join("\n")}`;
}

/** @param {Table} table */
const placeOf = ({ machine, measured }) => `${machine} (${measured})`;

/** @param {Section} section @param {Table | undefined} table */
function sectionOf({ title, bench, text, picture }, table) {
  const repeat = `Measure it: \`npm run bench -- ${bench}\`.`;
  const head = `## ${title}\n\n${text} ${table?.how ? `${table.how}. ` : ""}${repeat}\n\n`;
  const shown = picture ? `![${title}](${picture})\n\n` : "";
  return `${head}${shown}${table ? markdownTable(linesOf(table)) : "Not measured.\n"}`;
}

/** @param {Table[]} tables @returns {string} How many of the musts are met. */
export function summaryOf(tables) {
  const promised = tables.flatMap(({ table, rows }) =>
    rows.filter(({ verdict }) => verdict !== "").map((row) => ({ table, ...row })),
  );
  const missed = promised.filter(({ verdict }) => verdict === "MISSED");
  const met = `${promised.length - missed.length} of ${promised.length} musts are met`;
  if (missed.length === 0) return `${met}.`;
  return `${met}; missed: ${missed.map(({ table, name }) => `${table}, ${name}`).join("; ")}.`;
}

/**
 * All rows in one table, without what their figures were made from.
 *
 * @param {Table[]} tables
 * @returns {string}
 */
export function overviewOf(tables) {
  const lines = tables.flatMap((table) =>
    linesOf({ ...table, columns: [], rows: table.rows.map((row) => ({ ...row, details: [] })) })
      .slice(1)
      .map(([name = "", figure = "", ...rest]) => {
        return [`${table.table}: ${name}`, `${figure} ${table.unit}`, ...rest];
      }),
  );
  return plainTable([["", "measured", "must", "aim", ""], ...lines]);
}

/** @param {Table[]} tables */
function versionsIn(tables) {
  const all = tables.flatMap(({ peers }) => Object.entries(peers));
  return distinct(all.map(([name, version]) => `${name} ${version}`))
    .sort()
    .join(", ");
}

/** @param {string[]} items */
const distinct = (items) => [...new Set(items)];
