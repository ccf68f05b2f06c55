/** A call of the package as a TypeScript module. */

/**
 * @param {string} operation
 * @param {unknown} input
 * @returns {string} A whole module; it takes the key from the environment.
 */
export function asTypeScript(operation, input) {
  const file = fileIn(input);
  return [
    ...(file ? ['import { openAsBlob } from "node:fs";'] : []),
    'import { Interakt } from "interakt-wasm";',
    "",
    "const interakt = new Interakt({ apiKey: process.env.INTERAKT_API_KEY });",
    ...(file ? [opening(file)] : []),
    `const answer = await interakt.${operation}(${literal(input, "")});`,
    "console.log(answer);",
    "",
  ].join("\n");
}

/**
 * @param {unknown} input
 * @returns {File | undefined}
 */
function fileIn(input) {
  const { file } = /** @type {{ file?: unknown }} */ (input ?? {});
  return file instanceof File ? file : undefined;
}

/** @param {File} file */
function opening({ name, type }) {
  const options = type === "" ? "" : `, { type: ${JSON.stringify(type)} }`;
  return `const file = await openAsBlob(${JSON.stringify(name)}${options});`;
}

/**
 * A JSON value as people write it in a program: names without quotes where they need none.
 *
 * @param {unknown} value
 * @param {string} indent Of the line that it begins on.
 * @returns {string}
 */
export function literal(value, indent) {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => `${inner}${literal(item, inner)},\n`);
    return items.length === 0 ? "[]" : `[\n${items.join("")}${indent}]`;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, item]) =>
      item instanceof File ? `${inner}file,\n` : `${inner}${name(key)}: ${literal(item, inner)},\n`,
    );
    return entries.length === 0 ? "{}" : `{\n${entries.join("")}${indent}}`;
  }
  return JSON.stringify(value);
}

/** @param {string} key */
function name(key) {
  // Without brackets this one would set the prototype.
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
