/** What is said of phone numbers, in Hindi, and what the field for them says. */
import { either, nameIn } from "./words.js";

/** @typedef {{ readonly country?: string, readonly countryCode?: number }} Place */

const LOCALE = "hi-IN";

/**
 * `भारत के `, `+870 वाले `, and nothing where neither is known.
 *
 * @param {Place} place
 * @param {string} [of] How what follows is tied to a country.
 */
function from({ country, countryCode }, of = "के") {
  if (country) return `${nameIn(LOCALE, "region", country)} ${of} `;
  return countryCode ? `+${countryCode} ${of === "के" ? "वाले" : "वाला"} ` : "";
}

/** @param {Place & { readonly lengths: number[] }} params */
const digits = (params) =>
  `${from(params) || "फ़ोन "}नंबर में ${either(params.lengths, "या", "से")} अंक होते हैं`;

/**
 * @satisfies {import("../issue.js").IssueMessages & Record<`field.${string}`, string>}
 */
export const hiPhone = {
  "field.country": "देश",
  "field.international": "अंतरराष्ट्रीय",
  "field.label": "फ़ोन नंबर",
  "field.none": "ऐसा कोई देश नहीं है।",
  "field.required": "अपना फ़ोन नंबर लिखें।",
  "field.search": "देश का नाम या कोड",
  "phone.assumed_country": (params) => `इसे ${from(params, "का")}नंबर माना गया।`,
  "phone.assumed_international": (params) => `इसे ${from(params, "का")}नंबर माना गया।`,
  "phone.damaged": ({ sign, exponent }) =>
    exponent
      ? "स्प्रेडशीट ने नंबर के आख़िरी अंक हटा दिए हैं। पूरा नंबर लिखें।"
      : `स्प्रेडशीट ने नंबर बदल दिया है। “${sign}” हटा दें।`,
  "phone.dropped_characters": "ख़ाली जगह और चिह्न हटा दिए गए।",
  "phone.dropped_country_code": ({ countryCode }) =>
    `शुरू के अंकों को देश का कोड +${countryCode} माना गया।`,
  "phone.dropped_decimals": "दशमलव के अंक हटा दिए गए।",
  "phone.dropped_trunk_prefix": ({ dropped }) => `शुरू का ${dropped} हटा दिया गया।`,
  "phone.extension": "नंबर बिना एक्सटेंशन के लिखें।",
  "phone.includes_country_code": ({ countryCode }) =>
    `देश का कोड +${countryCode} दोबारा न लिखें, वह पहले से है।`,
  "phone.international_prefix": "शुरू का 00 हटा दें।",
  "phone.leading_zero": (params) => `शुरू का 0 हटा दें: ${from(params)}नंबर के आगे 0 नहीं होता।`,
  "phone.missing_country_code": ({ country, countryCode }) =>
    countryCode
      ? `शुरू में देश का कोड भी लिखें: ${country ? `${from({ country })}लिए ` : ""}+${countryCode} लगाएँ।`
      : "+ और देश के कोड से शुरू करें।",
  "phone.no_phones": ({ countryCode }) => `+${countryCode} वाले नंबर पर मैसेज नहीं आते। दूसरा नंबर लिखें।`,
  "phone.not_mobile": (params) => `यह ${from(params, "का")}मोबाइल नंबर नहीं लगता। कृपया जाँच लें।`,
  "phone.perhaps_leading_zero": "शुरू का 0 अगर सिर्फ़ देश के अंदर कॉल के लिए है तो हटा दें।",
  "phone.read_international_prefix": ({ dropped }) => `${dropped} को + माना गया।`,
  "phone.read_link": "नंबर लिंक से लिया गया।",
  "phone.replaced_digits": "अंक 0 से 9 में लिखे गए।",
  "phone.too_long": (params) => `नंबर बहुत लंबा है: ${digits(params)}।`,
  "phone.too_short": (params) => `नंबर अधूरा है: ${digits(params)}।`,
  "phone.unknown_country_code": "अपने देश के कोड से शुरू करें, +91 की तरह।",
  "phone.unknown_pattern": (params) => `यह ${from(params, "का")}नंबर नहीं लगता। कृपया अंक जाँच लें।`,
  "phone.unreadable": "नंबर सिर्फ़ अंकों में लिखें।",
  "phone.wrong_length": (params) => `कृपया अंक जाँच लें: ${digits(params)}।`,
  "string.empty": "कृपया इसे भरें।",
};
