/** The operations as the console names them, and what each does to the account. */
import { operations } from "interakt-wasm/web";

/**
 * @typedef {import("interakt-wasm").OperationName} OperationName
 * @typedef {import("interakt-wasm").InteraktRequest} InteraktRequest
 * @typedef {import("interakt-wasm").Validation<unknown>} Validation
 * @typedef {import("interakt-wasm").TemplateBook} TemplateBook
 * @typedef {import("./phone-input.js").Schema} Schema
 *
 * @typedef {object} Operation An operation of the package, for an input of any kind.
 * @property {OperationName} name
 * @property {"GET" | "POST"} method
 * @property {string} path
 * @property {(input: unknown, options?: { templates?: TemplateBook }) => Validation} validate
 * @property {(input: unknown, options?: { baseUrl?: string }) => InteraktRequest} build
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
  trackEvent: { title: "Record an event of a customer", effect: "change" },
  listUsers: { title: "List customers", effect: "read" },
  getUserByPhone: { title: "Find a customer by phone number", effect: "read" },
  getUserById: { title: "Find a customer by user id", effect: "read" },
  assignChat: { title: "Assign a chat to an agent", effect: "change" },
};

const known = /** @type {readonly (Operation & { schema: Schema | Promise<Schema> })[]} */ (
  /** @type {readonly unknown[]} */ (operations)
);

/** @type {readonly (Entry & { operation: Operation })[]} */
export const CATALOG = Object.entries(ENTRIES).map(([name, entry]) => {
  return { ...entry, operation: operationOf(name) };
});

/**
 * The JSON Schema of an operation's input. The entry for pages loads each when it is asked for.
 *
 * @param {string} name Of the operation.
 * @returns {Promise<Schema>}
 */
export const schemaOf = async (name) => operationOf(name).schema;

/** @param {string} name */
function operationOf(name) {
  const operation = known.find((candidate) => candidate.name === name);
  if (operation === undefined) throw new Error(`the package has no operation ${name}`);
  return operation;
}
