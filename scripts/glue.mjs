/**
 * Completes the JavaScript that wasm-bindgen writes. Only numbers cross by it, so it is a function
 * for each that the module has, and does nothing when it is imported: a cold start pays for no
 * decoder, and jsdom, which has none, can import it.
 */

/** The lines that may stand at module level: none of them runs anything. */
const HARMLESS = [
  /^$/,
  /^[ })]/,
  /^\/\*/,
  /^\/\//,
  /^(export )?(async )?function \w+\(.*\{/,
  /^let \w+( = (null|0|undefined))?;$/,
];

/**
 * What runs belongs to the glue, of which each cut has one: so its loaders ask it. So does what is
 * known of its memory (src/texts.js).
 */
const STARTED = `
export function isStarted() {
    return wasm !== undefined;
}

export function memory() {
    return wasm.memory;
}

export const shared = { bytes: undefined, at: 0, size: 0 };
`;

/**
 * @param {string} source The `*_bg.js` file of `wasm-bindgen --target bundler`.
 * @returns {string} The same module, with what the loaders ask.
 * @throws {Error} When it would do something at import.
 */
export function completeGlue(source) {
  const eager = source.split("\n").find((line) => !HARMLESS.some((pattern) => pattern.test(line)));
  if (eager !== undefined) {
    throw new Error(
      `scripts/glue.mjs: this line of the glue would run at import: ${eager}\n` +
        "Let texts cross by src/js/text.rs: for those of JavaScript, wasm-bindgen adds such lines.",
    );
  }
  return source + STARTED;
}
