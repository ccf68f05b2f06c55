/** Bodies, no longer than they may be: what they say of their length is not believed. */

export const MEGABYTE = 1024 * 1024;

/** A body is longer than it may be. */
export class TooLong extends Error {}

/**
 * A body in pieces.
 *
 * @param {Request} request
 * @param {number} most Bytes.
 * @param {string} [advice] What else to do with it.
 * @returns {AsyncGenerator<Uint8Array<ArrayBuffer>>}
 * @throws {TooLong} Where it ends to be short enough.
 */
export async function* piecesOf(request, most, advice = "") {
  if (request.body === null) return;
  let length = 0;
  const pieces = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (request.body);
  for await (const piece of pieces) {
    length += piece.length;
    if (length > most) throw new TooLong(`${limitOf(most)} ${advice}`.trim());
    yield piece;
  }
}

/** @param {number} most */
const limitOf = (most) => `The console takes up to ${most / MEGABYTE} MB.`;

/**
 * A whole body.
 *
 * @param {Request} request
 * @param {number} most Bytes.
 * @param {string} [advice]
 * @throws {TooLong}
 */
export async function bytesOf(request, most, advice) {
  /** @type {BlobPart[]} */
  const pieces = [];
  for await (const piece of piecesOf(request, most, advice)) pieces.push(piece);
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** The most that what the page asks may be long. */
const LARGEST_JSON = MEGABYTE;

/**
 * A body of JSON.
 *
 * @param {Request} request
 * @param {string} [advice]
 * @returns {Promise<any>} `undefined`: it is none, or no object.
 * @throws {TooLong}
 */
export async function jsonOf(request, advice) {
  const bytes = await bytesOf(request, LARGEST_JSON, advice);
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
