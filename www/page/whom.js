/** Whom an input is for. */

/** The operations that write to somebody, or change what is known of them. */
const ABOUT_SOMEBODY = ["sendMessage", "sendRcs", "trackUser", "trackEvent", "assignChat"];

/** The fields that name somebody. A country alone names nobody. */
const NAMES = ["userId", "phoneNumber", "fullPhoneNumber", "user_phone_number"];

/**
 * @typedef {Record<string, unknown>} Named An input with some of the fields that name somebody.
 * @typedef {(digits: string) => string} Format Writes a number with its country code for people.
 */

/**
 * The input with nobody in it: its fields stay, to be filled in.
 *
 * @param {string} operation
 * @param {any} input
 */
export function withoutRecipient(operation, input) {
  if (!ABOUT_SOMEBODY.includes(operation)) return input;
  return Array.isArray(input) ? input.map(emptied) : emptied(input);
}

/** @param {Named} input */
const emptied = (input) =>
  Object.fromEntries(
    Object.entries(input).map(([key, value]) => [key, NAMES.includes(key) ? "" : value]),
  );

/**
 * A description whose examples name nobody: with them a stranger would be one key away from a message.
 *
 * @template {object} Schema
 * @param {Schema} schema
 * @returns {Schema}
 */
export const withoutExamples = (schema) =>
  JSON.parse(JSON.stringify(schema), (key, value) =>
    NAMES.includes(key) && typeof value === "object"
      ? JSON.parse(JSON.stringify(value, (key, value) => (key === "examples" ? undefined : value)))
      : value,
  );

/**
 * Everybody whom a checked input names, each once.
 *
 * @param {unknown} input
 * @param {Format} format
 * @returns {string[]} `+91 98765 43210`, `userId “tea-lover-0042”`, or both.
 */
export function everybodyIn(input, format) {
  const inputs = /** @type {Named[]} */ (Array.isArray(input) ? input : [input]);
  return [...new Set(inputs.map((one) => recipientOf(one, format)))];
}

/**
 * @param {Named} input
 * @param {Format} format
 */
function recipientOf({ userId, countryCode, phoneNumber, ...input }, format) {
  const full = input.fullPhoneNumber || input.user_phone_number;
  const written = full ? String(full) : phoneNumber ? `${countryCode ?? ""}${phoneNumber}` : "";
  const digits = written.replaceAll(/\D/g, "");
  const number = digits === "" ? "" : format(`+${digits}`);
  if (!userId) return number;
  const name = `userId ${quoted(userId)}`;
  return number === "" ? name : `${number} (${name})`;
}

/** How much of a name is shown. */
const LONGEST = 60;

/** What turns the direction of a text, or is not seen. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * A name that somebody has chosen, within a sentence that it cannot turn round.
 *
 * @param {unknown} name
 */
export function quoted(name) {
  const seen = [...String(name).replaceAll(UNSEEN, " ")];
  const short = seen.length > LONGEST ? [...seen.slice(0, LONGEST), "…"] : seen;
  const shown = short.join("");
  // Scripts that run from the right stay between the quotes.
  return /^[ -~…]*$/.test(shown) ? `“${shown}”` : `“\u2068${shown}\u2069”`;
}

/** How many are named; of more the others are counted. */
const MOST = 3;

/**
 * @param {readonly string[]} names
 * @returns {string} `A`, `A and B`, `A, B and C`, `A, B, C and 4 more`
 */
export function listed(names) {
  const more = names.length - MOST;
  const all = more > 0 ? [...names.slice(0, MOST), `${more} more`] : names;
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
