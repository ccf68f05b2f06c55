/** What could not be done, said to the person who has to act on it. */

/** What was asked for could not be done; the message says why, and what to do. */
export class Failure extends Error {}

/** Where the client sends when it is told nothing else. */
export const INTERAKT = "https://api.interakt.ai";

export const NO_KEY =
  "There is no API key. Set INTERAKT_API_KEY to the key that Interakt's dashboard shows\n" +
  "(Settings, Developer Setting).";

/**
 * @param {import("interakt-wasm").InteraktError} error
 * @param {string} address Where it was sent.
 * @param {string} [ending] What became of the work.
 */
export function explained(error, address, ending = "") {
  const { code, message } = error;
  if (code === "unauthorized") {
    return `${message}\nThe key that was sent is the value of INTERAKT_API_KEY.${ending}`;
  }
  if (code !== "connection_failed") return message;
  return (
    // Without what may stand before the host: a password.
    `${new URL(address).origin} did not answer (${reasonOf(error)}).\n` +
    `Check the network connection, and whether Node needs a proxy.${ending}`
  );
}

/**
 * @param {unknown} error
 * @returns {string} Why, as the innermost cause has it: `ECONNREFUSED`.
 */
function reasonOf(error) {
  const { cause, code, message } = /** @type {any} */ (error);
  return cause ? reasonOf(cause) : (code ?? message);
}

/** @param {string} text What a server or a file has told may hold what moves a terminal's cursor. */
export const plain = (text) => text.replace(/[^\P{Cc}\n]/gu, "");
