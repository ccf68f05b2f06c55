/** What countries are called in the cells of a column. */

/** Languages in which people write lists of customers here. */
const LANGUAGES = ["en", "hi"];

/** What no runtime calls them. @type {Record<string, string>} */
const OTHERS = {
  ...{ ind: "IN", bharat: "IN", uae: "AE", "u.a.e.": "AE", are: "AE", ksa: "SA" },
  ...{ uk: "GB", "u.k.": "GB", gbr: "GB", england: "GB", "great britain": "GB" },
  ...{ usa: "US", "u.s.a.": "US", "u.s.": "US", america: "US" },
  ...{ turkey: "TR", "hong kong": "HK", macau: "MO", "ivory coast": "CI" },
};

/**
 * @param {readonly { country: string }[]} countries
 * @returns {Record<string, string>} Names in small letters, each with its ISO letters.
 */
export function countryNames(countries) {
  /** @type {Record<string, string>} */
  const known = { ...OTHERS };
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames(language, { type: "region" });
    for (const { country } of countries) {
      known[String(names.of(country)).toLowerCase()] = country;
    }
  }
  return known;
}
