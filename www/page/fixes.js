/** What mends an issue for sure: no fix is a guess. */

/**
 * @typedef {import("interakt-wasm").Issue} Issue
 * @typedef {import("interakt-wasm").KnownIssue} KnownIssue
 * @typedef {import("./places.js").Path} Path
 *
 * @typedef {object} Fix One of three: the key gets another name, the value becomes another, or it goes.
 * @property {string} label What it does.
 * @property {Path} path
 * @property {string} [rename]
 * @property {unknown} [set]
 * @property {boolean} [isRemoved]
 */

/** Of more languages than this it is not for us to offer each. */
const MOST_LANGUAGES = 3;

/**
 * @param {Issue} issue
 * @param {unknown} input That it was found in.
 * @returns {Fix[]} The best first; none where only its author can know.
 */
export function fixesFor(issue, input) {
  const { path } = issue;
  const value = valueAt(input, path);
  const { code, params } = /** @type {KnownIssue} */ (issue);
  switch (code) {
    case "object.unknown_key":
      return renamings(path, params.suggestion, valueAt(input, path.slice(0, -1)));
    case "enum.unknown":
    case "language.invalid":
    case "language.unknown":
    case "template.category_unknown":
    case "template.language_is_code":
    case "template.not_in_book":
      return params.suggestion === undefined ? [] : [setting(path, params.suggestion)];
    case "template.language_not_in_book":
      if (params.languages.length > MOST_LANGUAGES) return [];
      return params.languages.map((language) => setting(path, language));
    case "carousel.card_index":
      return [setting(path, params.expected)];
    case "type.null":
    case "template.value_surplus":
    case "template.button_value_surplus":
      return [removal(path)];
    case "recipient.both_forms":
      return params.drop !== undefined || isSameNumber(valueAt(input, path.slice(0, -1)))
        ? [removal(path)]
        : [];
    case "type.expected":
      return conversions(path, value, params.expected);
    case "country_code.missing_plus":
      return replacement(path, value, /^/, "+");
    case "phone.leading_zero":
      return replacement(path, value, new RegExp(`^((?:\\+?${params.countryCode})?)0+`), "$1");
    case "phone.zero_before_country_code":
      return replacement(path, value, /^(\+?)0+/, "$1");
    case "phone.international_prefix":
      return replacement(path, value, /^\+?00/, "");
    default:
      return [];
  }
}

/** @param {Path} path @param {unknown} value @returns {Fix} */
function setting(path, value) {
  const shown = typeof value === "string" ? value : JSON.stringify(value);
  return { label: `Change to ${shown}`, path, set: value };
}

/** @param {Path} path @returns {Fix} */
function removal(path) {
  const key = path.at(-1);
  const shown = typeof key === "string" ? key.replace(/^\d+$/, '"$&"') : "this value";
  return { label: `Remove ${shown}`, path, isRemoved: true };
}

/**
 * @param {Path} path
 * @param {string | undefined} name
 * @param {unknown} holder
 * @returns {Fix[]}
 */
function renamings(path, name, holder) {
  if (name === undefined || typeof holder !== "object" || holder === null) return [];
  // A key of that name may stand there with an empty text.
  return Object.hasOwn(holder, name) ? [] : [{ label: `Change to ${name}`, path, rename: name }];
}

/**
 * @param {Path} path
 * @param {unknown} value
 * @param {RegExp} pattern
 * @param {string} instead
 * @returns {Fix[]}
 */
function replacement(path, value, pattern, instead) {
  return typeof value === "string" && pattern.test(value)
    ? [setting(path, value.replace(pattern, instead))]
    : [];
}

/** A number of so many digits is a code or belongs to a phone: no word of a list is meant. */
const LONG = 10_000;

/**
 * The same in another type, where nothing is lost.
 *
 * @param {Path} path
 * @param {unknown} value
 * @param {readonly string[]} expected
 * @returns {Fix[]}
 */
function conversions(path, value, expected) {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= LONG) {
    const text = String(value);
    return expected.includes("string")
      ? [{ ...setting(path, text), label: `Change to "${text}"` }]
      : [];
  }
  if (typeof value !== "string") return [];
  const [type, meant] = typeMeant(value);
  return expected.includes(type) ? [{ ...setting(path, meant), label: `Change to ${value}` }] : [];
}

/** @param {string} text @returns {[type: string, value: unknown]} What it would be without its quotes. */
function typeMeant(text) {
  if (text === "true" || text === "false") return ["boolean", text === "true"];
  const number = Number(text);
  return String(number) === text && Number.isFinite(number) ? ["number", number] : ["string", text];
}

/**
 * @param {unknown} holder
 * @returns {boolean} Both forms of its phone number say the same.
 */
function isSameNumber(holder) {
  const { countryCode, phoneNumber, fullPhoneNumber } = /** @type {Record<string, unknown>} */ (
    holder ?? {}
  );
  const digits = (/** @type {unknown[]} */ ...parts) => parts.join("").replaceAll(/\D/g, "");
  return digits(countryCode, phoneNumber) === digits(fullPhoneNumber);
}

/** @param {unknown} input @param {Path} path @returns {unknown} */
function valueAt(input, path) {
  /** @type {any} */
  let value = input;
  for (const step of path) {
    const isThere = typeof value === "object" && value !== null && Object.hasOwn(value, step);
    value = isThere ? value[step] : undefined;
  }
  return value;
}
