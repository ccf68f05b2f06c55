/** Recipients as people write them, as a ledger has them. */
import { checkRows, phone } from "interakt-wasm/bulk";
import { Failure } from "../failure.js";

/**
 * @param {string} text A phone number.
 * @param {string | undefined} defaultCountry
 * @param {string} where What to call it: the number itself is not repeated.
 * @returns {string} Its digits, with the country code.
 */
export function digitsOf(text, defaultCountry, where) {
  const parsed = phone.parse(text, { defaultCountry });
  if (parsed.ok) return parsed.value.fullPhoneNumber;
  throw new Failure(`${where} is not a phone number: ${parsed.issues[0]?.message}`);
}

/**
 * @param {string} text A phone number, or a `userId`: it has a letter.
 * @param {string | undefined} defaultCountry
 * @param {string} where
 */
export function recipientOf(text, defaultCountry, where) {
  // A number comes first: `tel:` and links to a chat have letters too.
  const parsed = phone.parse(text, { defaultCountry });
  const isDamaged = !parsed.ok && parsed.issues[0]?.code === "phone.damaged";
  if (parsed.ok || isDamaged || !/\p{L}/u.test(text)) return digitsOf(text, defaultCountry, where);
  // A line of a table would stand on the list, and protect nobody. Some ids have a | or a space, and
  // no number beside it.
  const parts = text.split(/[\s|]+/);
  const isLine =
    /[,;\t]/.test(text) || parts.some((part) => phone.parse(part, { defaultCountry }).ok);
  if (!isLine) return text;
  throw new Failure(`${where} has several cells: ${ONE}`);
}

const ONE = "a line has one recipient, and nothing else.";

/**
 * Refuses a list whose first line names a column: it would be held to be a `userId`.
 *
 * @param {string} text
 * @param {string} where What to call the line.
 */
export async function wantNoHeader(text, where) {
  const check = checkRows(text, { operation: "sendMessage" });
  const { header, columns } = await check.plan();
  const [first] = header ?? [];
  const place = first === undefined ? undefined : columns[first];
  if (place !== "phone" && place !== "userId") return;
  throw new Failure(`${where} is the header of a column: ${ONE}`);
}
