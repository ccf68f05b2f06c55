import type { Issue, IssueMessages } from "./issue.js";

/** A phone number, in every form that Interakt takes. */
export interface PhoneNumber {
  /** @example "+91" */
  readonly countryCode: string;
  /** The digits behind the country code. @example "9876543210" */
  readonly phoneNumber: string;
  /** Both, digits only. @example "919876543210" */
  readonly fullPhoneNumber: string;
  /**
   * ISO letters of the country. Where the number does not tell which of those that share the
   * code, the default country or the main one; null for a code that belongs to no country, such
   * as +870.
   */
  readonly country: string | null;
  /** Whether it has a length that numbers of its country can have. Always true of a good one. */
  readonly possible: boolean;
  /** Whether it is possible and looks like a number that a mobile can have. */
  readonly mobile: boolean;
}

/** The notes that there are. Later versions may have more. */
export type PhoneNoteCode =
  /**
   * Spaces, dashes, dots, slashes, brackets, quotes; `tel:`; signs that nobody sees; what a
   * spreadsheet has put around the number, as `'` or a comma.
   */
  | "phone.dropped_characters"
  /** The `.0` that a spreadsheet has put behind the number. */
  | "phone.dropped_decimals"
  /**
   * The number stood in a link to somebody's chat, `https://wa.me/919876543210` or
   * `https://api.whatsapp.com/send?phone=919876543210`. Whatever else the link has, such as the
   * text of a message, counts for nothing.
   */
  | "phone.read_link"
  /** Digits of another script: Devanagari, Arabic, full width… */
  | "phone.replaced_digits"
  /** 00, or 011 with a default country of North America, in place of the +. */
  | "phone.read_international_prefix"
  /** There was no +: it is a number of the default country. */
  | "phone.assumed_country"
  /** There was no + and no default country: the first digits are the country code. */
  | "phone.assumed_international"
  /** The default country's own code, without a +, before a whole number. */
  | "phone.dropped_country_code"
  /** A leading 0, or what else is dialled before a number inside its country: 8, 1, 06… */
  | "phone.dropped_trunk_prefix";

/** What was dropped, replaced or assumed to read a number. */
export interface PhoneNote {
  /** Stable name of the kind of note. */
  readonly code: PhoneNoteCode | (string & {});
  /** Plain English, or what `messages` say in its place. Never holds the number. */
  readonly message: string;
  /** What the message speaks of. @example { countryCode: 91, country: "IN", dropped: "0" } */
  readonly params: Issue["params"];
}

/** What `phone.parse` reads. */
export type ParsedPhone =
  | {
      readonly ok: true;
      readonly verdict: "valid";
      readonly value: PhoneNumber;
      /** Worth knowing: the number looks like none in use, or not like a mobile's. */
      readonly warnings: Issue[];
      /** Everything that was dropped, replaced or assumed. */
      readonly notes: PhoneNote[];
    }
  | {
      readonly ok: false;
      /**
       * Whether digits typed behind could make it a number, as of an empty text: a form that is being
       * filled in says nothing of it yet. `"invalid"`: no digit would, so it can be told at once.
       */
      readonly verdict: "incomplete" | "invalid";
      /** As far as it could be read, for a form that says so while it is typed. */
      readonly value: PhoneNumber | null;
      /** Why it is no number. Their `path` is empty. */
      readonly issues: Issue[];
      readonly warnings: Issue[];
      readonly notes: PhoneNote[];
    };

/** A country for a picker. `new Intl.DisplayNames("en", { type: "region" })` knows its name. */
export interface PhoneCountry {
  /** ISO letters. @example "IN" */
  readonly country: string;
  /** Several countries can have the same. @example "+91" */
  readonly countryCode: string;
  /** How many digits numbers behind the country code can have, ascending. @example [10] */
  readonly lengths: number[];
}

/** Settings of `phone.parse`. */
export interface ParsePhoneOptions {
  /**
   * The country of a number without +: its ISO letters or its country code. Empty: none, as of
   * a picker in which nothing is chosen.
   *
   * @example "IN"
   * @example "+91"
   */
  readonly defaultCountry?: string | undefined;
  /**
   * What issues and notes say in place of the sentences for developers, by their codes.
   *
   * @example
   * import { hi } from "interakt-wasm/messages/hi";
   * phone.parse(typed, { defaultCountry: "IN", messages: hi });
   */
  readonly messages?: IssueMessages | undefined;
}

/** Reads phone numbers and knows the world's numbering plan. */
export declare const phone: Readonly<{
  /**
   * Reads what somebody typed or pasted: spaces, brackets, dashes, `tel:`, links to a chat
   * (`wa.me/…`), 00 for +, the 0, 8, 1 or 06 that is dialled inside a country where it is, digits of
   * other scripts, what a spreadsheet has put around a number. Says in `notes` what it dropped,
   * replaced or assumed. A number that a spreadsheet has rounded (`9.87654E+09`) is an error
   * `phone.damaged`; digits without + and without default country that are a mobile number of India
   * and no good number of another country are an error `phone.missing_country_code`.
   *
   * @example phone.parse("+91 98765-43210").value?.fullPhoneNumber // "919876543210"
   * @example phone.parse("098765 43210", { defaultCountry: "IN" }).value?.phoneNumber // "9876543210"
   * @example phone.parse("+91 98765").verdict // "incomplete"
   * @example phone.parse("https://wa.me/919876543210?text=Hi").value?.countryCode // "+91"
   * @throws {ConfigurationError} `text` is no string, or there is no such default country.
   */
  parse(text: string, options?: ParsePhoneOptions): ParsedPhone;
  /** Every country with its code, by its code, the main one of those that share it first. A new array each time. */
  countries(): PhoneCountry[];
  /**
   * Whether a number could exist: its country code does, and it has a length that numbers of
   * that country can have. Digits only, with or without +.
   *
   * @example phone.isPossible("919876543210") // true
   * @throws {ConfigurationError} `fullPhoneNumber` is no string.
   */
  isPossible(fullPhoneNumber: string): boolean;
  /**
   * Whether a number could exist and looks like one that a mobile can have.
   *
   * @example phone.isMobile("+919876543210") // true
   * @throws {ConfigurationError} `fullPhoneNumber` is no string.
   */
  isMobile(fullPhoneNumber: string): boolean;
}>;
