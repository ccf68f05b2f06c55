/** A row of the list: one webhook that was told. */
import { element, icon } from "../dom.js";
import { INSPECTOR } from "../route.js";
import { customerWords, idWords } from "./words.js";

/** @param {string} id */
export const addressOf = (id) => `${INSPECTOR}/${encodeURIComponent(id)}`;

/**
 * @param {import("./api.js").Listed} webhook
 * @returns {HTMLLIElement}
 */
export function rowOf({ id, at, kind, messageId, customer, signed, duplicate }) {
  const time = new Date(at);
  return element(
    "li",
    {},
    element(
      "a",
      { class: "told", href: addressOf(id) },
      element("code", { class: "told-kind" }, kind),
      element(
        "span",
        { class: "told-proof" },
        duplicate && element("span", { class: "told-duplicate" }, "duplicate"),
        signed && icon("check"),
        signed ? "verified" : "not signed",
      ),
      element(
        "span",
        { class: "told-about" },
        element("time", { datetime: time.toISOString() }, time.toLocaleTimeString("en-GB")),
        customer && element("span", {}, hidden("customer "), customerWords(customer)),
        messageId && element("span", {}, hidden("message "), idWords(messageId)),
      ),
    ),
  );
}

/** @param {string} words */
const hidden = (words) => element("span", { class: "visually-hidden" }, words);
