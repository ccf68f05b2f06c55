/** Takes the API key out of what somebody logs or keeps. */
import { inside } from "./inside.js";
import { refuse } from "./options.js";

/** @param {import("./start.js").Starter} starter */
export const createWithoutKey =
  ({ core }) =>
  /**
   * @param {string} text
   * @param {string} apiKey
   */
  (text, apiKey) => {
    if (typeof text !== "string" || typeof apiKey !== "string") {
      refuse("withoutKey takes two strings.");
    }
    return inside(() => core().redact(text, apiKey));
  };
