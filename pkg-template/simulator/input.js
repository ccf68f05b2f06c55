/** What a request carries, put back into the form in which callers of the package give it. */

/** @typedef {import("../types/simulator.js").RecordedRequest} RecordedRequest */

/** The form field in which an upload carries its file. */
const UPLOAD_FIELD = "uploadFile";

/** Query parameters that hold a number; all others hold text. */
const NUMBERS = new Set(["offset", "limit"]);

/** How Interakt introduces what is wrong with a body. */
export const CORRECT = "Please correct the following error - ";

/** What Interakt says of any phone number that it does not take. */
const INVALID_PHONE = "Phone Number & Country Code provided is invalid";

/**
 * The body as a value: JSON parsed, a form as an object, other text as it is, `null` when empty.
 * @param {Request} request
 * @returns {Promise<unknown>}
 */
export async function readBody(request) {
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("multipart/form-data")) {
    try {
      return Object.fromEntries(await request.formData());
    } catch {
      return null; // a form without its boundary: the missing file is reported
    }
  }
  const text = await request.text();
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * @param {{ values: Record<string, string> }} found the values in the path
 * @param {RecordedRequest} record
 * @returns {unknown}
 */
export function toInput({ values }, { body, headers, url }) {
  if (headers["content-type"]?.startsWith("multipart/form-data")) {
    const file = /** @type {Record<string, unknown> | null} */ (body)?.[UPLOAD_FIELD];
    if (typeof file !== "object" || file === null) return {};
    return { file, fileName: /** @type {File} */ (file).name };
  }
  if (body !== null && (typeof body !== "object" || Array.isArray(body))) return body;
  /** @type {Record<string, unknown>} */
  const input = { ...body, ...values };
  for (const [name, value] of new URL(url).searchParams) {
    if (value === "") continue; // as `offset=` in Interakt's own example
    input[name] = NUMBERS.has(name) ? Number(value) : value;
  }
  return input;
}

/**
 * What Interakt would complain about, if anything. The rules are the package's own.
 * @param {{ validate(input: any): { ok: boolean, issues?: readonly { code: string, path: readonly (string | number)[], message: string }[] } }} operation
 * @param {unknown} input
 * @returns {string | undefined}
 */
export function problemOf(operation, input) {
  const issue = operation.validate(input).issues?.[0];
  if (issue === undefined) return undefined;
  if (/^(phone|country_code)\./.test(issue.code)) return INVALID_PHONE;
  const place = issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
  return `${CORRECT}${place}${issue.message}`;
}
