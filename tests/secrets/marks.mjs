/**
 * What is marked: the secrets of an account and what is a person's. Each is found again whatever a
 * program has made of it on the way. Runs in every runtime.
 */

/** Words that stand nowhere but in the marks. */
const WORDS = /** @type {const} */ ({
  key: "saffron-lantern",
  secret: "quartz-umbrella",
  password: "walnut-semaphore",
  name: "Quillfeather",
  text: "tamarindvessel",
  userId: "zinnia-hallway",
});

/** @typedef {keyof typeof WORDS | "phone"} Mark */

/** What nobody but its owner may have. @type {readonly Mark[]} */
export const SECRETS = ["key", "secret", "password"];

/** As Interakt gives keys: the base64 of a text. */
export const KEY = btoa(`${WORDS.key}-7391:`);
/** What webhooks are signed with. */
export const SECRET = `${WORDS.secret}-5530`;
/** What lets people into the application. */
export const PASSWORD = `${WORDS.password}-2207`;

/** With a letter, a quote and an emoji that each encoding writes in its own way. */
export const NAME = `Zübéida "Q" ${WORDS.name} 🌶`;
export const SURNAME = WORDS.name;
export const TEXT = `Dear ${NAME}, the ${WORDS.text} & <b>more</b> are yours.`;
export const USER_ID = `${WORDS.userId}/42`;

const NATIONAL = "9873041592";
export const PHONE = { countryCode: "+91", phoneNumber: NATIONAL };
export const FULL_PHONE = `91${NATIONAL}`;

/** Of the number so many digits in a row are enough to know it by. */
const TELLING_DIGITS = 8;

/** @type {[Mark, string][]} */
const ROOTS = Object.entries(WORDS).map(([mark, word]) => [
  /** @type {Mark} */ (mark),
  word.toLowerCase(),
]);

const PHONES = Array.from({ length: NATIONAL.length - TELLING_DIGITS + 1 }, (_, at) =>
  NATIONAL.slice(at, at + TELLING_DIGITS),
);

/** Of a text that was encoded several times, so many layers are taken off. */
const LAYERS = 4;

/** @type {Map<string, readonly Mark[]>} */
const known = new Map();

/**
 * The marks that stand in a text, as they are or encoded.
 *
 * @param {string} text
 * @returns {readonly Mark[]}
 */
export function marksIn(text) {
  const before = known.get(text);
  if (before) return before;
  /** @type {Set<Mark>} */
  const marks = new Set();
  // UTF-16 has a zero in each second byte.
  let layers = [text.replaceAll("\0", "")];
  for (let depth = 0; depth < LAYERS && layers.length > 0; depth += 1) {
    for (const layer of layers) standing(layer, marks);
    layers = layers.flatMap(decoded);
  }
  const found = [...marks].sort();
  if (text.length < 10_000) known.set(text, found);
  return found;
}

/**
 * @param {string} text
 * @param {Set<Mark>} marks Is added to.
 */
function standing(text, marks) {
  const plain = text.toLowerCase();
  for (const [mark, word] of ROOTS) if (plain.includes(word)) marks.add(mark);
  // However the digits are parted, and whatever they are called; a line does not part a number.
  const digits = plain.replace(/(?<=\d)[ ().\-\u00a0\u2010-\u2015]+(?=\d)/g, "");
  if (PHONES.some((part) => digits.includes(part))) marks.add("phone");
}

const ESCAPES =
  /%([0-9a-f]{2})|\\u\{?([0-9a-f]{1,6})\}?|\\x([0-9a-f]{2})|&#x([0-9a-f]+);|&#([0-9]+);|=([0-9a-f]{2})|\\(["'/\\])/gi;
/** What no encoded mark is without; what was none decodes to noise. */
const TELLING = /[\x20-\x7e]{6,}/;
const BASE64 = /[a-z0-9+/_-]{12,}/gi;
const HEX = /(?:[0-9a-f]{2}[ :,]?){8,}/gi;
const BYTES = /(?:\b(?:25[0-5]|2[0-4]\d|1?\d?\d)\b[\s,]*){8,}/g;

/**
 * What a text may be the encoding of.
 *
 * @param {string} text
 * @returns {string[]} Others than the text.
 */
function decoded(text) {
  const found = /[%\\&=]/.test(text) ? [text.replace(ESCAPES, characterOf)] : [];
  for (const [run] of text.matchAll(BASE64)) {
    // Words are no base64; what is may begin anywhere in what was encoded.
    if (!/[0-9]|[a-z][A-Z]/.test(run)) continue;
    for (const at of [0, 1, 2, 3]) found.push(ofBase64(run.slice(at)));
  }
  for (const [run] of text.matchAll(HEX)) {
    const digits = run.replace(/[^0-9a-f]/gi, "");
    for (const at of [0, 1]) found.push(ofHex(digits.slice(at)));
  }
  for (const [run] of text.matchAll(BYTES)) {
    found.push(String.fromCharCode(...(run.match(/\d+/g) ?? []).slice(0, 4000).map(Number)));
  }
  return found.filter((one) => one !== text && TELLING.test(one));
}

/** @param {string} _escape @param {(string | undefined)[]} parts */
function characterOf(_escape, ...parts) {
  const [percent, json, js, hex, decimal, quoted, plain] = parts;
  if (plain !== undefined) return plain;
  const digits = percent ?? json ?? js ?? hex ?? quoted;
  const code = digits === undefined ? Number(decimal) : Number.parseInt(digits, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** @param {string} run */
function ofBase64(run) {
  const usual = run.replaceAll("-", "+").replaceAll("_", "/");
  const whole = usual.slice(0, usual.length - (usual.length % 4 === 1 ? 1 : 0));
  return atob(whole);
}

/** @param {string} digits */
const ofHex = (digits) =>
  String.fromCharCode(
    ...(digits.match(/../g) ?? []).slice(0, 4000).map((pair) => Number.parseInt(pair, 16)),
  );
