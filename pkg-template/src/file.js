/** A file to upload: JSON cannot carry it, so a description is validated and a form is sent. */
import { ConfigurationError } from "./failure.js";
import { isOf } from "./kind.js";

/** @typedef {{ file?: unknown, fileName?: unknown }} Upload */

/**
 * The file of an input, if it has one.
 *
 * @param {unknown} input
 * @returns {Blob | ArrayBuffer | ArrayBufferView | undefined}
 */
export function fileOf(input) {
  const file = /** @type {Upload | null | undefined} */ (input)?.file;
  if (isBlob(file) || isOf(file, "ArrayBuffer") || ArrayBuffer.isView(file)) {
    return /** @type {Blob | ArrayBuffer | ArrayBufferView} */ (file);
  }
  return undefined;
}

/**
 * The input with its file replaced by `{ size, type, name }`. An object that is
 * no file becomes an empty one, so that it cannot pass as such a description.
 *
 * @param {unknown} input
 * @returns {unknown}
 */
export function describeFile(input) {
  const { file, fileName } = /** @type {Upload} */ (input ?? {});
  if (typeof file !== "object" || file === null || Array.isArray(file)) return input;
  return { .../** @type {object} */ (input), file: describe(fileOf(input), fileName) };
}

/**
 * @param {Blob | ArrayBuffer | ArrayBufferView | undefined} file
 * @param {unknown} fileName
 */
function describe(file, fileName) {
  if (file === undefined) return {};
  if (!isBlob(file)) return { size: file.byteLength, name: fileName };
  return { size: file.size, type: file.type, name: fileName ?? nameOf(file) };
}

/**
 * @param {string} field The name under which the form carries the file.
 * @param {unknown} input One that has a file.
 */
export function toForm(field, input) {
  const { fileName } = /** @type {Upload} */ (input);
  const file = fileOf(input) ?? new ArrayBuffer(0);
  const blob = isBlob(file) ? file : new Blob([/** @type {BlobPart} */ (file)]);
  const name = typeof fileName === "string" ? fileName : (nameOf(file) ?? "file");
  try {
    const form = new FormData();
    form.append(field, blob, name);
    return form;
  } catch (cause) {
    const message =
      "This runtime cannot put the file into a form: FormData and Blob must be its own.";
    throw new ConfigurationError({ code: "form_failed", message, cause });
  }
}

/**
 * @param {unknown} value
 * @returns {value is Blob} Of this realm or another.
 */
function isBlob(value) {
  return isOf(value, "Blob") || isOf(value, "File");
}

/**
 * @param {unknown} file
 * @returns {string | undefined} The name that a File has.
 */
function nameOf(file) {
  const { name } = /** @type {{ name?: unknown }} */ (file);
  return typeof name === "string" && name !== "" ? name : undefined;
}
