import type { PhoneNumber, phone as phones } from "./phone.js";

export * from "./phone.js";

/**
 * How a number is written: `"national"` as inside its country, `"international"` behind + and
 * country code, `"e164"` the same without anything between.
 */
export type PhoneStyle = "national" | "international" | "e164";

/** A text being typed, and where the caret stands in it. */
export interface TypedText {
  readonly text: string;
  /** How many characters stand before it, as `selectionStart` of an input. */
  readonly caret: number;
}

/** Reads and writes phone numbers and knows the world's numbering plan. */
export declare const phone: typeof phones &
  Readonly<{
    /**
     * Writes a number as people of its country write it, as Google's libphonenumber does.
     *
     * Takes what `phone.parse` reads, or the digits of country code and national number, with or
     * without a +. A number that fits no format of its country is written without groups; one that
     * has no country code comes back as it was given. No digit is lost.
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
     * Makes a function that groups what is being typed: call it with the text of an input and its
     * caret after each change, and write back what it returns.
     *
     * The caret stays behind the digit that it is behind, the end unless told. Digits of every
     * script become ASCII. A text that begins with + is of the country that it names, whatever the
     * country. What is no phone number, such as a text with letters, comes back as it is.
     *
     * @param options `country`: its letters or its code, `"IN"` or `"+91"`; `""` for none.
     *
     * @example
     * const group = phone.asYouType({ country: "GB" });
     * group("7400123"); // { text: "7400 123", caret: 8 }
     * group("+919876543210", 4); // { text: "+91 98765 43210", caret: 5 }
     *
     * @throws {ConfigurationError} There is no such country.
     */
    asYouType(options: { readonly country: string }): (text: string, caret?: number) => TypedText;

    /**
     * A number of a mobile of a country, for a placeholder; of a fixed line where no number is a
     * mobile's, and null for a code that belongs to no country, such as +870.
     *
     * @param country Its letters or its code: `"IN"` or `"+91"`.
     *
     * @example phone.format(phone.example("IN"), "national"); // "081234 56789"
     *
     * @throws {ConfigurationError} There is no such country.
     */
    example(country: string): PhoneNumber | null;
  }>;
