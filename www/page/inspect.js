/** From the text in the editor to the value it stands for and all that is wrong with it. */
import { parse, placeOf, placeOfComplaint, repeatedKeys } from "./places.js";

/**
 * @typedef {object} Problem
 * @property {"error" | "warning"} severity
 * @property {string} code
 * @property {string} message
 * @property {string} where The path for people; empty for the whole input.
 * @property {import("./places.js").Path} [path] Nothing where it is about no value.
 * @property {"file" | import("./places.js").Place} place Where to go: into the text, or to the file.
 *
 * @typedef {object} Inspected
 * @property {unknown} input With the file; `undefined` when the text is no JSON.
 * @property {Problem[]} problems
 * @property {boolean} isValid Nothing keeps it from being sent.
 */

/**
 * @param {import("./catalog.js").Operation} operation
 * @param {string} text
 * @param {object} [beside]
 * @param {File} [beside.file] For the operation that takes one.
 * @param {import("interakt-wasm").TemplateBook} [beside.templates] Of the account, once they are read.
 * @returns {Inspected}
 */
export function inspect(operation, text, { file, templates } = {}) {
  /** @type {unknown} */
  let input;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return { input: undefined, problems: [syntaxProblem(text, error)], isValid: false };
  }
  if (file !== undefined && isObject(input)) input = { ...input, file };
  const checked = operation.validate(input, { templates });
  const found = [...(checked.ok ? [] : checked.issues), ...checked.warnings];
  const parsed = parse(text);
  const problems = [
    ...found.map((issue) => problemOf(parsed, issue, operation.name === "uploadMedia")),
    ...repeatedKeys(parsed).map(repetition),
  ];
  return { input, problems, isValid: checked.ok };
}

/** @param {unknown} value @returns {value is object} */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {import("./places.js").Parsed} parsed
 * @param {import("interakt-wasm").Issue} issue
 * @param {boolean} takesFile
 * @returns {Problem}
 */
function problemOf(parsed, { severity, code, message, path }, takesFile) {
  const place = takesFile && path[0] === "file" ? "file" : placeOf(parsed, path, code);
  return { severity, code, message, where: showPath(path), path: [...path], place };
}

/**
 * @param {string} text
 * @param {unknown} error
 * @returns {Problem}
 */
function syntaxProblem(text, error) {
  const complaint = error instanceof Error ? error.message : "";
  const place = placeOfComplaint(text, complaint);
  const line = text.slice(0, place.from).split("\n").length;
  const what =
    text.trim() === ""
      ? "There is no input yet: write JSON, or choose an example."
      : `This is not JSON yet. The browser says: ${complaint}`;
  return { severity: "error", code: "json.syntax", message: what, where: `line ${line}`, place };
}

/**
 * @param {{ key: string, place: import("./places.js").Place }} repeated
 * @returns {Problem}
 */
function repetition({ key, place }) {
  const message = "This key stands twice in its object: only the last one is sent.";
  return { severity: "warning", code: "json.repeated_key", message, where: key, place };
}

/**
 * @param {(string | number)[]} path
 * @returns {string} `data.buttons[0].title`
 */
export function showPath(path) {
  return path
    .map((step, depth) => (typeof step === "number" ? `[${step}]` : depth > 0 ? `.${step}` : step))
    .join("");
}
