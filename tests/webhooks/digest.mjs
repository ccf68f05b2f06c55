/** Short marks by which runtimes can tell that they have seen the same. */

/** Of a long text, so much of its beginning and its end. */
const SEEN = 2000;

/** A digest (FNV-1a, 32 bits) of all that is added, in order. */
export function createDigest() {
  let hash = 0x811c9dc5;
  const take = (/** @type {number} */ unit) => {
    hash = Math.imul(hash ^ unit, 0x01000193);
  };
  return {
    /** @param {string | Uint8Array} content */
    add(content) {
      const { length } = content;
      const isText = typeof content === "string";
      for (let at = 0; at < length; at += 1) {
        if (at === SEEN && length > 2 * SEEN) at = length - SEEN;
        take(isText ? content.charCodeAt(at) : (content[at] ?? 0));
      }
      // Another content that goes on with this one differs.
      take(length);
    },
    mark: () => (hash >>> 0).toString(16).padStart(8, "0"),
  };
}

/**
 * @param {ReturnType<typeof createDigest>} digest
 * @param {import("./mutations.mjs").Triple} triple
 */
export function addTriple(digest, { kinds, content, header, secret }) {
  digest.add(kinds.join());
  digest.add(content ?? "");
  for (const part of [header, secret]) digest.add(typeof part === "string" ? part : "");
}
