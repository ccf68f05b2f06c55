/** From the text in the editor to the value it stands for and all that is wrong with it. */
import { fixesFor } from "./fixes.js";
import { isObject } from "./is-object.js";
import { parse, placeOf, placeOfComplaint, placeOfDepth, repeatedKeys } from "./places.js";
import { ruleAddress } from "./route.js";
import { inSizes } from "./size.js";

/**
 * @typedef {object} Problem
 * @property {"error" | "warning"} severity
 * @property {string} code
 * @property {string} message
 * @property {string} where The path for people; empty for the whole input.
 * @property {import("./places.js").Path} [path] Nothing where it is about no value.
 * @property {"file" | import("./places.js").Place} place Where to go: into the text, or to the file.
 * @property {import("./fixes.js").Fix[]} [fixes] What would mend it.
 * @property {string} [rule] The address of the rule that it breaks. Those of JSON itself have none.
 *
 * @typedef {object} Inspected
 * @property {unknown} input With the file; `undefined` when the text is no JSON, or nested too deep.
 * @property {Problem[]} problems
 * @property {boolean} isValid Nothing keeps it from being sent.
 */

/** Nested deeper, though no input may be, the package takes a value for one that has no end. */
const DEEPEST = 80;

/**
 * @param {import("./catalog.js").Operation} operation
 * @param {string} text
 * @param {object} [beside]
 * @param {File} [beside.file] For the operation that takes one.
 * @param {import("interakt-wasm").TemplateBook} [beside.templates] Of the account, once they are read.
 * @returns {Inspected}
 */
export function inspect(operation, text, { file, templates } = {}) {
  const parsed = parse(text);
  if (parsed.depth > DEEPEST) {
    return { input: undefined, problems: depthProblems(operation, parsed), isValid: false };
  }
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
  const problems = [
    ...found.map((issue) => ({
      ...problemOf(parsed, issue, operation.name === "uploadMedia"),
      fixes: fixesFor(issue, input),
    })),
    ...repeatedKeys(parsed).map(repetition),
  ];
  return { input, problems, isValid: checked.ok };
}

/**
 * @param {import("./places.js").Parsed} parsed
 * @param {import("interakt-wasm").Issue} issue
 * @param {boolean} takesFile
 * @returns {Problem}
 */
function problemOf(parsed, { severity, code, message, path, params }, takesFile) {
  const isFile = takesFile && path[0] === "file";
  const place =
    code === "json.too_deep"
      ? placeOfDepth(parsed.text, Number(params.limit))
      : placeOf(parsed, path, code);
  return {
    severity,
    code,
    message: inSizes({ message, params }),
    where: showPath(path),
    path: [...path],
    place: isFile ? "file" : place,
    rule: ruleAddress(code),
  };
}

/**
 * What the package says of a text that is nested far too deep: the same as of a value that it reads
 * to its end.
 *
 * @param {import("./catalog.js").Operation} operation
 * @param {import("./places.js").Parsed} parsed
 */
function depthProblems(operation, parsed) {
  /** @type {unknown} */
  let deep = null;
  for (let depth = 0; depth < DEEPEST; depth += 1) deep = [deep];
  const checked = operation.validate(deep);
  return checked.ok ? [] : checked.issues.map((issue) => problemOf(parsed, issue, false));
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
      : `This is not valid JSON yet. The browser says: ${complaint}`;
  return { severity: "error", code: "json.syntax", message: what, where: `line ${line}`, place };
}

/**
 * @param {{ key: string, place: import("./places.js").Place }} repeated
 * @returns {Problem}
 */
function repetition({ key, place }) {
  const message = "This key appears twice in its object: only the last one is sent.";
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
