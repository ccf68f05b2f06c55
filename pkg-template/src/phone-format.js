/** Phone numbers as people write them: whole ones, and while they are typed. */
import { inside } from "./inside.js";
import { readMessages } from "./issues.js";
import { enPhone } from "./messages/en-phone.js";
import { refuse } from "./options.js";
import { createPhone } from "./phone.js";
import { receive, send } from "./texts.js";

/**
 * @typedef {import("./phone.js").Phones
 *   & Pick<typeof import("./phone-field_bg.js"), "phoneFormat" | "phoneType" | "phoneExample">} Formats
 */

/** In the order of the module's numbers. */
const STYLES = ["national", "international", "e164"];

/** @param {import("./start.js").Starter<Formats>} starter */
export function createPhoneFormat(starter) {
  const { core } = starter;
  const phone = createPhone(starter);

  /** @type {(name: string, value: unknown) => asserts value is string} */
  function mustBeText(name, value) {
    if (typeof value !== "string") refuse(`${name} must be a string.`);
  }

  /** @returns {never} */
  const noCountry = () =>
    refuse('country must be the letters or the code of a country: "IN" or "+91".');

  return Object.freeze({
    ...phone,

    /**
     * As in other cuts, but for what is said where the caller says nothing: forms say it.
     *
     * @param {string} text
     * @param {{ defaultCountry?: string, messages?: import("./issues.js").Messages } | null} [options]
     */
    parse: (text, options) =>
      phone.parse(text, {
        ...options,
        messages: { ...enPhone, ...readMessages(options?.messages) },
      }),

    /**
     * @param {{ fullPhoneNumber: string } | string} value
     * @param {string} style
     */
    format(value, style) {
      const full = typeof value === "string" ? value : value?.fullPhoneNumber;
      mustBeText("value, or its fullPhoneNumber,", full);
      const place = STYLES.indexOf(style);
      if (place < 0) refuse(`style must be "${STYLES.join('", "')}".`);
      return (
        inside(() => {
          const running = core();
          const done = running.phoneFormat(send(running, full), place);
          return done > 1 ? full : done ? receive(running) : undefined;
        }) ?? refuse("value must have digits.")
      );
    },

    /** @param {{ country: string }} options */
    asYouType(options) {
      const country = options?.country;
      mustBeText("country", country);

      /**
       * @param {string} text
       * @param {number | null} [given] The caret's place.
       */
      const group = (text, given) => {
        mustBeText("text", text);
        // An input that has no caret to tell of, as one for numbers, has null.
        const caret = given ?? text.length;
        if (typeof caret !== "number") refuse("caret must be a number.");
        return (
          inside(() => {
            const running = core();
            // One text after the other: the lengths of the first tell what ends where.
            const letters = send(running, country);
            const head = send(running, country + text.slice(0, caret));
            const found = running.phoneType(letters, send(running, country + text), head);
            if (found < -1) return undefined;
            return found < 0 ? { text, caret } : { text: receive(running), caret: found };
          }) ?? noCountry()
        );
      };
      group("");
      return group;
    },

    /** @param {string} country */
    example(country) {
      mustBeText("country", country);
      const digits = inside(() => {
        const running = core();
        return running.phoneExample(send(running, country)) ? receive(running) : undefined;
      });
      if (digits === undefined) noCountry();
      return digits ? phone.parse(`+${digits}`, { defaultCountry: country }).value : null;
    },
  });
}
