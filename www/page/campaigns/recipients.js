/** Whom a text names, line by line, as accounts know recipients. */

/** @typedef {typeof import("interakt-wasm/web").phone.parse} Parse */

/** What a number is made of, as people write it; anything else names a customer by `userId`. */
const NUMBER = /^[+(]?[\d\s().+/-]+$/;

/**
 * @param {string} text
 * @param {string} defaultCountry Of numbers without +.
 * @param {Parse} parse
 * @returns {{ recipients: string[], problems: string[] }} All digits of a number with its country code,
 *   or a `userId`; and what is wrong with a line, in words.
 */
export function recipientsIn(text, defaultCountry, parse) {
  /** @type {Set<string>} */
  const recipients = new Set();
  /** @type {string[]} */
  const problems = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const named = line.trim();
    if (named === "") continue;
    if (!NUMBER.test(named)) {
      recipients.add(named);
      continue;
    }
    const parsed = parse(named, { defaultCountry });
    if (parsed.ok) recipients.add(parsed.value.fullPhoneNumber);
    else
      problems.push(
        `Line ${at + 1}: ${parsed.issues[0]?.message ?? "This is not a phone number."}`,
      );
  }
  return { recipients: [...recipients], problems };
}
