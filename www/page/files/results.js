/** What a check has found: how many rows of each sort, and the problems by their kinds. */
import { element, icon } from "../dom.js";
import { showPath } from "../inspect.js";
import { groupsOf } from "./groups.js";
import { number, shortened } from "./words.js";

/**
 * @typedef {import("interakt-wasm/bulk").RowProblem} RowProblem
 * @typedef {import("interakt-wasm/bulk").RowSummary} RowSummary
 * @typedef {import("./groups.js").Group} Group
 */

/** How many rows of a group are shown: the file of the refused has all. */
const MOST = 50;

/** A longer cell is cut: it is as long as its file makes it. */
const LONGEST = 120;

/** What is said where the sign is not seen. */
const SEVERITIES = { error: "Error: ", warning: "Warning: ", none: "Problem: " };

const COUNTS = {
  rows: "Rows",
  ready: "Ready",
  refused: "Refused",
  duplicates: "Duplicates",
  warned: "Warned",
};

/** @typedef {{ [Name in keyof typeof COUNTS]?: number }} Counts */

/**
 * @param {Counts} counts
 * @returns {HTMLElement[]} What is not known yet is a dash.
 */
export function countsOf(counts) {
  return /** @type {(keyof Counts)[]} */ (Object.keys(COUNTS)).map((name) => {
    const count = counts[name];
    return element(
      "div",
      { class: "rows-count", "data-of": name, "data-some": Boolean(count) && "" },
      element("dt", {}, COUNTS[name]),
      element("dd", {}, count === undefined ? "–" : number(count)),
    );
  });
}

/**
 * @param {RowSummary} summary
 * @returns {HTMLElement[]}
 */
export function problemsOf(summary) {
  const groups = groupsOf(summary);
  if (groups.length === 0) {
    return [element("p", { class: "empty" }, "Nothing is wrong with these rows.")];
  }
  return groups.map((group, at) => details(group, at === 0));
}

/**
 * @param {Group} group
 * @param {boolean} isOpen
 */
function details(group, isOpen) {
  const { code, severity, title, count, listed } = group;
  const shown = listed.slice(0, MOST);
  return element(
    "details",
    { class: "rows-group", open: isOpen },
    element(
      "summary",
      { class: "rows-group-head" },
      icon(severity ?? "dot"),
      element(
        "span",
        { class: "rows-group-title" },
        element("span", { class: "visually-hidden" }, SEVERITIES[severity ?? "none"]),
        title,
      ),
      element("span", { class: "rows-group-count" }, number(count)),
      icon("chevron"),
      element("code", { class: "issue-code" }, code),
    ),
    shown.length > 0 && linesTable(group, shown),
    count > shown.length &&
      element("p", { class: "aside rows-more" }, moreOf(group, count - shown.length)),
  );
}

/**
 * @param {Group} group
 * @param {number} more
 */
function moreOf({ severity, count }, more) {
  if (more === count) return "They are further down in the file.";
  const where = severity === "error" ? ": the file of refused rows has all" : "";
  return `And ${number(more)} more${where}.`;
}

/**
 * @param {Group} group
 * @param {readonly RowProblem[]} shown
 */
function linesTable({ title }, shown) {
  return element(
    "table",
    { class: "rows-lines" },
    element("caption", { class: "visually-hidden" }, title),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        ...["Line", "Column", "Cell"].map((name) => element("th", { scope: "col" }, name)),
      ),
    ),
    element("tbody", {}, ...shown.map((problem) => lineOf(problem, title))),
  );
}

/**
 * @param {RowProblem} problem
 * @param {string} title Of its group: what is said there already.
 */
function lineOf({ line, column, cell, issue }, title) {
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, number(line)),
    element("td", {}, column ?? placeOf(issue)),
    element(
      "td",
      {},
      cell ? element("code", {}, shortened(cell, LONGEST)) : "–",
      issue.message !== title && element("p", { class: "aside" }, issue.message),
    ),
  );
}

/** @param {RowProblem["issue"]} issue Of what no column gives. */
function placeOf({ path }) {
  return path.length > 0 ? element("code", {}, showPath(path)) : "–";
}
