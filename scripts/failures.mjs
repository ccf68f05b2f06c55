/**
 * What failed, in few lines: of long output often only the end is kept. The default export is a
 * reporter for Node's test runner, which writes a line of JSON for each test that failed.
 */
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { explain, ROOT } from "./project.mjs";

/**
 * @typedef {object} Failure
 * @property {string} name Of the test, or what else failed.
 * @property {string} [place] `tests/x/y.test.mjs:12`
 * @property {string} words How it failed, of any length.
 * @property {boolean} [isCut] Whether it only ended with what it is a part of.
 */

/** Of one failure, this many lines are told. */
const LINES = 15;

/** Of this many failures it is told how; of more, which. */
const MOST = 10;

/** So much of what a file wrote on standard error is kept, for one that fails outside of its tests. */
const KEPT = 4000;

/** A step failed, and these are the tests that did. */
export class Failed extends Error {
  /**
   * @param {unknown} cause
   * @param {readonly Failure[]} failures
   */
  constructor(cause, failures) {
    super("tests failed", { cause });
    this.failures = failures;
  }
}

/**
 * @param {unknown} error Of a step.
 * @returns {readonly Failure[]} At least one.
 */
export function failuresOf(error) {
  if (error instanceof Failed && error.failures.length > 0) return error.failures;
  return [{ name: "none of its tests, but the step itself", words: explain(error) }];
}

/**
 * @param {AsyncIterable<any>} events
 * @returns {AsyncGenerator<string>}
 */
export default async function* reportFailures(events) {
  /** By files. @type {Map<string, string>} */
  const written = new Map();
  for await (const { type, data } of events) {
    if (type === "test:stderr") {
      written.set(data.file, ((written.get(data.file) ?? "") + data.message).slice(-KEPT));
    }
    if (type !== "test:fail" || data.todo !== undefined) continue;
    const { error } = data.details;
    // Those of it that failed are told themselves.
    if (error.failureType === "subtestsFailed") continue;
    const isFile = data.name === data.file;
    const end = isFile ? written.get(data.file) : undefined;
    yield `${JSON.stringify({
      name: isFile ? "the file itself, outside of its tests" : data.name,
      ...(data.file && { place: [relative(ROOT, data.file), data.line].filter(Boolean).join(":") }),
      words: [wordsOf(error), end].filter(Boolean).join("\n"),
      ...(error.failureType === "cancelledByParent" && { isCut: true }),
    })}\n`;
  }
}

/** @param {any} error As the test runner wraps it. */
function wordsOf(error) {
  const { cause, exitCode, signal } = error;
  const end = signal ? `ended by ${signal}` : exitCode ? `ended with exit code ${exitCode}` : "";
  const told = cause?.stack ?? cause?.message ?? cause ?? error.message;
  return [end, typeof told === "string" ? told : JSON.stringify(told)].filter(Boolean).join("\n");
}

/**
 * @param {string} output Of `cargo test`.
 * @returns {Failure[]} The tests that failed; what was printed last where none is named, as with a
 *   mistake that the compiler finds.
 */
export function cargoFailures(output) {
  const text = stripVTControlCharacters(output);
  const told = text.matchAll(
    /^---- ([^\n]+) (?:stdout|output) ----\n(.*?)(?=\n---- |\nfailures:\n)/gms,
  );
  const failures = [...told].map(([, name, words]) => ({ name: name ?? "", words: words ?? "" }));
  if (failures.length > 0) return failures;
  const last = text.trimEnd().split("\n").slice(-LINES);
  return [{ name: "no test is named; the last lines are", words: last.join("\n") }];
}

/**
 * @param {string} text What {@link reportFailures} wrote.
 * @returns {Failure[]} Those that are the cause of others first.
 */
export function readFailures(text) {
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .sort((one, other) => Number(one.isCut ?? false) - Number(other.isCut ?? false));
}

/**
 * @param {readonly Failure[]} failures
 * @returns {string} Each with its name and place, the first ones with how they failed.
 */
export function tellFailures(failures) {
  return failures
    .map((failure, index) => tell(failure, index < MOST ? LINES : 0).join("\n"))
    .join("\n");
}

/** @param {Failure} failure @param {number} most Lines of how it failed. @returns {string[]} */
function tell({ name, place, words }, most) {
  const lines = stripVTControlCharacters(words)
    .trimEnd()
    .split("\n")
    .filter((line) => !/^\s+at .*\(?node:internal/.test(line));
  const left = lines.length - most;
  return [
    `✖ ${name}`,
    ...(place ? [`  at ${place}`] : []),
    ...lines.slice(0, most).map((line) => `    ${line}`),
    ...(most > 0 && left > 0 ? [`    … and ${left} more lines`] : []),
  ];
}
