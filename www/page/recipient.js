/** Whom an input is about, in few characters: enough to tell it from others, too few to write to. */

/** The most of a user id that is shown. */
const LONGEST = 20;

/** How many digits of a number are. */
const DIGITS = 4;

/**
 * @param {unknown} input Of any operation.
 * @returns {string} "+91 …3210", "guest-7", "+91 …3210 and 2 more"; empty where it names nobody.
 */
export function recipientsOf(input) {
  if (!Array.isArray(input)) return recipientOf(input);
  const [first = ""] = input.map(recipientOf).filter((one) => one !== "");
  const more = input.length - 1;
  return first !== "" && more > 0 ? `${first} and ${more} more` : first;
}

/**
 * @param {unknown} input A message, a customer.
 * @returns {string}
 */
function recipientOf(input) {
  if (typeof input !== "object" || input === null) return "";
  const { userId, countryCode, phoneNumber, fullPhoneNumber, user_phone_number } =
    /** @type {Record<string, unknown>} */ (input);
  const number = [phoneNumber, fullPhoneNumber, user_phone_number].find(isText);
  if (number !== undefined) {
    const before = isText(countryCode) && number === phoneNumber ? `${countryCode} ` : "";
    return `${before}…${number.slice(-DIGITS)}`;
  }
  if (!isText(userId)) return "";
  return userId.length > LONGEST ? `${userId.slice(0, LONGEST)}…` : userId;
}

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === "string" && value !== "";

/**
 * @param {unknown} input
 * @returns {string[]} What each of its messages is called: its data of one's own, and whom it is for.
 */
export function messagesIn(input) {
  const messages = Array.isArray(input) ? input : [input];
  return messages.map((message) => {
    const { callbackData } = /** @type {{ callbackData?: unknown }} */ (message ?? {});
    return [isText(callbackData) && callbackData, recipientOf(message)].filter(Boolean).join(" · ");
  });
}
