/** How the tables beside the ugly files say what should become of their rows. */

/**
 * @typedef {object} Verdict What should become of a row.
 * @property {number} line
 * @property {"ready" | "refused" | "duplicate"} status
 * @property {string[] | undefined} cells None where it is not looked at, as in NDJSON.
 * @property {object} [input] What would be sent.
 * @property {string[]} issues Each as `code@column`.
 * @property {string[]} warnings The same.
 * @property {number} [of] The line of the row that a duplicate repeats.
 *
 * @typedef {object} Ugly
 * @property {string} file
 * @property {string} about What is asked of it, in a sentence.
 * @property {any} [options] Besides the usual ones.
 * @property {Record<string, unknown>} [plan] What of it is looked at.
 * @property {Verdict[]} [rows]
 * @property {RegExp} [refuses] What the error says about a file that has no rows.
 * @property {boolean} [isPlanned] It has a plan nevertheless.
 * @property {boolean} [once] It means something else where a second one follows.
 */

/** What all rows of the tables are: no row says it again. */
export const BASE = {
  type: "Template",
  template: { name: "diwali_offer", languageCode: "en" },
};

/**
 * @param {string} phone As `+91 9876543201`.
 * @param {string[]} [values] Of the template's body; none where no column is one.
 */
export function inputOf(phone, values) {
  const [countryCode, phoneNumber] = phone.split(" ");
  const template = values ? { ...BASE.template, bodyValues: values } : BASE.template;
  return { countryCode, phoneNumber, ...BASE, template };
}

/**
 * @param {number} line
 * @param {string[] | undefined} cells
 * @param {string} phone
 * @param {string[]} [values]
 * @param {string[]} [warnings]
 * @returns {Verdict}
 */
export const ready = (line, cells, phone, values, warnings = []) => ({
  ...{ line, status: "ready", cells, input: inputOf(phone, values), issues: [], warnings },
});

/**
 * @param {number} line
 * @param {string[] | undefined} cells
 * @param {string[]} issues
 * @param {string[]} [warnings]
 * @returns {Verdict}
 */
export const refused = (line, cells, issues, warnings = []) => ({
  ...{ line, status: "refused", cells, issues, warnings },
});

/**
 * @param {number} line
 * @param {string[] | undefined} cells
 * @param {string} phone
 * @param {string[]} values
 * @param {{ of: number, column?: string }} other The row that it repeats.
 * @returns {Verdict}
 */
export const duplicate = (line, cells, phone, values, { of, column }) => ({
  ...{ line, status: "duplicate", cells, input: inputOf(phone, values), of, warnings: [] },
  issues: [column ? `row.duplicate@${column}` : "row.duplicate"],
});
