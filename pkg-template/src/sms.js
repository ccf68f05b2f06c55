/** How a text is cut into SMS. */
import { inside } from "./inside.js";
import { refuse } from "./options.js";

/** @param {import("./start.js").Starter<Pick<import("./start.js").Core, "smsSegments">>} starter */
export const createSmsSegments =
  ({ core }) =>
  /** @param {string} text */
  (text) => {
    if (typeof text !== "string") refuse("smsSegments takes a string.");
    return inside(() => core().smsSegments(text));
  };
