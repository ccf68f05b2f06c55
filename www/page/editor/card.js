/** What is known of a key, as it is shown beside the editor's text. */
import { element } from "../dom.js";

/** @typedef {import("./facts.js").Facts} Facts */

/** @param {Facts} facts @returns {HTMLElement} */
export function cardOf({ name, kind, need, about, details }) {
  return element(
    "div",
    { class: "help" },
    element(
      "p",
      { class: "help-head" },
      element("code", { class: "help-name" }, name),
      kind && element("span", { class: "help-kind" }, kind),
      need && element("span", { class: "help-need" }, need),
    ),
    ...about.map((sentences) => element("p", {}, ...withCode(sentences))),
    details.length > 0 &&
      element(
        "dl",
        { class: "help-details" },
        ...details.flatMap(([term, text]) => [
          element("dt", {}, term),
          element("dd", {}, ...withCode(text)),
        ]),
      ),
  );
}

/** @param {string} text With names in backquotes. */
function withCode(text) {
  return text.split("`").map((part, index) => (index % 2 === 1 ? element("code", {}, part) : part));
}

/** @param {Facts} facts @returns {string} The same, to be read out. */
export function spokenOf({ name, kind, need, about, details }) {
  const head = [name, kind, need].filter(Boolean).join(", ");
  const rest = details.map(([term, text]) => `${term}: ${text}`);
  return [head, ...about, ...rest].map((said) => said.replace(/\.?$/, ".")).join(" ");
}
