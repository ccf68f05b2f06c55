/** Whether what a guide shows stands in programs that are run. */

/**
 * The text without what a formatter decides.
 *
 * @param {string} text
 */
export const plain = (text) => text.replace(/\s+/g, "").replace(/,([)\]}])/g, "$1");

/**
 * Whether a program has a piece of code, of which `…` leaves something out.
 *
 * @param {string} program
 * @param {string} code
 */
export function has(program, code) {
  let at = 0;
  for (const part of plain(code).split("…")) {
    const place = program.indexOf(part, at);
    if (place < 0) return false;
    at = place + part.length;
  }
  return true;
}
