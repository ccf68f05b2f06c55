/** Two that were sent, beside each other: what differs in their inputs, and in their answers. */
import { clock } from "../answer-age.js";
import { counted, element } from "../dom.js";
import { laidOut } from "../highlight.js";
import { diffOf, shortened } from "./diff.js";
import { statusOf } from "./entry.js";

/** @typedef {import("./entry.js").Entry} Entry */

/** What a line is, for eyes and for ears. @type {Record<string, [sign: string, word: string]>} */
const SIGNS = { same: [" ", ""], removed: ["−", "removed: "], added: ["+", "added: "] };

/**
 * @param {Entry} before
 * @param {Entry} after
 * @returns {HTMLElement[]}
 */
export function comparisonOf(before, after) {
  return [
    element(
      "p",
      { class: "aside comparison-which" },
      element("span", { class: "diff-removed" }, `− ${calledOf(before)}`),
      element("span", { class: "diff-added" }, `+ ${calledOf(after)}`),
    ),
    ...part("Input", textOf(before), textOf(after)),
    ...part("Answer", answerOf(before), answerOf(after)),
  ];
}

/** @param {Entry} entry */
const calledOf = ({ operation, title, at }) => `${operation}, ${title}, ${clock(at)}`;

/** @param {Entry} entry */
const textOf = ({ text }) => laidOut(text) ?? text;

/** @param {Entry} entry */
function answerOf(entry) {
  const { result, facts } = entry;
  if (facts && !result) return `${statusOf(entry).words}\nThe answer itself is no longer kept.`;
  const { answer, error, response } = result ?? {};
  const status = response ? `Status ${response.status}` : statusOf(entry).words;
  const body = error ?? answer;
  return body === undefined ? status : `${status}\n${JSON.stringify(body, null, 2)}`;
}

/**
 * @param {string} title
 * @param {string} before
 * @param {string} after
 */
function part(title, before, after) {
  const all = diffOf(before.split("\n"), after.split("\n"));
  const count = (/** @type {string} */ kind) => all.filter((line) => line.kind === kind).length;
  const words =
    before === after
      ? "The same in both."
      : `${counted(count("removed"), "line")} removed, ${count("added")} added.`;
  return [
    element("h3", { class: "comparison-title" }, title),
    element("p", { class: "aside" }, words),
    before !== after && element("div", { class: "code diff" }, ...shortened(all).map(lineOf)),
  ].filter((each) => each !== false);
}

/** @param {ReturnType<typeof shortened>[number]} line */
function lineOf(line) {
  if (!("text" in line)) {
    return element("p", { class: "diff-left-out" }, `${counted(line.count, "line")} the same`);
  }
  const { kind, text } = line;
  const [sign = "", word = ""] = SIGNS[kind] ?? [];
  return element(
    "p",
    { class: `diff-line diff-${kind}` },
    element("span", { class: "diff-sign", "aria-hidden": "true" }, sign),
    word && element("span", { class: "visually-hidden" }, word),
    element(kind === "same" ? "span" : kind === "added" ? "ins" : "del", {}, text),
  );
}
