/** Phone numbers: reading what people type, and the countries that there are. */
import { inside } from "./inside.js";
import { withNames } from "./names.js";
import { refuse } from "./options.js";

/**
 * @typedef {import("./errors.js").Issue} Issue
 * @typedef {{ code: number, national: string, country: string | null, possible: boolean,
 *   mobile: boolean }} Numbered
 * @typedef {{ number: Numbered | null, issues: Issue[], notes: Issue[] }} Parsed What the module
 *   makes of a text.
 */

/** @param {import("./start.js").Starter<Pick<import("./start.js").Core, "phoneParse" | "phoneCountries" | "phoneIs">>} starter */
export function createPhone({ core }) {
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
    return core().phoneIs(fullPhoneNumber, mobile);
  };

  return Object.freeze({
    /**
     * @param {string} text
     * @param {{ defaultCountry?: string }} [options]
     */
    parse(text, { defaultCountry = "" } = {}) {
      mustBeText("text", text);
      mustBeText("defaultCountry", defaultCountry);
      const parsed = inside(() => core().phoneParse(text, defaultCountry));
      if (!parsed) {
        refuse('defaultCountry must be the letters or the code of a country: "IN" or "+91".');
      }
      const { number, issues: found, notes } = /** @type {Parsed} */ (parsed);
      const value = number && inFull(number);
      const warnings = withNames(found).filter(({ severity }) => severity === "warning");
      const issues = found.filter((issue) => !warnings.includes(issue));
      const read = { value, warnings, notes: withNames(notes).map(toNote) };
      return issues.length === 0 ? { ok: true, ...read } : { ok: false, issues, ...read };
    },

    countries() {
      const lines = inside(() => core().phoneCountries()).split("\n");
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
function inFull({ code, national: phoneNumber, ...rest }) {
  return { countryCode: `+${code}`, phoneNumber, fullPhoneNumber: code + phoneNumber, ...rest };
}

/** @param {Issue} issue */
const toNote = ({ code, message, params }) => ({ code, message, params });

/** @param {number} bits One for each length: bit 10 for ten digits. */
const lengthsOf = (bits) => [...Array(32).keys()].filter((length) => (bits >> length) & 1);
