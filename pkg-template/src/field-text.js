/** What stands in the field, and what it is: decisions, which know of no page. */

/**
 * @typedef {ReturnType<typeof import("./phone-format.js").createPhoneFormat>} Phone
 * @typedef {ReturnType<Phone["parse"]>} Parsed
 * @typedef {import("./issues.js").Messages} Messages
 *
 * @typedef {object} State
 * @property {string} country Letters, the code of what is no country, or nothing.
 * @property {string} text As it stands in the field.
 * @property {number} caret
 * @property {string} whole The whole number, and of what is none the text.
 * @property {Parsed} parsed
 *
 * @typedef {"empty" | "missing" | "valid" | "warning" | "incomplete" | "invalid"} Kind
 */

/**
 * @param {Phone} phone
 * @param {() => Messages} messages
 */
export function createReading(phone, messages) {
  /**
   * Typed, pasted or filled in. What names its country is of that one from now on.
   *
   * @param {string} text
   * @param {string} country
   * @param {number} [caret]
   * @returns {State}
   */
  function typed(text, country, caret = text.length) {
    const parsed = phone.parse(text, { defaultCountry: country, messages: messages() });
    const own = named(parsed);
    const now = own ? (own.country ?? own.countryCode) : country;
    const grouped = phone.asYouType({ country: now })(text, caret);
    const shown = grouped.text.trim();
    // What is no number here must not pass for one of another country.
    const other = phone.isPossible(shown) ? shown.replace(/^./, "$& ") : shown;
    const whole = parsed.ok && parsed.value ? parsed.value.fullPhoneNumber : other;
    return { country: now, ...grouped, whole, parsed };
  }

  /**
   * A value that a page has, as `value` gives it: a whole number, or what was typed.
   *
   * @param {string} value
   * @param {string} country
   */
  function stored(value, country) {
    if (!phone.isPossible(value)) return typed(value, country);
    const whole = typed(value.replace(/^\+?/, "+"), country);
    const national = typed(whole.parsed.value?.phoneNumber ?? "", whole.country);
    const isSame = national.whole === whole.whole && national.country === whole.country;
    return isSame ? national : whole;
  }

  return {
    typed,

    /**
     * Another country was picked: the number stays, but for what it says of its country.
     *
     * @param {State} state
     * @param {string} country
     */
    moved({ text, parsed }, country) {
      return typed(named(parsed)?.phoneNumber ?? text.replace("+", ""), country);
    },

    stored,

    /**
     * Pasted or filled in, as whole as it is. What is a number is written as one, whatever stood
     * around it: a link, an access code, a zero in brackets.
     *
     * @param {string} text
     * @param {string} country
     * @param {number} caret
     */
    arrived(text, country, caret) {
      const read = typed(text, country, caret);
      const { ok, value } = read.parsed;
      const bare = read.text.replace(/[\s().-]/g, "");
      const isPlain = [value?.phoneNumber, `+${value?.fullPhoneNumber}`].includes(bare);
      return !ok || isPlain || !value ? read : stored(value.fullPhoneNumber, read.country);
    },

    /**
     * Whether nothing that is typed behind this makes a number of it: it has too many digits.
     *
     * @param {string} text
     * @param {string} country
     */
    isTooLong(text, country) {
      const { parsed } = typed(text, country);
      return (
        parsed.verdict === "invalid" &&
        issuesOf(parsed).some(({ code }) => code === "phone.too_long")
      );
    },
  };
}

/**
 * @param {Parsed} parsed
 * @returns {Parsed["value"]} A number that says itself which country it is of.
 */
const named = ({ value, notes }) =>
  notes.some(({ code }) => code.startsWith("phone.assumed")) ? null : value;

/** @param {State} state */
export const nationalOf = ({ text, parsed: { ok, value } }) =>
  value && value.possible === ok ? value.phoneNumber : text.trim();

/**
 * @param {State} state
 * @param {boolean} isRequired
 * @returns {Kind}
 */
export function kindOf({ text, parsed }, isRequired) {
  if (!text.trim()) return isRequired ? "missing" : "empty";
  if (parsed.ok) return parsed.warnings.length > 0 ? "warning" : "valid";
  return parsed.verdict === "incomplete" ? "incomplete" : "invalid";
}

/**
 * @param {Parsed} parsed
 * @returns {import("./errors.js").Issue[]} Why it is none, or what is worth to know of it.
 */
export const issuesOf = (parsed) => ("issues" in parsed ? parsed.issues : parsed.warnings);

/** @param {Kind} kind */
export const isWrong = (kind) => /^(mis|in)/.test(kind);
