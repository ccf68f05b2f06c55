/** Which server requests with the key go to, and which it may not be. */
import { isInteraktError, operations } from "interakt-wasm";

/** The key would go where it must not: what `INTERAKT_BASE_URL` says is repeated by no error. */
export class WrongServer extends Error {
  /** @param {string} why */
  constructor(why) {
    super(`INTERAKT_BASE_URL cannot be used: ${why}`);
  }
}

/** What is reached from this machine alone: nobody listens on the way there. */
const THIS_MACHINE = /^((.+\.)?localhost\.?|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The name, and where it is an unusual one the port, of the server behind `INTERAKT_BASE_URL`.
 *
 * @param {string | undefined} baseUrl Interakt itself without one.
 * @returns {string} `api.interakt.ai`, `localhost:9999`
 * @throws {WrongServer}
 */
export function hostOf(baseUrl) {
  const url = urlWith(baseUrl);
  if (url.protocol === "http:" && !THIS_MACHINE.test(url.hostname)) {
    throw new WrongServer(
      "plain http exposes the key to everybody on the way. Use https://; http:// is only for a server on this machine.",
    );
  }
  return url.host;
}

/**
 * @param {string | undefined} baseUrl
 * @returns {URL} Of a request, as the package makes it.
 */
function urlWith(baseUrl) {
  const reading = operations.find(({ name }) => name === "getUserById");
  const build = /** @type {import("interakt-wasm").Operation<"getUserById">} */ (reading).build;
  try {
    return new URL(build({ userId: "x" }, { baseUrl }).url);
  } catch (error) {
    throw new WrongServer(isInteraktError(error) ? error.message : "it is not a valid URL.");
  }
}
