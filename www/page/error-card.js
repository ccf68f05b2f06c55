/** An error of the package, or of the Worker: what went wrong, and what to do. */
import { element, icon } from "./dom.js";
import { showPath } from "./inspect.js";

/** @param {import("./worker-client.js").Failure} error */
export function errorCard(error) {
  const issues = [...(error.issues ?? []), ...(error.warnings ?? [])];
  return element(
    "div",
    { class: "error-card" },
    element(
      "p",
      { class: "error-name" },
      icon("error"),
      element("strong", {}, error.name),
      element("code", {}, error.code),
    ),
    element("p", { class: "error-message" }, error.message),
    error.cause && element("p", { class: "error-message" }, `Cause: ${error.cause}`),
    error.retryAfterMs !== undefined &&
      element(
        "p",
        { class: "error-advice" },
        `Wait ${Math.ceil(error.retryAfterMs / 1000)} s first.`,
      ),
    issues.length > 0 &&
      element(
        "ul",
        { class: "error-issues" },
        ...issues.map(({ path, message }) =>
          element("li", {}, element("code", {}, showPath(path) || "input"), ` ${message}`),
        ),
      ),
  );
}
