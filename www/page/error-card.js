/** An error of the package, or of the Worker: what went wrong, what is known of it, and what to do. */
import { FAULTS } from "../demo/faults.js";
import { CATALOG } from "./catalog.js";
import { element, icon } from "./dom.js";
import { fateOf } from "./fate.js";
import { showPath } from "./inspect.js";
import { failureAddress } from "./route.js";

/** @typedef {import("./worker-client.js").Failure} Failure */

/** @param {Failure} error */
export function errorCard(error) {
  const issues = [...(error.issues ?? []), ...(error.warnings ?? [])];
  const fate = fateOf(error, effectOf(error));
  return element(
    "div",
    { class: "error-card" },
    element(
      "p",
      { class: "error-name" },
      icon("error"),
      element("strong", {}, error.name),
      codeOf(error),
    ),
    fate &&
      element(
        "div",
        { class: "fate", "data-outcome": error.outcome },
        element("p", { class: "fate-said" }, fate.said),
        element("p", {}, fate.advice),
      ),
    element("p", { class: "error-message" }, error.message),
    error.cause && element("p", { class: "error-message" }, `Cause: ${error.cause}`),
    issues.length > 0 &&
      element(
        "ul",
        { class: "error-issues" },
        ...issues.map(({ path, message }) =>
          element("li", {}, element("code", {}, showPath(path) || "input"), ` ${message}`),
        ),
      ),
    fate && facts(error, fate),
  );
}

/**
 * What a program reads of the error, under the names that it has there.
 *
 * @param {Failure} error
 * @param {import("./fate.js").Fate} fate
 */
function facts({ outcome, status, retryAfterMs, simulated }, { retry }) {
  /** @type {[name: string, value: unknown][]} */
  const all = [
    ["outcome", outcome],
    ["status", status],
    ["retryAfterMs", retryAfterMs],
    ["Client retries", retry],
    ["Simulated", simulated && FAULTS[simulated].told],
  ];
  return element(
    "dl",
    { class: "error-facts" },
    ...all
      .filter(([, value]) => value !== undefined)
      .flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, `${value}`)]),
  );
}

/** With a link to what it means, where an answer was what failed. @param {Failure} error */
function codeOf({ code, status }) {
  const name = element("code", {}, code);
  return status === undefined ? name : element("a", { href: failureAddress(code) }, name);
}

/** What the operation of an error does to an account. @param {Failure} error */
const effectOf = ({ operation }) =>
  CATALOG.find((entry) => entry.operation.name === operation)?.effect ?? "change";
