/** Inputs of every operation, right and wrong, in which everything is somebody's. */
import { readExamples } from "../../schemas/values.mjs";
import { FULL_PHONE, NAME, PHONE, TEXT, USER_ID } from "../marks.mjs";

/** What says whom it is for. @type {Record<string, string>} */
const WHOM = {
  userId: USER_ID,
  fullPhoneNumber: FULL_PHONE,
  phoneNumber: PHONE.phoneNumber,
  phone_number: PHONE.phoneNumber,
  user_phone_number: FULL_PHONE,
};

/** @param {string} key @param {string} value */
const usual = (key, value) => (key in WHOM ? (value === "" ? value : WHOM[key]) : value);

/**
 * Ways to mark an input. Each text is given with its key; a key by itself.
 *
 * @type {Record<string, (key: string, value: string) => unknown>}
 */
const WAYS = {
  // As it would be sent: what is free to say is marked.
  "as people fill it in": (key, value) =>
    /^(message|text|title|description|body|name|event)$/.test(key) ? TEXT : usual(key, value),
  "with a name in each text": (key, value) => (key in WHOM ? usual(key, value) : NAME + value),
  "with a number in each text": (_, value) => `${value}+91 98730-41592`,
  "with a number in each place": () => Number(FULL_PHONE),
  "with lists in each place": () => [TEXT, { [NAME]: USER_ID }],
};

/**
 * @param {any} value
 * @param {(key: string, value: string) => unknown} mark
 * @param {string} [key]
 * @returns {any}
 */
function marked(value, mark, key = "") {
  if (typeof value === "string") return mark(key, value);
  if (Array.isArray(value)) return value.map((part) => marked(part, mark, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, marked(part, mark, name)]),
  );
}

/** The same with a name for a key in each object. @param {any} value @returns {any} */
function withKeys(value) {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withKeys);
  const parts = Object.entries(value).map(([key, part]) => [key, withKeys(part)]);
  return { ...Object.fromEntries(parts), [NAME]: { [NAME]: TEXT } };
}

/** @returns {Promise<{ operation: string, of: string, input: any, keys: boolean }[]>} */
export async function readInputs() {
  const examples = await readExamples();
  return examples.flatMap(({ operation, name, value }) => [
    ...Object.entries(WAYS).map(([way, mark]) => ({
      ...{ operation, input: marked(value, mark), keys: way.includes("lists") },
      of: `${operation}, ${name}, ${way}`,
    })),
    { operation, input: withKeys(value), keys: true, of: `${operation}, ${name}, keys` },
  ]);
}
