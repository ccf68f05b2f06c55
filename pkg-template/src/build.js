/** From an input to a request. */
import { toForm } from "./file.js";
import { readInput, wasRead } from "./input.js";
import { readIssues } from "./issues.js";
import { sendPlain, UNUSUAL } from "./plain.js";
import { append, send } from "./texts.js";
import { ask, invalid } from "./thrown.js";
import { check, problemsOf } from "./validator.js";

/**
 * @typedef {import("./errors.js").Issue} Issue
 * @typedef {object} Settings
 * @property {string | undefined} apiKey
 * @property {string | undefined} baseUrl
 * @property {string[]} headers Names and values in turn.
 * @property {Map<number, Frame>} [frames] By the operation's place. Kept by whoever builds many
 *   requests with the same settings and has told the warnings about these.
 *
 * @typedef {object} Frame Of a request whose body is the input itself, all but that. No part of the
 *   input stands elsewhere.
 * @property {string} operation
 * @property {"GET" | "POST"} method
 * @property {string} url
 * @property {Record<string, string>} headers
 *
 * @typedef {Frame & { body: string | FormData | null, warnings: readonly Issue[] }} BuiltRequest
 *
 * @typedef {Frame & { body: string | true | null, fileField: string | null, warnings: string }} Built
 *   What the module makes. The body is `true` where it is the input itself.
 */

/**
 * @param {import("./start.js").Core} core
 * @param {import("./start.js").Catalogue} catalogue
 * @param {number} index The operation's place in the list of operations.
 * @param {string} name
 * @param {unknown} input
 * @param {Settings} settings
 * @returns {BuiltRequest}
 */
export function buildRequest(core, catalogue, index, name, input, settings) {
  const { frames } = settings;
  const plain = wasRead(input) ? UNUSUAL : sendPlain(core, input);
  const read = plain === UNUSUAL ? readInput(input) : undefined;
  if (read && read.problems.length > 0) throw invalid(name, problemsOf(catalogue, read.problems));
  const sent = () => (plain === UNUSUAL ? send(core, read?.json ?? "") : plain.length);
  const json = () => (plain === UNUSUAL ? (read?.json ?? "") : JSON.stringify(plain.value));

  const frame = frames?.get(index);
  if (frame) {
    const { verdict, report } = check(core, index, sent);
    const warnings = verdict === 0 ? [] : readIssues(catalogue, report);
    if (verdict === 2) throw invalid(name, warnings);
    return { ...frame, body: json(), warnings };
  }

  const made = ask(
    core,
    () => {
      const length = sent();
      return core.build(index, length, append(core, length, settingsText(settings)));
    },
    catalogue,
  );
  const {
    fileField,
    warnings: report,
    body: built,
    ...rest
  } = /** @type {Built} */ (JSON.parse(made));
  const warnings = readIssues(catalogue, report);
  if (fileField !== null) return { ...rest, body: toForm(fileField, read?.upload), warnings };
  if (built !== true) return { ...rest, body: built, warnings };
  frames?.set(index, rest);
  return { ...rest, body: json(), warnings };
}

/**
 * As the module reads them.
 *
 * @param {Settings} settings
 */
export const settingsText = ({ baseUrl, apiKey, headers }) =>
  JSON.stringify([baseUrl, apiKey, ...headers]);
