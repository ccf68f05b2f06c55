/** How a text is cut into SMS. */
import { inside } from "./inside.js";
import { refuse } from "./options.js";
import { receive, send } from "./texts.js";

/**
 * @typedef {Pick<import("./start.js").Core, "smsSegments"> & import("./texts.js").Texts} Sms
 *
 * @param {import("./start.js").Starter<Sms>} starter
 */
export const createSmsSegments =
  ({ core }) =>
  /** @param {string} text */
  (text) => {
    if (typeof text !== "string") refuse("smsSegments takes a string.");
    return inside(() => {
      const running = core();
      running.smsSegments(send(running, text));
      const [encoding, units, unitsPerSegment, segments] = JSON.parse(receive(running));
      return { encoding, units, unitsPerSegment, segments };
    });
  };
