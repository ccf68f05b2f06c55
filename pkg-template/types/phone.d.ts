import type { Issue, IssueMessages } from "./issue.js";

/** A phone number, in every form that Interakt takes. */
export interface PhoneNumber {
  /** The country code with its plus. @example "+91" */
  readonly countryCode: string;
  /** The digits after the country code. @example "9876543210" */
  readonly phoneNumber: string;
  /** Both, digits only. @example "919876543210" */
  readonly fullPhoneNumber: string;
  /**
   * ISO letters of the country. If several countries share the code and the number does not tell which,
   * the default country or the main one; `null` for a code that belongs to no country, such as +870.
   *
   * @example "IN"
   */
  readonly country: string | null;
  /** Whether it has a length that numbers of its country can have. Always `true` for a valid number. */
  readonly possible: boolean;
  /** Whether it is possible and looks like a number that a mobile phone can have. */
  readonly mobile: boolean;
}

/** All codes of notes. Later versions may add more. */
export type PhoneNoteCode =
  /**
   * Dropped spaces, dashes, dots, slashes, brackets, quotes, `tel:`, invisible characters, or what a
   * spreadsheet put around the number, such as `'` or a comma.
   */
  | "phone.dropped_characters"
  /** Dropped the `.0` that a spreadsheet appended. */
  | "phone.dropped_decimals"
  /**
   * Took the number from a chat link, `https://wa.me/919876543210` or
   * `https://api.whatsapp.com/send?phone=919876543210`. The rest of the link, such as a message text, is
   * ignored.
   */
  | "phone.read_link"
  /** Replaced digits of another script: Devanagari, Arabic, full width… */
  | "phone.replaced_digits"
  /** Read 00, or 011 with a default country in North America, as the +. */
  | "phone.read_international_prefix"
  /** There was no +: took it for a number of the default country. */
  | "phone.assumed_country"
  /** There was neither a + nor a default country: took the first digits for the country code. */
  | "phone.assumed_international"
  /** Dropped the default country's own code, written without a + before a complete number. */
  | "phone.dropped_country_code"
  /** Dropped a leading 0, or another prefix dialled only inside the country: 8, 1, 06… */
  | "phone.dropped_trunk_prefix";

/** Something that was dropped, replaced or assumed to read a number. */
export interface PhoneNote {
  /** A stable name for the kind of note. */
  readonly code: PhoneNoteCode | (string & {});
  /** A sentence in English, or the one from `messages`. Never contains the number. */
  readonly message: string;
  /** The values in the message. @example { countryCode: 91, country: "IN", dropped: "0" } */
  readonly params: Issue["params"];
}

/** The result of `phone.parse`. */
export type ParsedPhone =
  | {
      /** It is a phone number. */
      readonly ok: true;
      /** Always `"valid"` here. */
      readonly verdict: "valid";
      /** The number, in every form. */
      readonly value: PhoneNumber;
      /** Worth knowing: no number in use looks like this, or none of a mobile phone. */
      readonly warnings: Issue[];
      /** Everything that was dropped, replaced or assumed. */
      readonly notes: PhoneNote[];
    }
  | {
      /** It is not a phone number. */
      readonly ok: false;
      /**
       * `"incomplete"` if more digits could make it a number, as with an empty text: a form should not
       * complain yet. `"invalid"` if no digits would, so a form can say so at once.
       */
      readonly verdict: "incomplete" | "invalid";
      /** The number as far as it could be read, for feedback while typing. */
      readonly value: PhoneNumber | null;
      /** Why it is not a number. Their `path` is empty. */
      readonly issues: Issue[];
      /** Worth knowing besides the errors. */
      readonly warnings: Issue[];
      /** Everything that was dropped, replaced or assumed. */
      readonly notes: PhoneNote[];
    };

/** A country for a picker. `new Intl.DisplayNames("en", { type: "region" })` gives its name. */
export interface PhoneCountry {
  /** ISO letters. @example "IN" */
  readonly country: string;
  /** The country code with its plus. Several countries can share one. @example "+91" */
  readonly countryCode: string;
  /** How many digits numbers can have after the country code, ascending. @example [10] */
  readonly lengths: number[];
}

/** Options for `phone.parse`. */
export interface ParsePhoneOptions {
  /**
   * The country of a number without +: its ISO letters or its country code. An empty string means none,
   * as from a picker in which nothing is chosen.
   *
   * @example "IN"
   * @example "+91"
   */
  readonly defaultCountry?: string | undefined;
  /**
   * Messages for issues and notes, by code, in place of the sentences for developers.
   *
   * @example
   * import { hi } from "interakt-wasm/messages/hi";
   * phone.parse(typed, { defaultCountry: "IN", messages: hi });
   */
  readonly messages?: IssueMessages | undefined;
}

/** Reads phone numbers, using the world's numbering plan. */
export declare const phone: Readonly<{
  /**
   * Reads a number as people type or paste it: with spaces, brackets, dashes, `tel:`, chat links
   * (`wa.me/…`), 00 for +, the 0, 8, 1 or 06 that is dialled inside some countries, digits of other
   * scripts, or what a spreadsheet put around it. `notes` lists what was dropped, replaced or assumed. A
   * number rounded by a spreadsheet (`9.87654E+09`) is an error `phone.damaged`. Digits with neither + nor
   * a default country that are a mobile number in India, and no valid number elsewhere, are an error
   * `phone.missing_country_code`.
   *
   * @example phone.parse("+91 98765-43210").value?.fullPhoneNumber // "919876543210"
   * @example phone.parse("098765 43210", { defaultCountry: "IN" }).value?.phoneNumber // "9876543210"
   * @example phone.parse("+91 98765").verdict // "incomplete"
   * @example phone.parse("https://wa.me/919876543210?text=Hi").value?.countryCode // "+91"
   * @throws {ConfigurationError} `text` is not a string, or there is no such default country.
   */
  parse(text: string, options?: ParsePhoneOptions): ParsedPhone;
  /**
   * All countries with their codes, sorted by code; the main one of those that share a code comes first.
   * Returns a new array each time.
   *
   * @example phone.countries().find(({ country }) => country === "IN")?.countryCode // "+91"
   */
  countries(): PhoneCountry[];
  /**
   * Whether a number could exist: its country code does, and numbers of that country can have its length.
   * Digits only, with or without +.
   *
   * @example phone.isPossible("919876543210") // true
   * @throws {ConfigurationError} `fullPhoneNumber` is not a string.
   */
  isPossible(fullPhoneNumber: string): boolean;
  /**
   * Whether a number could exist and looks like one of a mobile phone. Digits only, with or without +.
   *
   * @example phone.isMobile("+919876543210") // true
   * @throws {ConfigurationError} `fullPhoneNumber` is not a string.
   */
  isMobile(fullPhoneNumber: string): boolean;
}>;
