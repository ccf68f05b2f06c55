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
 * All names of everybody in a checked input: who has two is found by each.
 *
 * @param {unknown} input
 * @returns {string[]}
 */
export function namesIn(input) {
  const inputs = /** @type {Named[]} */ (Array.isArray(input) ? input : [input]);
  const names = inputs.flatMap((one) => [`+${digitsOf(one)}`, `userId ${one.userId || ""}`]);
  return names.filter((name) => name !== "+" && name !== "userId ");
}

/**
 * @param {Named} input
 * @param {Format} format
 */
function recipientOf(input, format) {
  const digits = digitsOf(input);
  const number = digits === "" ? "" : format(`+${digits}`);
  if (!input.userId) return number;
  const name = `userId ${quoted(input.userId)}`;
  return number === "" ? name : `${number} (${name})`;
}

/** @param {Named} input @returns {string} All of a number's, with those of its country. */
function digitsOf({ countryCode, phoneNumber, fullPhoneNumber, user_phone_number }) {
  const full = fullPhoneNumber || user_phone_number;
  const written = full ? String(full) : phoneNumber ? `${countryCode ?? ""}${phoneNumber}` : "";
  return written.replaceAll(/\D/g, "");
}

/** How much of a name is shown: of a longer one how it begins and ends. */
const [LONGEST, BEGINNING, END] = [60, 40, 19];

/** What turns the direction of a text, or is not seen: two names may differ in nothing else. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** @param {string} sign As a program writes it. */
const escaped = (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`;

/**
 * A name that somebody has chosen, within a sentence that it cannot turn round.
 *
 * @param {unknown} name
 */
export function quoted(name) {
  const seen = [...String(name).replaceAll(UNSEEN, escaped)];
  const isLong = seen.length > LONGEST;
  const short = isLong ? [...seen.slice(0, BEGINNING), "…", ...seen.slice(-END)] : seen;
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
