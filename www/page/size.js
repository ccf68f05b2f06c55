/** How much data it is, in words. */

const UNITS = ["KB", "MB", "GB"];

/**
 * @param {number} bytes
 * @returns {string} "812 bytes", "1.2 KB", "5 MB": of 1024 bytes a KB, as the limits of files count.
 */
export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} ${bytes === 1 ? "byte" : "bytes"}`;
  let size = bytes / 1024;
  let unit = 0;
  // What would be rounded to 1024 is one of the next.
  while (size >= 1023.95 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${Number(size.toFixed(1))} ${UNITS[unit]}`;
}

/**
 * What an issue says, with its bytes as sizes. Where both would be the same in words, the bytes tell
 * more.
 *
 * @param {Pick<import("interakt-wasm").Issue, "message" | "params">} issue
 * @returns {string}
 */
export function inSizes({ message, params: { actual, limit } }) {
  const [size, most] = [Number(actual), Number(limit)].map(sizeOf);
  if (!message.includes(`${actual} bytes`) || size === most) return message;
  return message.replace(`${actual} bytes`, `${size}`).replace(`${limit}`, `${most}`);
}

/**
 * @param {string} text
 * @returns {number} Its bytes as UTF-8.
 */
export const bytesIn = (text) => new TextEncoder().encode(text).length;
