/** The list of what is wrong, live. Each entry leads to its place. */
import { byId, counted, element, icon } from "./dom.js";

/** @typedef {import("./inspect.js").Problem} Problem */

/** How long nothing must change before the number of issues is read out, in milliseconds. */
const QUIET = 700;

/**
 * @param {(problem: Problem) => void} goTo
 * @param {(fix: import("./fixes.js").Fix) => Promise<void>} mend Shows what is left to be wrong.
 */
export function createIssues(goTo, mend) {
  const list = byId("issue-list");
  const count = byId("issues-count");
  const status = byId("issues-status");
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {readonly Problem[]} */
  let shown = [];

  list.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest("button");
    const index = Number(button?.dataset.index ?? Number.NaN);
    const problem = shown[index];
    const fix = problem?.fixes?.[Number(button?.dataset.fix ?? Number.NaN)];
    if (fix) mend(fix).then(() => goOn(index));
    else if (problem) goTo(problem);
  });

  /** The button that had the focus is gone: on to what stands in its place now. @param {number} index */
  function goOn(index) {
    const entries = list.querySelectorAll("li");
    const next = entries[Math.min(index, entries.length - 1)]?.querySelector("button");
    (next ?? byId("send")).focus();
  }

  function goToFirst() {
    const first = shown.find(({ severity }) => severity === "error");
    if (first) goTo(first);
  }

  return {
    /** @param {readonly Problem[]} problems */
    show(problems) {
      shown = problems;
      const summary = summaryOf(problems);
      count.textContent = summary;
      count.dataset.severity = worst(problems);
      list.replaceChildren(...problems.map(entry));
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (status.textContent !== summary) status.textContent = summary;
      }, QUIET);
    },

    goToFirst,

    /** Reads out why sending did not happen, and goes to the first error. */
    refuse() {
      const errors = shown.filter(({ severity }) => severity === "error").length;
      clearTimeout(timer);
      status.textContent = `Nothing was sent: fix ${counted(errors, "error")} first.`;
      goToFirst();
    },
  };
}

/** @param {readonly Problem[]} problems */
function worst(problems) {
  if (problems.some(({ severity }) => severity === "error")) return "error";
  return problems.length > 0 ? "warning" : "none";
}

/**
 * @param {readonly Problem[]} problems
 * @returns {string} "2 errors, 1 warning"
 */
export function summaryOf(problems) {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const parts = [];
  if (errors > 0) parts.push(counted(errors, "error"));
  if (warnings > 0) parts.push(counted(warnings, "warning"));
  return parts.join(", ") || "None: ready to send";
}

/**
 * @param {Problem} problem
 * @param {number} index
 */
function entry({ severity, where, message, code, rule, fixes = [] }, index) {
  return element(
    "li",
    { class: "issue-entry" },
    element(
      "button",
      { type: "button", class: `issue issue-${severity}`, "data-index": String(index) },
      icon(severity),
      element(
        "span",
        { class: "visually-hidden" },
        severity === "error" ? "Error at " : "Warning at ",
      ),
      element("span", { class: "issue-where" }, where || "the whole input"),
      element("span", { class: "issue-message" }, message),
      element("code", { class: "issue-code" }, code),
    ),
    rule !== undefined &&
      element(
        "a",
        { class: "issue-rule", href: rule },
        "Rule",
        element("span", { class: "visually-hidden" }, ` ${code}`),
      ),
    ...fixes.map(({ label }, fix) =>
      element(
        "button",
        {
          type: "button",
          class: "button issue-fix",
          "data-index": String(index),
          "data-fix": String(fix),
        },
        label,
      ),
    ),
  );
}
