/** The problems of a file by their kinds. */

/**
 * @typedef {import("interakt-wasm/bulk").RowProblem} RowProblem
 * @typedef {import("interakt-wasm/bulk").RowSummary} RowSummary
 *
 * @typedef {object} Group
 * @property {string} code
 * @property {"error" | "warning" | undefined} severity Of a kind that is not listed, nobody knows.
 * @property {string} title What is said of most of its rows.
 * @property {number} count Of all, those included that are not listed.
 * @property {RowProblem[]} listed In the order of the file.
 */

/** What is said of each row in other words, with the number of another one. @type {Record<string, string>} */
const TITLES = { "row.duplicate": "This customer has an earlier row." };

/**
 * @param {Pick<RowSummary, "byCode" | "problems">} summary
 * @returns {Group[]} Errors first, and of those what most rows have.
 */
export function groupsOf({ byCode, problems }) {
  return Object.entries(byCode)
    .map(([code, count]) => {
      const listed = problems.filter(({ issue }) => issue.code === code);
      const severity = listed[0]?.issue.severity;
      return { code, severity, title: titleOf(code, listed), count, listed };
    })
    .sort((one, other) => {
      return rank(one) - rank(other) || other.count - one.count || compare(one.code, other.code);
    });
}

/** @param {Group} group */
const rank = ({ severity }) => ["error", undefined, "warning"].indexOf(severity);

/** @param {string} one @param {string} other */
const compare = (one, other) => (one < other ? -1 : 1);

/**
 * @param {string} code
 * @param {readonly RowProblem[]} listed
 */
function titleOf(code, listed) {
  const title = TITLES[code];
  if (title !== undefined) return title;
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { issue } of listed) counts.set(issue.message, (counts.get(issue.message) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? code;
}
