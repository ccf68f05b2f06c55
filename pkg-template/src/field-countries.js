/** The countries of a picker: which there are, what they are called, which is meant. */

/**
 * @typedef {object} Country
 * @property {string} country ISO 3166 letters.
 * @property {string} countryCode With its plus.
 * @property {string} name
 * @property {boolean} isMain The largest of those that share the code.
 */

/**
 * @param {readonly { country: string, countryCode: string }[]} countries By code, the main one first.
 * @param {string} language
 * @returns {Country[]} By name.
 */
export function namedIn(countries, language) {
  let names;
  try {
    names = new Intl.DisplayNames(language, { type: "region" });
  } catch {
    // What a page says of its language is no name of any.
    return namedIn(countries, "en");
  }
  let before = "";
  return countries
    .map(({ country, countryCode }) => {
      const isMain = countryCode !== before;
      before = countryCode;
      return { country, countryCode, name: names.of(country) ?? country, isMain };
    })
    .sort(({ name }, other) => name.localeCompare(other.name, language));
}

/**
 * Where somebody is, from what the browser says of languages. A language without a country is only
 * asked where none names one.
 *
 * @param {readonly string[]} languages
 * @returns {string} ISO 3166 letters, or nothing.
 */
export function regionOf(languages) {
  /** @type {string | undefined} */
  let likely;
  for (const language of languages) {
    try {
      const locale = new Intl.Locale(language);
      if (locale.region) return locale.region;
      likely ??= locale.maximize().region;
    } catch {
      // Such as "en-US@posix".
    }
  }
  return likely ?? "";
}

/** No country is found so badly. */
const NOT_AT_ALL = 4;

/**
 * @param {readonly Country[]} countries By name.
 * @param {string} query Part of a name, letters, or a calling code with or without its plus.
 * @returns {readonly Country[]} The best first.
 */
export function matching(countries, query) {
  const wanted = folded(query.trim()).replace(/^(\+|00)/, "");
  if (wanted === "") return countries;
  return countries
    .map((each) => ({ each, rank: rankOf(each, wanted) }))
    .filter(({ rank }) => rank < NOT_AT_ALL)
    .sort((one, other) => one.rank - other.rank)
    .map(({ each }) => each);
}

/**
 * @param {Country} country
 * @param {string} wanted
 */
function rankOf({ country, countryCode, name, isMain }, wanted) {
  if (/^\d/.test(wanted)) {
    if (countryCode === `+${wanted}`) return isMain ? 0 : 1;
    return countryCode.startsWith(`+${wanted}`) ? 2 : NOT_AT_ALL;
  }
  if (country.toLowerCase() === wanted) return 0;
  const words = ` ${folded(name)}`;
  const at = words.indexOf(` ${wanted}`);
  if (at >= 0) return at ? 2 : 1;
  return words.includes(wanted) ? 3 : NOT_AT_ALL;
}

/**
 * Without accents, which few keyboards of others have.
 *
 * @param {string} text
 */
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
