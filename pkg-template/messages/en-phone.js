/**
 * What is said of phone numbers, in English, and what the field for them says: all that its page
 * carries.
 */
import { either, nameIn } from "./words.js";

/** @typedef {{ readonly country?: string, readonly countryCode?: number }} Place */

const LOCALE = "en-IN";

/** Countries that stand with "the". */
const WITH_ARTICLE =
  "AE AX BQ BS CC CF CK DO FK FO GB GM IM IO KM KY MH MP MV NL PH SB SC TC US VG VI";

/**
 * ` in India`, ` with +870`, and nothing where neither is known.
 *
 * @param {Place} place
 */
function where({ country, countryCode }) {
  if (country) {
    const article = WITH_ARTICLE.includes(country) ? "the " : "";
    return ` in ${article}${nameIn(LOCALE, "region", country)}`;
  }
  return countryCode ? ` with +${countryCode}` : "";
}

/** @param {Place & { readonly lengths: number[] }} params */
const digits = (params) =>
  `${where(params) ? "" : "phone "}numbers${where(params)} have ${either(params.lengths, "or", "to")} digits`;

/**
 * @satisfies {import("../issue.js").IssueMessages & Record<`field.${string}`, string>}
 */
export const enPhone = {
  "field.country": "Country",
  "field.international": "International",
  "field.label": "Phone number",
  "field.none": "No such country",
  "field.required": "Enter your phone number.",
  "field.search": "Name or code of a country",
  "phone.assumed_country": (params) => `Read as a number${where(params)}.`,
  "phone.assumed_international": (params) => `Read as a number${where(params)}.`,
  "phone.damaged": ({ sign, exponent }) =>
    exponent
      ? "A spreadsheet has cut off the last digits. Enter the whole number."
      : `A spreadsheet has changed this number. Leave out “${sign}”.`,
  "phone.dropped_characters": "Spaces and symbols were left out.",
  "phone.dropped_country_code": ({ countryCode }) =>
    `The first digits were read as the country code +${countryCode}.`,
  "phone.dropped_decimals": "The decimals were left out.",
  "phone.dropped_trunk_prefix": ({ dropped }) => `The ${dropped} at the beginning was left out.`,
  "phone.extension": "Enter the number without its extension.",
  "phone.includes_country_code": ({ countryCode }) =>
    `Leave out the country code +${countryCode}: it is there already.`,
  "phone.international_prefix": "Leave out the 00 at the beginning.",
  "phone.leading_zero": (params) =>
    `Leave out the 0 at the beginning: numbers${where(params)} have none.`,
  "phone.missing_country_code": ({ country, countryCode }) =>
    countryCode
      ? `Start with the country code: +${countryCode}${country ? ` for ${nameIn(LOCALE, "region", country)}` : ""}.`
      : "Start with + and the country code.",
  "phone.no_phones": ({ countryCode }) =>
    `Numbers with +${countryCode} cannot get messages. Enter another one.`,
  "phone.not_mobile": (params) =>
    `This does not look like a mobile number${where(params)}. Please check it.`,
  "phone.perhaps_leading_zero":
    "Leave out the 0 at the beginning if it is only for calls inside the country.",
  "phone.read_international_prefix": ({ dropped }) => `${dropped} was read as +.`,
  "phone.read_link": "The number was taken from the link.",
  "phone.replaced_digits": "The digits were written as 0 to 9.",
  "phone.too_long": (params) => `This number is too long: ${digits(params)}.`,
  "phone.too_short": (params) => `This number is too short: ${digits(params)}.`,
  "phone.unknown_country_code": "Start with your country code, such as +91.",
  "phone.unknown_pattern": (params) =>
    `This does not look like a number${where(params)}. Please check it.`,
  "phone.unreadable": "Enter the number in digits only.",
  "phone.wrong_length": (params) => `Please check the digits: ${digits(params)}.`,
  "string.empty": "Please fill this in.",
};
