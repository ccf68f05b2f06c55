import type { IssueMessages } from "./issue.js";
import type { PhoneNumber } from "./phone.js";
import type { PhoneFieldTexts } from "./phone-field-texts.js";

export type { PhoneFieldTexts } from "./phone-field-texts.js";

/**
 * What the field says, and what it says of numbers, in place of the English: all of
 * `interakt-wasm/messages/hi`, or some texts of one's own.
 *
 * @example { "field.required": "We call you when it is ready: where?" }
 */
export type PhoneFieldMessages = IssueMessages & Partial<PhoneFieldTexts>;

/** Settings of `definePhoneField`. */
export interface PhoneFieldOptions {
  /** What all fields say in place of the English. What it lacks stays English. */
  readonly messages?: PhoneFieldMessages | undefined;
  /** The name of the element. By default `interakt-phone`. @example "shop-phone" */
  readonly name?: string | undefined;
}

/**
 * Defines the element `<interakt-phone>`, once. Starts the module first: no `await init()` is
 * needed. Does nothing on a server.
 *
 * @throws {ConfigurationError} The module cannot be started.
 *
 * @example
 * import { definePhoneField } from "interakt-wasm/phone-field/web";
 * await definePhoneField();
 * // <label for="phone">WhatsApp number</label>
 * // <interakt-phone id="phone" name="phone" country="IN" required></interakt-phone>
 */
export declare function definePhoneField(options?: PhoneFieldOptions): Promise<void>;

/**
 * A field for a phone number, `<interakt-phone>`: a field of its form as an `<input>` is, with its
 * attributes, properties, methods and events. A country is picked, a number typed, pasted or filled in
 * in any format; one that names its country, as by +, is of that one.
 *
 * - **Attributes**: `name`, `value`, `country`, `required`, `disabled`, `readonly`, `placeholder`,
 *   `autocomplete`, `country-code-name`, `phone-number-name`, `aria-label`; `lang`, here or around it,
 *   is the language in which countries are called.
 * - **Events**: `input` and `change`, which bubble, `invalid`, `focus`, `blur`, as of an `<input>`.
 *   What is wrong is told when the field is left or its form submitted, not while one types.
 * - **Within it** a server can put a plain `<input type="tel" name="phone">`, which works until the
 *   element is there. Its name, value and so on are then those of the element.
 * - **Style**: the custom properties `--interakt-phone-accent`, `-background`, `-border`, `-color`,
 *   `-error`, `-height`, `-muted`, `-panel` (the background of the list), `-radius`, `-valid`,
 *   `-warning`; the parts `field`, `country`, `letters`, `code`, `input`, `panel`, `search`, `list`,
 *   `option`, `name`, `none`, `verdict`, `number`; `field` and `verdict` are `valid`, `warning` or
 *   `invalid` besides, the last also `missing` or `incomplete`: `::part(verdict warning)`.
 *   `:state(invalid)` while a mistake is shown. Dark where `color-scheme` says so.
 */
export interface InteraktPhoneElement extends HTMLElement {
  /** Always `"tel"`. */
  readonly type: "tel";
  /** By which the form sends `value`. */
  name: string;
  /**
   * The whole number in digits, as `fullPhoneNumber`; what was typed as long as that is none; empty.
   * To set it is no event.
   *
   * @example "919876543210"
   */
  value: string;
  /** The attribute `value`: what is there at first and after a reset. */
  defaultValue: string;
  /**
   * ISO letters of the picked country, empty where there is none. Set by letters or code. Without the
   * attribute it is where the browser's languages are spoken; nobody is asked over the network.
   *
   * @example "IN"
   */
  country: string;
  /** Of the picked country. @example "+91" */
  readonly countryCode: string;
  /** The digits behind the country code; what was typed as long as that is no number. @example "9876543210" */
  readonly phoneNumber: string;
  /** The number in every form, as `phone.parse` gives it; nothing as long as there is none. */
  readonly number: PhoneNumber | null;
  /** By which the form sends `countryCode` besides; the attribute `country-code-name`. */
  countryCodeName: string;
  /** By which the form sends `phoneNumber` besides; the attribute `phone-number-name`. */
  phoneNumberName: string;
  /** By default an example of the country. */
  placeholder: string;
  required: boolean;
  disabled: boolean;
  readOnly: boolean;
  /** What this field says in place of what all say. */
  messages: PhoneFieldMessages | undefined;
  readonly form: HTMLFormElement | null;
  readonly labels: NodeList;
  /** `valueMissing`, `tooShort` of what is not finished, `typeMismatch`, `customError`. */
  readonly validity: ValidityState;
  /** What is wrong, in the words that the field shows. */
  readonly validationMessage: string;
  readonly willValidate: boolean;
  checkValidity(): boolean;
  reportValidity(): boolean;
  /**
   * What the page finds wrong, empty for nothing. The field is invalid with it, and leaves it to the
   * page to say so, or to the browser when the form is submitted.
   */
  setCustomValidity(message: string): void;
  /** Selects the number. */
  select(): void;
}

/**
 * The attributes that `<interakt-phone>` has besides those of every element, for the types of JSX.
 *
 * @example
 * declare module "react" {
 *   namespace JSX {
 *     interface IntrinsicElements {
 *       "interakt-phone": InteraktPhoneAttributes &
 *         DetailedHTMLProps<HTMLAttributes<InteraktPhoneElement>, InteraktPhoneElement>;
 *     }
 *   }
 * }
 */
export interface InteraktPhoneAttributes {
  name?: string | undefined;
  value?: string | undefined;
  country?: string | undefined;
  placeholder?: string | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  readonly?: boolean | undefined;
  autocomplete?: string | undefined;
  "country-code-name"?: string | undefined;
  "phone-number-name"?: string | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "interakt-phone": InteraktPhoneElement;
  }
}
