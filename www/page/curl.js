/** A request as a command for a POSIX shell. */

/** @typedef {import("./catalog.js").InteraktRequest} InteraktRequest */

/**
 * The key stands in the variable INTERAKT_API_KEY. A file is read from the current folder.
 *
 * @param {InteraktRequest} request
 * @returns {string}
 */
export function asCurl({ method, url, headers, body }) {
  const parts = [`curl ${quoted(url)}`];
  // curl posts as soon as there is a body.
  if (method !== (body === null ? "GET" : "POST")) parts[0] = `curl -X ${method} ${quoted(url)}`;
  parts.push('-H "Authorization: Basic $INTERAKT_API_KEY"');
  for (const [name, value] of Object.entries(headers)) {
    parts.push(`-H ${quoted(`${name}: ${value}`)}`);
  }
  if (typeof body === "string") parts.push(`--data-raw ${quoted(body)}`);
  else if (body !== null) parts.push(...[...body].map(([name, value]) => asField(name, value)));
  return parts.join(" \\\n  ");
}

/**
 * @param {string} name
 * @param {File | string} value
 */
function asField(name, value) {
  if (typeof value === "string") return `--form-string ${quoted(`${name}=${value}`)}`;
  const type = value.type === "" ? "" : `;type=${value.type}`;
  return `-F ${quoted(`${name}=@${inQuotes(value.name)}${type}`)}`;
}

/**
 * As curl reads the name of a file, whatever it holds.
 *
 * @param {string} text
 */
function inQuotes(text) {
  return `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}

/**
 * A word that the shell leaves as it is.
 *
 * @param {string} text
 */
function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
