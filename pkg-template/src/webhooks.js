/** What Interakt tells a webhook: verified, read, received. */
import { WebhookError } from "./errors.js";
import { bytesOf, sign, verify } from "./signature.js";
import { withErrors } from "./thrown.js";

/** @param {ReturnType<typeof import("./start.js").createStarter>} starter */
export function createWebhooks({ core }) {
  /** @param {unknown} body */
  function parse(body) {
    const text = textOf(body);
    const read = text && withErrors(() => core().event(text));
    if (!read) {
      const message = "The body is no JSON object, as those of Interakt's webhooks are.";
      throw new WebhookError({ code: "webhook_body_invalid", message });
    }
    const { json, ...facts } = /** @type {{ json: string }} */ (read);
    return { ...JSON.parse(json), ...facts };
  }

  return Object.freeze({ verify, sign, parse });
}

/**
 * @param {unknown} body
 * @returns {string | undefined} Undefined: these bytes are no text.
 */
function textOf(body) {
  if (typeof body === "string") return body;
  const bytes = bytesOf(body);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(/** @type {BufferSource} */ (bytes));
  } catch {
    return undefined;
  }
}
