/** Tables as people read them: on a terminal, and in a document. */

/**
 * @param {string[][]} lines Of as many cells each; all but the first column and the last are numbers.
 * @returns {string}
 */
export function plainTable(lines) {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  const said = lines.map((line) => {
    const cells = line.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 || column === line.length - 1 ? cell.padEnd(width) : cell.padStart(width);
    });
    return cells.join("  ").trimEnd();
  });
  return said.join("\n");
}

/**
 * @param {string[][]} lines The first is the head.
 * @returns {string}
 */
export function markdownTable([head = [], ...lines]) {
  const said = [
    head,
    head.map((_, column) => (column === 0 || column === head.length - 1 ? "---" : "---:")),
    ...lines,
  ];
  return said.map((cells) => `| ${cells.map(escaped).join(" | ")} |\n`).join("");
}

/** @param {string} cell */
const escaped = (cell) => cell.replaceAll("|", "\\|");
