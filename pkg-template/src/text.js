/**
 * UTF-8, also where a runtime has nothing for it: Jest's jsdom knows neither TextEncoder nor
 * TextDecoder, and forms are tested there.
 */

const encoder = {
  /** @param {string} text */
  encode(text) {
    // Half characters would throw. What comes out has a character for each byte.
    const bytes = unescape(encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")));
    return Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
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
    return decodeURIComponent(
      escape(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")),
    );
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
