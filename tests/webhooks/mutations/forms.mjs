/** The ways to hand a body over. */

/** @type {Record<string, (bytes: Uint8Array) => ArrayBuffer | ArrayBufferView>} */
const OF_BYTES = {
  "a Uint8Array": (bytes) => bytes,
  "an ArrayBuffer": (bytes) => bytes.slice().buffer,
  "a DataView": (bytes) => new DataView(bytes.slice().buffer),
  "an Int8Array": (bytes) => new Int8Array(bytes.slice().buffer),
  "a part of a larger buffer": (bytes) => {
    const larger = new Uint8Array(bytes.length + 20).fill(0x20);
    larger.set(bytes, 7);
    return larger.subarray(7, 7 + bytes.length);
  },
  "a view of a part": (bytes) => {
    const larger = new Uint8Array(bytes.length + 20).fill(0x7b);
    larger.set(bytes, 13);
    return new DataView(larger.buffer, 13, bytes.length);
  },
};

export const FORMS = ["a text", ...Object.keys(OF_BYTES)];

/**
 * @typedef {object} Handed
 * @property {string} form
 * @property {string | ArrayBuffer | ArrayBufferView} body
 * @property {string | Uint8Array} content what is in it
 */

/**
 * The form that is asked for, or a text where there are no such bytes.
 * @param {string | Uint8Array} content
 * @param {string} wanted
 * @returns {Handed}
 */
export function handOver(content, wanted) {
  const make = OF_BYTES[wanted];
  if (make === undefined || isBroken(content)) {
    const text = typeof content === "string" ? content : textOf(content);
    return { form: "a text", body: text, content: text };
  }
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { form: wanted, body: make(bytes), content: bytes };
}

/**
 * Whether it is a text with half a character in it, which no bytes say.
 * @param {string | Uint8Array} content
 */
export const isBroken = (content) => typeof content === "string" && /\p{Surrogate}/u.test(content);

/**
 * The text of bytes, with U+FFFD for those that are none.
 * @param {Uint8Array} bytes
 */
const textOf = (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
