/** Takes the API key out of what somebody logs or keeps. */
import { inside } from "./inside.js";
import { refuse } from "./options.js";
import { append, receive, send } from "./texts.js";

/**
 * @param {import("./start.js").Core} core
 * @param {string} text
 * @param {string} apiKey
 */
export const redact = (core, text, apiKey) =>
  inside(() => {
    const length = send(core, text);
    core.redact(length, append(core, length, apiKey));
    return receive(core);
  });

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
    return redact(core(), text, apiKey);
  };
