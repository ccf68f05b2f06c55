/** From what came over HTTP to a value. */
import { append, sendBytes } from "./texts.js";
import { ask } from "./thrown.js";

/**
 * Decodes an answer, or throws what it says instead.
 *
 * @param {import("./start.js").Core} core
 * @param {number} index The operation's place in the list of operations.
 * @param {object} answer
 * @param {number} answer.status
 * @param {Uint8Array} answer.bytes
 * @param {boolean} [answer.cut] There was more.
 * @param {string} [answer.redirect] What the status may not tell of a redirect.
 * @param {string | undefined} answer.retryAfter
 * @param {string | undefined} [answer.apiKey] The key that the request carried, which no error may
 *   repeat.
 * @param {boolean} [answer.elsewhere] Another server than Interakt's was asked.
 * @param {boolean} [answer.earlierUnknown] Whether an earlier attempt may have been carried out.
 */
export function parseAnswer(core, index, answer) {
  const {
    status,
    bytes,
    cut = false,
    redirect,
    retryAfter,
    apiKey,
    elsewhere,
    earlierUnknown = false,
  } = answer;
  // Types of responses that tell of no redirect.
  const isUsual = redirect === "basic" || redirect === "default";
  /** @param {number} length @param {number} whole */
  const read = (length, whole) =>
    core.parse(index, status, cut, earlierUnknown, Date.now(), length, whole);
  const parse = (/** @type {Uint8Array} */ bytes) =>
    ask(core, () => {
      const length = sendBytes(core, bytes);
      // A success needs none of the rest: it is written down for an answer that is none.
      if (isUsual && read(length, length)) return true;
      const rest = JSON.stringify([redirect, retryAfter, apiKey, elsewhere ? "" : null]);
      return read(length, append(core, length, rest));
    });
  const text = parse(bytes);
  try {
    return JSON.parse(text);
  } catch {
    // Some engines read nothing that is nested so deep: it is as good as no answer.
    return parse(new Uint8Array());
  }
}
