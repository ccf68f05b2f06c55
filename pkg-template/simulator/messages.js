/** Whether Interakt takes a message: the 24-hour window and what a template wants. */

import { fullPhone } from "./customers.js";
import { CORRECT } from "./input.js";
import { lackingIn } from "./template-values.js";
import { needsOfRecord } from "./templates.js";

/** @typedef {{ status: number, message: string }} Refusal */

/** Kinds whose refusal the collection shows under 201 instead of 400. */
const REFUSED_UNDER_201 = new Set(["Document", "Video"]);

/**
 * @param {any} message one message of the input
 * @param {object} account
 * @param {(phone: string) => boolean} account.windowOpen
 * @param {import("./templates.js").Templates} account.templates
 * @param {import("./customers.js").Customers} account.customers
 * @returns {Refusal | undefined}
 */
export function refusalOf(message, { windowOpen, templates, customers }) {
  if (message.type === "Template") return templateRefusal(message, templates);
  if (windowOpen(recipient(message, customers))) return undefined;
  return {
    status: REFUSED_UNDER_201.has(message.type) ? 201 : 400,
    message: `${CORRECT}Customer has not messaged within last 24 hours`,
  };
}

/**
 * @param {any} message
 * @param {import("./templates.js").Templates} templates
 * @returns {Refusal | undefined}
 */
function templateRefusal(message, templates) {
  const { name, languageCode } = message.template;
  const template = templates.find(name, languageCode);
  if (template === "any") return undefined;
  if (template === undefined) return unknownTemplate(name, languageCode);
  const { category } = template;
  const expected = message.template_category;
  if (expected !== undefined && category !== null && expected.toUpperCase() !== category) {
    // The collection shows this body without a status.
    return {
      status: 400,
      message:
        `Message not sent. Template category mismatch: Expected '${expected}', but received ` +
        `'${category}'. Please update the request to match the approved template category.`,
    };
  }
  const lacking = lackingIn(message.template, needsOfRecord(template));
  return lacking === undefined ? undefined : { status: 400, message: lacking };
}

/**
 * What is said of a name or a language that no approved template has.
 * @param {string} name
 * @param {string} language
 * @returns {Refusal}
 */
export function unknownTemplate(name, language) {
  const what = `No approved template found with name '${name}' and language '${language}'.`;
  return { status: 400, message: CORRECT + what };
}

/**
 * Whom the message is for: digits with the country code, or the user id of nobody known.
 * @param {any} message
 * @param {import("./customers.js").Customers} customers
 */
export function recipient(message, customers) {
  const phone = fullPhone(message);
  if (phone !== "") return phone;
  return customers.byUserId(message.userId)[0]?.channel_phone_number ?? message.userId;
}
