/** Phone numbers: reading what people type, and the countries that there are. */
import { inside } from "./inside.js";
import { errorsOf, readFound, readMessages, warningsOf } from "./issues.js";
import { refuse } from "./options.js";
import { receive, send } from "./texts.js";

/**
 * @typedef {import("./errors.js").Issue} Issue
 * @typedef {[code: number, national: string, country: string, kind: number]} Numbered `kind` is 1
 *   for what is possible, 2 for what a mobile can have besides.
 * @typedef {import("./issues.js").Found} Found
 * @typedef {import("./issues.js").Messages} Messages
 * @typedef {Pick<import("./start.js").Core, "phoneParse" | "phoneCountries" | "phoneIs">
 *   & import("./texts.js").Texts} Phones The part of the module that knows phone numbers.
 */

/** @param {import("./start.js").Starter<Phones>} starter */
export function createPhone({ core, catalogue }) {
  /**
   * @param {string} name
   * @param {unknown} text
   */
  function mustBeText(name, text) {
    if (typeof text !== "string") refuse(`${name} must be a string.`);
  }

  /** @param {boolean} mobile */
  const is = (mobile) => (/** @type {string} */ fullPhoneNumber) => {
    mustBeText("fullPhoneNumber", fullPhoneNumber);
    const running = core();
    return running.phoneIs(send(running, fullPhoneNumber), mobile);
  };

  return Object.freeze({
    /**
     * @param {string} text
     * @param {{ defaultCountry?: string, messages?: Messages } | null} [options]
     */
    parse(text, options) {
      const defaultCountry = options?.defaultCountry ?? "";
      const messages = readMessages(options?.messages);
      mustBeText("text", text);
      mustBeText("defaultCountry", defaultCountry);
      const parsed = inside(() => {
        const running = core();
        // One text after the other: the length of the first tells where the second begins.
        const country = send(running, defaultCountry);
        const found = running.phoneParse(country, send(running, defaultCountry + text));
        return found ? receive(running) : undefined;
      });
      if (parsed === undefined) {
        refuse('defaultCountry must be the letters or the code of a country: "IN" or "+91".');
      }
      const [code, national, country, kind, found, noted, open] =
        /** @type {[...Numbered, Found[], Found[], 1?]} */ (JSON.parse(parsed));
      const all = readFound(catalogue, found, messages);
      const read = {
        value: code ? inFull(code, national, country, kind) : null,
        warnings: warningsOf(all),
        notes: readFound(catalogue, noted, messages).map(toNote),
      };
      const issues = errorsOf(all);
      return issues.length === 0
        ? { ok: /** @type {const} */ (true), verdict: "valid", ...read }
        : {
            ok: /** @type {const} */ (false),
            verdict: open ? "incomplete" : "invalid",
            issues,
            ...read,
          };
    },

    countries() {
      const text = inside(() => {
        const running = core();
        running.phoneCountries();
        return receive(running);
      });
      const lines = text.split("\n");
      return lines.flatMap((line) => {
        const [letters = "", code, bits] = line.split(" ");
        const countries = letters.match(/../g) ?? [];
        return countries.map((country) => ({
          country,
          countryCode: `+${code}`,
          lengths: lengthsOf(Number(bits)),
        }));
      });
    },

    isPossible: is(false),
    isMobile: is(true),
  });
}

/** @param {Numbered} number */
const inFull = (...[code, phoneNumber, country, kind]) => ({
  countryCode: `+${code}`,
  phoneNumber,
  fullPhoneNumber: code + phoneNumber,
  country: country || null,
  possible: kind > 0,
  mobile: kind > 1,
});

/** @param {Issue} issue */
const toNote = ({ code, message, params }) => ({ code, message, params });

/** @param {number} bits One for each length: bit 10 for ten digits. */
const lengthsOf = (bits) => [...Array(32).keys()].filter((length) => (bits >> length) & 1);
