/** A file to upload: JSON cannot carry it, so a description is validated and a form is sent. */
import { ConfigurationError } from "./failure.js";
import { isOf } from "./kind.js";

/**
 * @typedef {Blob | ArrayBuffer | ArrayBufferView} Bytes
 * @typedef {{ file: Bytes, name: string | undefined }} Upload
 */

/**
 * An input's file, and the input with `{ size, type, name }` in its place. An object that is no
 * file becomes an empty one, so that it cannot pass as such a description.
 *
 * @param {any} input Is read once.
 * @returns {{ described: unknown, file?: Bytes }}
 */
export function takeFile(input) {
  if (typeof input !== "object" || input === null || !("file" in input)) {
    return { described: input };
  }
  // Keys keep their places, since issues come in their order.
  const described = { ...input };
  // Those of a class stand in its prototype.
  if (!("file" in described)) described.file = input.file;
  if (!("fileName" in described)) described.fileName = input.fileName;
  const { file, fileName } = described;
  if (typeof file !== "object" || file === null || Array.isArray(file)) return { described };
  if (isBlob(file)) {
    described.file = { size: file.size, type: file.type, name: fileName ?? nameOf(file) };
  } else if (ArrayBuffer.isView(file) || isOf(file, "ArrayBuffer")) {
    described.file = { size: file.byteLength, name: fileName };
  } else {
    described.file = {};
    return { described };
  }
  return { described, file };
}

/**
 * @param {string} field The name under which the form carries the file.
 * @param {Upload | undefined} upload
 */
export function toForm(field, upload) {
  const { file = new ArrayBuffer(0), name = "file" } = upload ?? {};
  const blob = isBlob(file) ? file : new Blob([/** @type {BlobPart} */ (file)]);
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
