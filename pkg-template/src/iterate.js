/** Goes through the items of all pages of an answer. */
import { ApiError } from "./errors.js";
import { readInput } from "./input.js";
import { reasonOf } from "./within.js";

/**
 * @typedef {import("./call.js").Result} Result
 *
 * @typedef {object} Pages
 * @property {string} name The operation's.
 * @property {readonly string[]} items The keys that lead to a page's items.
 * @property {readonly string[]} more The keys that lead to the word whether there are more.
 */

/**
 * @param {(input: unknown, options: unknown) => Promise<Result>} call Asks for a page.
 * @param {Pages} pages
 * @param {unknown} input That of the first page; its `offset` moves on by the items of each page.
 *   It is read here and not again: what becomes of it between two pages changes nothing.
 * @param {Record<string, any>} [options] Those of each call.
 * @returns {AsyncGenerator<unknown, any, undefined>} At its end, the last answer.
 */
export function iterate(call, pages, input, options) {
  return iterateRead(call, pages, readInput(input), options);
}

/**
 * @param {(input: unknown, options: unknown) => Promise<Result>} call
 * @param {Pages} pages
 * @param {import("./input.js").Input} input
 * @param {Record<string, any>} [options]
 * @returns {AsyncGenerator<unknown, any, undefined>}
 */
async function* iterateRead(call, { name, items, more }, input, options) {
  /** @type {Set<number>} */
  const seen = new Set();
  let page = input;
  for (;;) {
    const { data: answer, response } = await call(page, options);
    // The call has taken the input: it is an object, and its offset a number if it is there.
    const offset = page.value.offset ?? 0;
    const list = at(answer, items);
    if (!Array.isArray(list)) {
      if (at(answer, more) === false) return answer;
      throw useless(
        name,
        offset,
        response,
        "invalid_response",
        `has no list at ${items.join(".")}`,
      );
    }
    if (list.length === 0) return answer;
    const mark = fingerprint(list);
    if (seen.has(mark)) {
      const what = "holds what an earlier page held: the list changed, or the offset is ignored";
      throw useless(name, offset, response, "repeated_page", what);
    }
    seen.add(mark);
    for (const item of list) {
      if (options?.signal?.aborted) throw reasonOf(options.signal);
      yield item;
    }
    if (at(answer, more) !== true) return answer;
    page = readInput({ ...input.value, offset: offset + list.length });
  }
}

/**
 * @param {any} value
 * @param {readonly string[]} keys
 */
function at(value, keys) {
  return keys.reduce((inner, key) => inner?.[key], value);
}

/**
 * A number of 53 bits for what a page holds, which is all that is kept of it.
 *
 * @param {{ id?: unknown }[]} items
 */
function fingerprint(items) {
  // By their ids: another field of an item may have changed since.
  const text = JSON.stringify(items.map((item) => item?.id ?? item));
  let high = 0;
  let low = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = (Math.imul(high, 31) + unit) | 0;
    low = Math.imul(low ^ unit, 0x01000193);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

/**
 * An `ApiError`, since only the server can mend it. To end without a word would
 * leave out all that is behind this page.
 *
 * @param {string} name
 * @param {number} offset
 * @param {Result["response"]} response
 * @param {string} code
 * @param {string} what
 */
function useless(name, offset, { status, attempts }, code, what) {
  const error = new ApiError({
    code,
    message:
      `${name}: the page at offset ${offset} ${what}. Everything before it has been given: try again ` +
      `from { offset: ${offset} }.`,
    operation: name,
    // What any other answer gets that makes no sense.
    outcome: code === "invalid_response" ? "unknown" : "refused",
    status,
    retryAfterMs: null,
    body: "",
  });
  return Object.assign(error, { attempts });
}
