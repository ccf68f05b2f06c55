/** The operations as the console names them, and what each does to the account. */
import { FACTS } from "./facts.js";

/**
 * @typedef {import("interakt-wasm").OperationName} OperationName
 * @typedef {import("interakt-wasm").InteraktRequest} InteraktRequest
 * @typedef {import("./facts.js").Facts} Facts
 * @typedef {import("./operations.js").Operation} Operation
 *
 * @typedef {object} Entry
 * @property {string} title
 * @property {import("./effects.js").Effect} effect What sending it for real does.
 */

/** In the order in which the console lists them. @type {Record<OperationName, Entry>} */
const ENTRIES = {
  sendMessage: { title: "Send a WhatsApp message", effect: "message" },
  sendRcs: { title: "Send an RCS message", effect: "message" },
  createTemplate: { title: "Create a template", effect: "change" },
  uploadMedia: { title: "Upload a file for a template", effect: "change" },
  listTemplates: { title: "List templates", effect: "read" },
  createCampaign: { title: "Create a campaign", effect: "change" },
  trackUser: { title: "Create or update a customer", effect: "change" },
  trackEvent: { title: "Record a customer event", effect: "change" },
  listUsers: { title: "List customers", effect: "read" },
  getUserByPhone: { title: "Find a customer by phone number", effect: "read" },
  getUserById: { title: "Find a customer by user id", effect: "read" },
  assignChat: { title: "Assign a chat to an agent", effect: "change" },
};

/** @type {readonly (Entry & { operation: Facts })[]} */
export const CATALOG = Object.entries(ENTRIES).map(([name, entry]) => {
  const operation = FACTS.find((candidate) => candidate.name === name);
  if (operation === undefined) throw new Error(`the package has no operation ${name}`);
  return { ...entry, operation };
});
