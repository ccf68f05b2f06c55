import type { PhoneNumber, phone as phones } from "./phone.js";

export * from "./phone.js";

/**
 * How to write a number: `"national"` as inside its country, `"international"` with + and country code,
 * `"e164"` like that but without any separators.
 */
export type PhoneStyle = "national" | "international" | "e164";

/** A text being typed, and the position of its caret. */
export interface TypedText {
  /** The text, grouped as numbers of its country are. */
  readonly text: string;
  /** How many characters precede the caret, like `selectionStart` of an input. */
  readonly caret: number;
}

/** Reads and formats phone numbers, using the world's numbering plan. */
export declare const phone: typeof phones &
  Readonly<{
    /**
     * Formats a number as people in its country write it, like Google's libphonenumber.
     *
     * Takes anything that `phone.parse` reads, or the digits of country code and national number, with or
     * without a +. A number that fits no format of its country is written without groups; one without a
     * country code is returned unchanged. No digit is ever lost.
     *
     * @example
     * phone.format("919876543210", "national"); // "098765 43210"
     * phone.format("919876543210", "international"); // "+91 98765 43210"
     * phone.format("919876543210", "e164"); // "+919876543210"
     *
     * @throws {ConfigurationError} There is no digit, or no such style.
     */
    format(value: PhoneNumber | string, style: PhoneStyle): string;

    /**
     * Returns a function that groups digits as they are typed: call it with an input's text and caret after
     * every change, and write the result back.
     *
     * The caret stays after the digit it was after; by default it is at the end. Digits of any script
     * become ASCII. A text that starts with + belongs to the country it names, whatever `country` is. A text
     * that is not a phone number, such as one with letters, is returned unchanged.
     *
     * @example
     * const group = phone.asYouType({ country: "GB" });
     * group("7400123"); // { text: "7400 123", caret: 8 }
     * group("+919876543210", 4); // { text: "+91 98765 43210", caret: 5 }
     *
     * @throws {ConfigurationError} There is no such country.
     */
    asYouType(options: {
      /** Its letters or its code, `"IN"` or `"+91"`; `""` for none. */
      readonly country: string;
    }): (text: string, caret?: number | null) => TypedText;

    /**
     * An example of a mobile number in a country, for a placeholder; of a landline if no number there is
     * a mobile's; and `null` for a code that belongs to no country, such as +870.
     *
     * @param country Its letters or its code: `"IN"` or `"+91"`.
     *
     * @example phone.format(phone.example("IN"), "national"); // "081234 56789"
     *
     * @throws {ConfigurationError} There is no such country.
     */
    example(country: string): PhoneNumber | null;
  }>;
