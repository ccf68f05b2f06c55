/** The API key of the tests, and the ways to write it. Runs in every runtime. */

/** What the key is made of; long as real ones are, so that its base64 ends in `=`. */
const SECRET = "nilgiri-tea-house-1904:";

export const API_KEY = btoa(SECRET);

/**
 * How a server, a proxy or a library might repeat the key.
 * @type {Record<string, string>}
 */
const FORMS = {
  key: API_KEY,
  decoded: SECRET,
  percent: encodeURIComponent(API_KEY),
  percentLower: API_KEY.replaceAll("=", "%3d"),
  twice: btoa(API_KEY),
  escaped: API_KEY.replaceAll("=", "\\u003d"),
  html: API_KEY.replaceAll("=", "&#61;"),
};

/** What no form of the key can do without. */
const ROOTS = [API_KEY, SECRET, btoa(API_KEY)].map((form) => form.replace(/[=:]+$/, ""));

/**
 * Whether any form of the key stands in a text.
 * @param {string} text
 */
export const holdsKey = (text) => ROOTS.some((root) => text.includes(root));

/**
 * The text with `{{name}}` replaced by that form of the key.
 * @param {string} text
 */
export function withForms(text) {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name) => FORMS[name] ?? whole);
}
