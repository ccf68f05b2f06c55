/** What the catalogues of all languages share: names, numbers and lists, by the rules of each. */

/** In a file of the size that people are told of. */
const KILOBYTE = 1024;

/**
 * @param {string} locale
 * @param {"region" | "language"} type
 * @param {string} code `"IN"`, or `"en_US"`.
 * @returns {string} Its name as people say it, "US"; the code in a runtime that knows none.
 */
export function nameIn(locale, type, code) {
  try {
    return (
      new Intl.DisplayNames(locale, { type, style: "short" }).of(code.replace("_", "-")) ?? code
    );
  } catch {
    return code;
  }
}

/**
 * `10`, `9 or 10`, `5 to 13`: three numbers and more in a row are told by their ends.
 *
 * @param {readonly (string | number)[]} values
 * @param {string} or
 * @param {string} to
 */
export function either(values, or, to) {
  /** @type {(string | number)[]} */
  const parts = [];
  for (let at = 0; at < values.length; at += 1) {
    const first = /** @type {string | number} */ (values[at]);
    let last = at;
    while (values[last + 1] === Number(first) + last + 1 - at) last += 1;
    if (last - at < 2) {
      parts.push(first);
    } else {
      parts.push(`${first} ${to} ${values[last]}`);
      at = last;
    }
  }
  const end = parts.pop() ?? "";
  return parts.length > 0 ? `${parts.join(", ")} ${or} ${end}` : String(end);
}

/**
 * `5 MB`, `300 KB`.
 *
 * @param {string} locale
 * @param {number} bytes
 */
export function sizeIn(locale, bytes) {
  const kilobytes = bytes / KILOBYTE;
  const [size, unit] = kilobytes < KILOBYTE ? [kilobytes, "KB"] : [kilobytes / KILOBYTE, "MB"];
  return `${size.toLocaleString(locale, { maximumFractionDigits: 1 })} ${unit}`;
}
