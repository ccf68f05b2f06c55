/** From an input to a request. */
import { toForm } from "./file.js";
import { readInput, wasRead } from "./input.js";
import { errorsOf, readIssues } from "./issues.js";
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
 * @param {import("./guard.js").Guard} [guard]
 * @returns {BuiltRequest}
 */
export function buildRequest(core, catalogue, index, name, input, settings, guard) {
  const { frames } = settings;
  const plain = wasRead(input) ? UNUSUAL : sendPlain(core, input);
  const read = plain === UNUSUAL ? readInput(input) : undefined;
  if (read && read.problems.length > 0) throw invalid(name, problemsOf(catalogue, read.problems));
  const value = plain === UNUSUAL ? read?.value : plain.value;
  const json = () => read?.json ?? JSON.stringify(value);
  let sent = () => (plain === UNUSUAL ? send(core, json()) : plain.length);

  /** @param {string} report @returns {Issue[]} Warnings alone. */
  function judge(report) {
    const own = report ? readIssues(catalogue, report) : [];
    const all = guard?.(name, value, own) ?? own;
    if (errorsOf(all).length > 0) throw invalid(name, all);
    return all;
  }

  const frame = frames?.get(index);
  if (frame || guard) {
    const warnings = judge(check(core, index, sent).report);
    if (frame) {
      const { operation, method, url, headers } = frame;
      return { operation, method, url, headers, body: json(), warnings };
    }
    // The report has taken its place.
    sent = () => send(core, json());
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
  const warnings = judge(report);
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
