/** Ways to change a secret. */
import { HALVES, insert, LETTERS, otherCase, replaceOne, WHITE_SPACE } from "./texts.mjs";

/** @typedef {import("../mutations.mjs").Given} Given */

/** @type {Record<string, (given: Given) => string>} */
export const SECRETS = {
  "a character changed": ({ secret, random }) =>
    replaceOne(secret, /./gu, random, () => random.pick([...LETTERS])),
  "a character added": ({ secret, random }) =>
    insert(secret, random.below(secret.length + 1), random.pick([...LETTERS])),
  "a character removed": ({ secret, random }) => replaceOne(secret, /./gu, random, () => ""),
  "its end cut off": ({ secret, random }) => secret.slice(0, random.below(secret.length)),
  trimmed: ({ secret }) => secret.trim(),
  "white space around it": ({ secret, random }) => {
    const space = random.pick(WHITE_SPACE);
    return random.pick([space + secret, secret + space, space + secret + space]);
  },
  "a BOM before it": ({ secret }) => `\ufeff${secret}`,
  "upper case": ({ secret }) => secret.toUpperCase(),
  "lower case": ({ secret }) => secret.toLowerCase(),
  "a letter of the other case": ({ secret, random }) =>
    replaceOne(secret, /[a-z]/gi, random, otherCase),
  "normalised otherwise": ({ secret, random }) =>
    secret.normalize(random.pick(["NFC", "NFD", "NFKC", "NFKD"])),
  "half a character for U+FFFD": ({ secret, random }) =>
    replaceOne(secret, /\ufffd/g, random, () => random.pick(HALVES)),
  "half a character within": ({ secret, random }) =>
    insert(secret, random.below(secret.length + 1), random.pick(HALVES)),
  "a NUL after it": ({ secret }) => `${secret}\0`,
  "several NULs after it": ({ secret, random }) => secret + "\0".repeat(2 + random.below(62)),
  "a NUL before it": ({ secret }) => `\0${secret}`,
  "a NUL within": ({ secret, random }) => insert(secret, random.below(secret.length), "\0"),
  twice: ({ secret }) => secret + secret,
  reversed: ({ secret }) => [...secret].reverse().join(""),
  "percent-encoded": ({ secret }) => encodeURIComponent(secret),
  "in quotes": ({ secret, random }) => random.pick([`"${secret}"`, `'${secret}'`]),
  "base 16 of it": ({ secret }) =>
    [...new TextEncoder().encode(secret)].map((byte) => byte.toString(16)).join(""),
  "another one": ({ random, others }) => random.pick(others).secret,
  "the header": ({ header }) => header,
  "the digits of the header": ({ header }) => header.slice("sha256=".length),
  "the body": ({ body }) => body,
  empty: () => "",
  "a NUL": () => "\0",
  "white space": ({ random }) => random.pick(WHITE_SPACE),
};
