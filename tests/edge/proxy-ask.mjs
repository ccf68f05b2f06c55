/** What a client makes of an answer, as JSON. Runs in Node and in the page. */
import { Interakt, isInteraktError } from "interakt-wasm";

/**
 * @param {{ client: any, operation: string, input: any, call?: any }} task
 * @returns {Promise<any>}
 */
export async function ask({ client, operation, input, call }) {
  const interakt = /** @type {any} */ (new Interakt({ maxRetries: 0, ...client }));
  try {
    return { data: await interakt[operation](input, call) };
  } catch (error) {
    if (!isInteraktError(error)) return { thrown: String(error) };
    const { name, code, outcome, message } = error;
    const { status, body, retryAfterMs, details } = /** @type {any} */ (error);
    return { name, code, outcome, message, status, body, retryAfterMs, details };
  }
}
