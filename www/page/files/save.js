/** The two files that a check leaves: ready rows to send, refused rows to hand back. */

/** @typedef {import("interakt-wasm/bulk").RowCheck<any>} RowCheck */

/** How much text is gathered before it goes into a file, in characters. */
const PIECE = 1 << 20;

/**
 * @param {RowCheck} check Makes a pass of it.
 * @returns {Promise<Blob>} A line a row, as JSON: `line`, `key` and `input`.
 */
export async function readyFile(check) {
  /** @type {Blob[]} */
  const pieces = [];
  let text = "";
  for await (const { line, key, input } of check.ready()) {
    text += `${JSON.stringify({ line, key, input })}\n`;
    if (text.length < PIECE) continue;
    pieces.push(new Blob([text]));
    text = "";
  }
  return new Blob([...pieces, text], { type: "application/x-ndjson" });
}

/**
 * @param {RowCheck} check Makes a pass of it.
 * @returns {Promise<Blob>} CSV with the reasons.
 */
export async function refusedFile(check) {
  const blob = await new Response(check.refusedCsv()).blob();
  return blob.slice(0, blob.size, "text/csv");
}

/**
 * @param {string} name Of the file that was checked.
 * @param {string} what
 * @returns {string} `customers.csv` becomes `customers ready.ndjson`.
 */
export function nameFor(name, what) {
  return `${name.replace(/\.[^.]*$/, "") || "rows"} ${what}`;
}

/**
 * Hands a file to the person at the page.
 *
 * @param {Blob} blob
 * @param {string} name
 */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Browsers have taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
