/** Addresses of documents and of places in them: `#docs/forms`, `#docs/reference/rules/trackuser`. */
import { DOCS } from "../route.js";

/** @typedef {{ id: string, anchor: string }} Place Without an anchor the beginning. */

/** @param {string} id @param {string} [anchor] */
export function addressIn(id, anchor = "") {
  return `${DOCS}/${id}${anchor && `/${anchor}`}`;
}

/**
 * @param {string} hash
 * @param {readonly string[]} ids Of all documents, of which the first is what one begins with.
 * @returns {Place | undefined} Nothing for an address that names no document.
 */
export function placeAt(hash, ids) {
  const path = decoded(hash.slice(DOCS.length + 1));
  if (path === "") return { id: ids[0] ?? "", anchor: "" };
  const id = ids.find((one) => path === one || path.startsWith(`${one}/`));
  return id === undefined ? undefined : { id, anchor: path.slice(id.length + 1) };
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
