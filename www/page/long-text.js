/** Long texts, of which the page shows the beginning and says how long they are. */
import { bytesIn, sizeOf } from "./size.js";

/** How much is shown, in characters: nobody reads more, and pages grow slow with it. */
const LONGEST = 200_000;

/**
 * @param {string} text
 * @param {{ size: number, cut?: true }} [whole] How many bytes were read of it, and whether there was
 *   more; by default the text is all.
 * @returns {{ shown: string, note?: string }} What to say below it, where it is not all.
 */
export function shortened(text, { size, cut } = { size: bytesIn(text) }) {
  const shown = text.slice(0, LONGEST);
  const most = `This is the first ${sizeOf(bytesIn(shown))} of ${sizeOf(size)}`;
  if (cut) return { shown, note: `${most} that arrived; there was more, or it broke off.` };
  return text.length > LONGEST ? { shown, note: `${most}.` } : { shown };
}
