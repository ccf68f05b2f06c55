import type { IssueMessages } from "./issue.js";
import type { PhoneNumber } from "./phone.js";

/** Settings of `definePhoneField`. */
export interface PhoneFieldOptions {
  /** What the field says, by codes, in place of the English. */
  readonly messages?: IssueMessages | undefined;
  /** The name of the element. By default `interakt-phone`. */
  readonly name?: string | undefined;
}

/**
 * Defines the element `<interakt-phone>`, once. Starts the module first: no `await init()` is
 * needed. Does nothing on a server.
 *
 * @throws {ConfigurationError} The module cannot be started.
 */
export declare function definePhoneField(options?: PhoneFieldOptions): Promise<void>;

/**
 * The attributes of `<interakt-phone>`, for the types of JSX.
 *
 * @example
 * declare module "react" {
 *   namespace JSX {
 *     interface IntrinsicElements {
 *       "interakt-phone": PhoneFieldAttributes &
 *         DetailedHTMLProps<HTMLAttributes<PhoneFieldElement>, PhoneFieldElement>;
 *     }
 *   }
 * }
 */
export interface PhoneFieldAttributes {
  /** The name under which a form sends the full number. */
  name?: string | undefined;
  /** The full number that the field begins with, with or without +, and comes back to by a reset. */
  value?: string | undefined;
  /** ISO letters of the country at first. By default that of the browser's language. @example "IN" */
  country?: string | undefined;
  /** By default a number of the country as an example. */
  placeholder?: string | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  readonly?: boolean | undefined;
  /** The name under which a form sends the country code besides: `+91`. */
  "country-code-name"?: string | undefined;
  /** The name under which a form sends the number behind the country code besides. */
  "phone-number-name"?: string | undefined;
}

/** `<interakt-phone>`: a form's field, with what an `<input>` has. */
export interface PhoneFieldElement extends HTMLElement {
  readonly type: "tel";
  name: string;
  /**
   * Calling code and number, digits only; what is typed as long as that is no possible number; empty
   * when nothing is. Takes a full number, with or without +.
   *
   * @example "919876543210"
   */
  value: string;
  defaultValue: string;
  /** ISO letters of the country that is chosen. */
  country: string;
  /** With its +, of a possible number; otherwise empty. @example "+91" */
  readonly countryCode: string;
  /** The digits behind the country code, of a possible number; otherwise empty. @example "9876543210" */
  readonly phoneNumber: string;
  /** What is typed, if that is a possible number. */
  readonly number: PhoneNumber | null;
  /** What this field says in place of what `definePhoneField` was told. */
  messages: IssueMessages | undefined;
  placeholder: string;
  required: boolean;
  disabled: boolean;
  readOnly: boolean;
  countryCodeName: string;
  phoneNumberName: string;
  readonly form: HTMLFormElement | null;
  readonly labels: NodeList;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;
  checkValidity(): boolean;
  reportValidity(): boolean;
  /** Makes the field invalid, and says why, until it is called with an empty text. */
  setCustomValidity(message: string): void;
  select(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "interakt-phone": PhoneFieldElement;
  }
}
