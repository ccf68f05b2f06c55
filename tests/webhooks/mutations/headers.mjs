/** Ways to change a signature's header. */
import { insert, LETTERS, replaceOne, WHITE_SPACE } from "./texts.mjs";

/** @typedef {import("../mutations.mjs").Given} Given */
/** @typedef {import("../random.mjs").Random} Random */

const PREFIX = "sha256=";

/** More than any server lets in. */
const LONG = 1 << 20;

/**
 * What looks like a digit of the signature, by that digit.
 * @type {Record<string, string>}
 */
const LOOKALIKES = { a: "\u0430", c: "\u0441", e: "\u0435", 0: "O", 1: "l" };

/** @type {Record<string, (given: Given) => string>} */
export const HEADERS = {
  "a digit changed": (given) =>
    ofDigits(given, (digits, random) =>
      replaceOne(digits, /./g, random, (digit) =>
        ((Number.parseInt(digit, 16) + 1 + random.below(15)) % 16).toString(16),
      ),
    ),
  "two digits swapped": (given) =>
    ofDigits(given, (digits, { below }) => {
      const swapped = [...digits];
      const [one, other] = [below(64), below(64)];
      [swapped[one], swapped[other]] = [digits[other] ?? "", digits[one] ?? ""];
      return swapped.join("");
    }),
  "its digits reversed": (given) => ofDigits(given, (digits) => [...digits].reverse().join("")),
  "no digit the same": (given) =>
    ofDigits(given, (digits) =>
      digits.replace(/./g, (digit) => (15 - Number.parseInt(digit, 16)).toString(16)),
    ),
  "zeros for digits": (given) => ofDigits(given, () => "0".repeat(64)),
  "upper case": ({ header }) => header.toUpperCase(),
  "digits in upper case": (given) => ofDigits(given, (digits) => digits.toUpperCase()),
  "a digit in upper case": (given) =>
    ofDigits(given, (digits, random) =>
      replaceOne(digits, /[a-f]/g, random, (digit) => digit.toUpperCase()),
    ),
  "a full-width digit": (given) =>
    ofDigits(given, (digits, random) => replaceOne(digits, /./g, random, fullWidth)),
  "full-width digits": (given) => ofDigits(given, (digits) => digits.replace(/./g, fullWidth)),
  "a lookalike of a digit": (given) =>
    ofDigits(given, (digits, random) =>
      replaceOne(digits, /[ace01]/g, random, (digit) => LOOKALIKES[digit] ?? ""),
    ),
  "no digit of base 16": (given) =>
    ofDigits(given, (digits, random) =>
      replaceOne(digits, /./g, random, () => random.pick([..."ghxz.+-/_ \n\0"])),
    ),
  "its end cut off": ({ header, random }) => header.slice(0, random.below(header.length)),
  "its last digit cut off": ({ header }) => header.slice(0, -1),
  "its last byte cut off": ({ header }) => header.slice(0, -2),
  "its beginning cut off": ({ header, random }) => header.slice(1 + random.below(header.length)),
  "a digit more": ({ header, random }) => header + random.pick([..."0123456789abcdef"]),
  "a byte more": ({ header, random }) => header + random.pick(["00", "ff", "0a"]),
  "a digit inserted": ({ header, random }) => insert(header, 7 + random.below(65), "0"),
  "twice with a comma": ({ header, random }) => header + random.pick([",", ", "]) + header,
  twice: ({ header, random }) => header + random.pick(["", " ", "\n"]) + header,
  "its digits twice": (given) => ofDigits(given, (digits) => digits + digits),
  "another one after it": ({ header, random, others }) =>
    `${header}, ${random.pick(others).header}`,
  "another one before it": ({ header, random, others }) =>
    `${random.pick(others).header}, ${header}`,
  "another one": ({ random, others }) => random.pick(others).header,
  "half of another one": ({ header, random, others }) =>
    header.slice(0, 39) + random.pick(others).header.slice(39),
  "white space before it": ({ header, random }) => random.pick(WHITE_SPACE) + header,
  "white space after it": ({ header, random }) => header + random.pick(WHITE_SPACE),
  "white space within": ({ header, random }) =>
    insert(header, 1 + random.below(header.length - 1), random.pick(WHITE_SPACE)),
  "a letter after it": ({ header, random }) => header + random.pick([...LETTERS]),
  "no prefix": (given) => ofDigits({ ...given, prefix: "" }, (digits) => digits),
  "another prefix": (given) =>
    ofDigits({ ...given, prefix: given.random.pick(PREFIXES) }, (digits) => digits),
  "the prefix twice": ({ header }) => PREFIX + header,
  "the prefix alone": () => PREFIX,
  "something before it": ({ header, random }) => random.pick(["v1=", "t=1,", "\ufeff"]) + header,
  "in quotes": ({ header, random }) => random.pick([`"${header}"`, `'${header}'`, `<${header}>`]),
  "percent-encoded": ({ header }) => encodeURIComponent(header),
  "base64 of the signature": (given) => ofDigits(given, base64),
  "base64 of the signature alone": (given) => ofDigits({ ...given, prefix: "" }, base64),
  "base64 of it": ({ header }) => btoa(header),
  empty: () => "",
  "very long": ({ header, random }) =>
    random.pick([
      () => header + "0".repeat(LONG),
      () => " ".repeat(LONG) + header,
      () => "0".repeat(LONG),
      () => `${header}, `.repeat(LONG / 73),
    ])(),
};

const PREFIXES = [
  ...["sha1=", "sha512=", "md5=", "SHA256=", "Sha256=", "sha-256=", "sha256:", "sha256", "=", "0x"],
  ...["sha256==", "sha256= ", "sha256 =", "hmac-sha256=", "\uff53ha256=", "\u017fha256="],
];

/**
 * The header with other digits behind its prefix, or behind another one.
 * @param {Given & { prefix?: string }} given
 * @param {(digits: string, random: Random) => string} change
 */
const ofDigits = ({ header, random, prefix = PREFIX }, change) =>
  prefix + change(header.slice(PREFIX.length), random);

/** @param {string} digit */
const fullWidth = (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0);

/** @param {string} digits */
function base64(digits) {
  const bytes = (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return btoa(String.fromCharCode(...bytes));
}
