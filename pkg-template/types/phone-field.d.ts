import type { IssueMessages } from "./issue.js";
import type { PhoneNumber } from "./phone.js";
import type { PhoneFieldTexts } from "./phone-field-texts.js";

export type { PhoneFieldTexts } from "./phone-field-texts.js";

/**
 * The field's texts, and its messages about numbers, in place of the English ones: all of
 * `interakt-wasm/messages/hi`, or a few of your own.
 *
 * @example { "field.required": "Where can we call you?" }
 */
export type PhoneFieldMessages = IssueMessages & Partial<PhoneFieldTexts>;

/** Options for `definePhoneField`. */
export interface PhoneFieldOptions {
  /** Texts for all fields, in place of the English ones. Texts left out stay English. */
  readonly messages?: PhoneFieldMessages | undefined;
  /** The element's name. Default: `"interakt-phone"`. @example "shop-phone" */
  readonly name?: string | undefined;
}

/**
 * Defines the element `<interakt-phone>`, once. Starts the module itself: `await init()` is not needed.
 * Does nothing on a server.
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
 * A phone number field, `<interakt-phone>`: a form field like an `<input>`, with the same attributes,
 * properties, methods and events. People pick a country and type, paste or autofill a number in any
 * format; a number that names its country, as with +, selects that country.
 *
 * - **Attributes**: `name`, `value`, `country`, `required`, `disabled`, `readonly`, `placeholder`,
 *   `autocomplete`, `country-code-name`, `phone-number-name`, `aria-label`; `lang`, on it or an ancestor,
 *   sets the language of the country names.
 * - **Events**: `input` and `change`, which bubble, and `invalid`, `focus`, `blur`, as for an `<input>`.
 *   Errors are shown when the field loses focus or its form is submitted, not while typing.
 * - **Content**: a server can put a plain `<input type="tel" name="phone">` inside, which works until the
 *   element is defined. The element then takes over its name, value and so on.
 * - **Style**: the custom properties `--interakt-phone-accent`, `-background`, `-border`, `-color`,
 *   `-error`, `-height`, `-muted`, `-panel` (the background of the list), `-radius`, `-valid`,
 *   `-warning`; the parts `field`, `country`, `letters`, `code`, `input`, `panel`, `search`, `list`,
 *   `option`, `name`, `none`, `verdict`, `number`. `field` and `verdict` also have the part `valid`,
 *   `warning` or `invalid`, and `verdict` also `missing` or `incomplete`: `::part(verdict warning)`.
 *   `:state(invalid)` matches while an error is shown. Dark if `color-scheme` says so.
 */
export interface InteraktPhoneElement extends HTMLElement {
  /** Always `"tel"`. */
  readonly type: "tel";
  /** The name under which the form submits `value`. */
  name: string;
  /**
   * The complete number in digits, like `fullPhoneNumber`; the text as typed while that is not a number;
   * or empty. Setting it fires no event.
   *
   * @example "919876543210"
   */
  value: string;
  /** The attribute `value`: the value at first and after a reset. */
  defaultValue: string;
  /**
   * ISO letters of the selected country; empty if none. Can be set to letters or a code; anything else
   * changes nothing. Without the attribute, it is guessed from the browser's languages, without any
   * network request.
   *
   * @example "IN"
   */
  country: string;
  /** The code of the selected country. @example "+91" */
  readonly countryCode: string;
  /** The digits after the country code; the text as typed while that is not a number. @example "9876543210" */
  readonly phoneNumber: string;
  /** The number in every form, as from `phone.parse`; `null` while there is none. */
  readonly number: PhoneNumber | null;
  /** The name under which the form also submits `countryCode`: the attribute `country-code-name`. */
  countryCodeName: string;
  /** The name under which the form also submits `phoneNumber`: the attribute `phone-number-name`. */
  phoneNumberName: string;
  /** Shown while the field is empty. Default: an example number of the country. */
  placeholder: string;
  /** Whether the field must be filled in. */
  required: boolean;
  /** Whether the field is disabled: it cannot be used, and is not submitted. */
  disabled: boolean;
  /** Whether the number can be read but not changed. */
  readOnly: boolean;
  /** Texts for this field, in place of those for all fields. */
  messages: PhoneFieldMessages | undefined;
  /** The form that the field belongs to. */
  readonly form: HTMLFormElement | null;
  /** The field's `<label>` elements. */
  readonly labels: NodeList;
  /** `valueMissing`, `tooShort` for an incomplete number, `typeMismatch`, `customError`. */
  readonly validity: ValidityState;
  /** What is wrong, in the words that the field shows. */
  readonly validationMessage: string;
  /** Whether the field is checked when its form is submitted: not if it is disabled or read-only. */
  readonly willValidate: boolean;
  /** Whether the value is valid. If not, fires `invalid`. */
  checkValidity(): boolean;
  /** Whether the value is valid. If not, fires `invalid` and shows what is wrong. */
  reportValidity(): boolean;
  /**
   * Sets an error found by the page, or clears it with an empty string. It makes the field invalid; the
   * page shows the message, or the browser when the form is submitted.
   */
  setCustomValidity(message: string): void;
  /** Selects the number. */
  select(): void;
}

/**
 * The attributes of `<interakt-phone>` in addition to those of every element, for JSX types.
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
  /** The name under which the form submits the complete number. */
  name?: string | undefined;
  /** The number at first and after a reset. */
  value?: string | undefined;
  /** The country selected at first: ISO letters or a code. @example "IN" */
  country?: string | undefined;
  /** Shown while the field is empty. Default: an example number of the country. */
  placeholder?: string | undefined;
  /** Whether the field must be filled in. */
  required?: boolean | undefined;
  /** Whether the field is disabled. */
  disabled?: boolean | undefined;
  /** Whether the number can be read but not changed. */
  readonly?: boolean | undefined;
  /** What browsers may fill in. @example "tel" */
  autocomplete?: string | undefined;
  /** The name under which the form also submits the country code. */
  "country-code-name"?: string | undefined;
  /** The name under which the form also submits the number without its country code. */
  "phone-number-name"?: string | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "interakt-phone": InteraktPhoneElement;
  }
}
