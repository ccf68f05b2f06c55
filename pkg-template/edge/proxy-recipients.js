/** Who an input is about, in one form for each number, whichever it came in. */
import { keyOf } from "../spellings.js";
import { refuse } from "./proxy-refusals.js";

/**
 * @typedef {import("../types/edge-proxy.js").ProxyRecipient} Person
 * @typedef {import("../types/edge-proxy.js").ProxyCaller} Caller
 */

/** Operations that tell of customers without being told which. */
const OF_ANYBODY = ["listUsers", "getUserByPhone"];
/** Those that reach somebody. */
const SENDING = ["sendMessage", "sendRcs"];

/** @param {unknown} text @returns {string} */
const digits = (text) => String(text).replace(/\D/g, "");

/**
 * @param {any} input A valid one, of any operation that says the country code.
 * @returns {Person[][]} Of each message: none where it is about no customer, and several where what is
 *   sent in its place is for others.
 */
const peopleIn = (input) =>
  [input].flat().map((one) => {
    const instead = Array.isArray(one.fallback) ? one.fallback : [];
    return [one, ...instead.filter(Boolean)].flatMap(peopleOf);
  });

/** @param {any} one @returns {Person[]} With each number that it says. */
function peopleOf({ userId: id, fullPhoneNumber, countryCode, phoneNumber, user_phone_number }) {
  // An empty text counts as absent.
  const userId = id || undefined;
  const pair = phoneNumber && `${countryCode}${phoneNumber}`;
  const phones = [fullPhoneNumber, user_phone_number, pair].filter(Boolean).map(digits);
  if (phones.length > 0) return phones.map((phone) => ({ phone, userId }));
  return userId ? [{ phone: undefined, userId }] : [];
}

/** @param {object} who Whether the application says whom this caller may write to. */
const isBound = (who) => "userId" in who || "recipients" in who;

/**
 * Refuses an input about anybody whom the caller may not write to: each number and each id in it must
 * be theirs.
 *
 * @param {string} operation
 * @param {unknown} input A valid one.
 * @param {Caller} who
 */
export async function checkBound(operation, input, who) {
  if (!isBound(who)) return;
  if (OF_ANYBODY.includes(operation)) refuse("recipient_refused");
  const { userId: own, recipients = [] } = who;
  const numbers = new Set(
    typeof recipients === "function"
      ? []
      : recipients
          .map(digits)
          .filter((number) => number !== "")
          .map(keyOf),
  );
  for (const person of peopleIn(input).flat()) {
    const { phone, userId } = person;
    const theirs =
      typeof recipients === "function"
        ? (await recipients(person)) === true
        : (userId === undefined || userId === own) &&
          (phone === undefined || numbers.has(keyOf(phone)));
    if (!theirs) refuse("recipient_refused");
  }
}

/**
 * Whom messages reach, and how many: the keys of their buckets.
 *
 * A caller who is bound to an id is one customer, whether a message says the id or a number. Any
 * other is counted by number, so that a message to an id would be counted by nothing.
 *
 * @param {string} operation
 * @param {unknown} input A valid one.
 * @param {Caller} who
 * @returns {Map<string, number>}
 */
export function countRecipients(operation, input, who) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  if (!SENDING.includes(operation)) return counts;
  const own = who.userId ? `user ${who.userId}` : undefined;
  for (const people of peopleIn(input)) {
    // One message, whatever is sent in its place.
    const keys = new Set(people.map((one) => own ?? bucketOf(one)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** @param {Person} person */
const bucketOf = ({ phone, userId }) =>
  phone && !userId ? `phone ${keyOf(phone)}` : refuse("id_refused");
