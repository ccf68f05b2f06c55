/** Ways to change a body. */
import { HALVES, insert, otherCase, replaceOne } from "./texts.mjs";

/** @typedef {import("../mutations.mjs").Given} Given */
/** @typedef {import("../random.mjs").Random} Random */

/**
 * Each gives a text or bytes.
 * @type {Record<string, (given: Given) => string | Uint8Array>}
 */
export const BODIES = {
  "a bit flipped": (given) =>
    edit(given, (bytes, { below }) => {
      const at = below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    }),
  "several bits flipped": (given) =>
    edit(given, (bytes, { below }) => {
      for (let flips = 2 + below(6); flips > 0; flips -= 1) {
        const at = below(bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
      }
    }),
  "a byte replaced": (given) =>
    edit(given, (bytes, { below }) => void bytes.splice(below(bytes.length), 1, below(256))),
  "a byte inserted": (given) =>
    edit(given, (bytes, { below }) => void bytes.splice(below(bytes.length + 1), 0, below(256))),
  "a byte deleted": (given) =>
    edit(given, (bytes, { below }) => void bytes.splice(below(bytes.length), 1)),
  "two bytes swapped": (given) =>
    edit(given, (bytes, { below }) => {
      const [one, other] = [below(bytes.length), below(bytes.length)];
      [bytes[one], bytes[other]] = [bytes[other] ?? 0, bytes[one] ?? 0];
    }),
  "its end cut off": (given) =>
    edit(given, (bytes, { below }) => void bytes.splice(below(bytes.length))),
  "its beginning cut off": (given) =>
    edit(given, (bytes, { below }) => void bytes.splice(0, 1 + below(bytes.length))),
  "a piece cut out": (given) =>
    edit(given, (bytes, { below }) => void bytes.splice(below(bytes.length), 1 + below(40))),
  "a space after it": ({ body }) => `${body} `,
  "a newline after it": ({ body, random }) => body + random.pick(["\n", "\r\n", "\r"]),
  "a NUL after it": ({ body }) => `${body}\0`,
  "a BOM before it": ({ body }) => `\ufeff${body}`,
  "a BOM after it": ({ body }) => `${body}\ufeff`,
  "white space before it": ({ body, random }) => random.pick([" ", "\t", "\n", "\u00a0"]) + body,
  "white space within": ({ body, random }) => {
    const places = [...body.matchAll(/[:,{[]/g)].map(({ index }) => index + 1);
    return insert(body, random.pick(places), random.pick([" ", "\t", "\n"]));
  },
  "written anew": ({ body }) => JSON.stringify(JSON.parse(body)),
  "written anew with indentation": ({ body, random }) =>
    JSON.stringify(JSON.parse(body), null, random.pick([1, 2, 4, "\t"])),
  "written with other escapes": ({ body }) =>
    body.replace(/[^\0-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  "its keys in another order": ({ body }) =>
    JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(body)).reverse())),
  "a key added": ({ body }) => JSON.stringify({ ...JSON.parse(body), added: true }),
  "a key left out": ({ body, random }) => {
    const entries = Object.entries(JSON.parse(body));
    entries.splice(random.below(entries.length), 1);
    return JSON.stringify(Object.fromEntries(entries));
  },
  "a key twice": ({ body, random }) => {
    const again = random.pick(['"type":"message_api_read"', '"data":{}', '"entity":null']);
    return random.pick([
      body.replace("{", `{${again},`),
      body.replace(/\}\s*$/, (end) => `,${again}${end}`),
    ]);
  },
  "a digit changed": ({ body, random }) =>
    replaceOne(body, /\d/g, random, (digit) => String((Number(digit) + 1 + random.below(9)) % 10)),
  "normalised otherwise": ({ body, random }) =>
    body.normalize(random.pick(["NFC", "NFD", "NFKC", "NFKD"])),
  "half a character for U+FFFD": ({ body, random }) =>
    replaceOne(body, /\ufffd/g, random, () => random.pick(HALVES)),
  "half a character within": ({ body, random }) =>
    insert(body, random.below(body.length + 1), random.pick(HALVES)),
  "upper case": ({ body }) => body.toUpperCase(),
  "lower case": ({ body }) => body.toLowerCase(),
  "a letter of the other case": ({ body, random }) =>
    replaceOne(body, /[a-z]/gi, random, otherCase),
  "another one": ({ random, others }) => random.pick(others).body,
  "the beginning of another one": ({ body, random, others }) => {
    const at = random.below(body.length);
    return random.pick(others).body.slice(0, at) + body.slice(at);
  },
  "the end of another one": ({ body, random, others }) => {
    const at = 1 + random.below(body.length);
    return body.slice(0, at) + random.pick(others).body.slice(at);
  },
  "another one after it": ({ body, random, others }) => body + random.pick(others).body,
  twice: ({ body }) => body + body,
  empty: () => "",
  "white space alone": ({ random }) => random.pick([" ", "\n", "\0"]),
  "another JSON value": ({ body, random }) =>
    random.pick(["{}", "[]", "null", "true", "0", '""', `[${body}]`, JSON.stringify(body)]),
};

/**
 * The bytes after a change.
 * @param {Given} given
 * @param {(bytes: number[], random: Random) => void} change
 */
function edit({ body, random }, change) {
  const bytes = [...new TextEncoder().encode(body)];
  change(bytes, random);
  return Uint8Array.from(bytes);
}
