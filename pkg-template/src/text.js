/**
 * UTF-8, also where a runtime has nothing for it: Jest's jsdom knows neither TextEncoder nor
 * TextDecoder, and forms are tested there.
 */

const encoder = {
  /** @param {string} text */
  encode(text) {
    // Half characters would throw. What comes out are "%F0", "%9F" and characters of one byte.
    const escaped = encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
    return Uint8Array.from(escaped.match(/%..|./g) ?? [], (part) =>
      part[1] ? Number.parseInt(part.slice(1), 16) : part.charCodeAt(0),
    );
  },

  /**
   * @param {string} text
   * @param {Uint8Array} target
   */
  encodeInto(text, target) {
    const bytes = encoder.encode(text);
    target.set(bytes);
    return { written: bytes.length };
  },
};

const decoder = {
  /** @param {Uint8Array} [bytes] */
  decode(bytes = new Uint8Array()) {
    const escaped = Array.from(bytes, (byte) => `%${(256 + byte).toString(16).slice(1)}`);
    return decodeURIComponent(escaped.join(""));
  },
};

/** @returns {typeof encoder} */
export const createEncoder = () =>
  typeof TextEncoder === "function" ? new TextEncoder() : encoder;

/** @returns {typeof decoder} Throws at what is no text; leaves a byte order mark in it. */
export const createDecoder = () =>
  typeof TextDecoder === "function"
    ? new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
    : decoder;
