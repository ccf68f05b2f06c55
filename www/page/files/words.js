/** Numbers of a check in words. */

/**
 * @typedef {import("interakt-wasm/bulk").RowProgress} RowProgress
 * @typedef {import("interakt-wasm/bulk").RowSummary} RowSummary
 */

/** @param {number} value */
export const number = (value) => value.toLocaleString("en");

/**
 * @param {number} count
 * @param {string} one
 */
export const counted = (count, one) => `${number(count)} ${count === 1 ? one : `${one}s`}`;

/**
 * @param {RowProgress} progress
 * @returns {string} "42% · 42,000 rows · 310,000 rows a second · 2 seconds left"
 */
export function progressWords({ bytes, totalBytes, rows, rowsPerSecond, remainingMs }) {
  const parts = [
    totalBytes && `${Math.min(100, Math.floor((bytes / totalBytes) * 100))}%`,
    counted(rows, "row"),
    rowsPerSecond > 0 && `${number(rounded(rowsPerSecond))} rows per second`,
    remainingMs !== undefined && `${timeWords(remainingMs)} left`,
  ];
  return parts.filter(Boolean).join(" · ");
}

/** @param {number} value @returns {number} As many digits as somebody can read while it changes. */
function rounded(value) {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
}

/** @param {number} ms */
export function timeWords(ms) {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  return seconds < 90 ? counted(seconds, "second") : counted(Math.ceil(seconds / 60), "minute");
}

/**
 * @param {RowSummary} summary Of a check that has ended.
 * @param {number} ms How long it took.
 * @returns {string} "Checked 12 rows in 0.1 seconds: 9 ready, 2 refused, 1 duplicate."
 */
export function summaryWords({ rows, ready, refused, duplicates, warned, complete }, ms) {
  const seconds = Math.max(0.1, ms / 1000).toFixed(1);
  const counts = [
    `${number(ready)} ready`,
    `${number(refused)} refused`,
    counted(duplicates, "duplicate"),
    warned > 0 && `${number(warned)} with a warning`,
  ];
  const verb = complete ? "Checked" : "Stopped after";
  const said = counts.filter(Boolean).join(", ");
  return `${verb} ${counted(rows, "row")} in ${seconds} seconds: ${said}.`;
}

/**
 * @param {string} text Of a file: as long as somebody likes.
 * @param {number} longest
 */
export function shortened(text, longest) {
  const characters = [...text.slice(0, longest * 2)];
  return characters.length > longest ? `${characters.slice(0, longest).join("")}…` : text;
}
