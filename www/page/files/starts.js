/** The operations that files are made for, and what all their rows have to begin with. */

/**
 * @typedef {import("interakt-wasm").OperationName} OperationName
 * @typedef {Record<string, any>} Base Part of an input.
 */

/** In the order in which they are offered. @type {{ [Name in OperationName]?: Base }} */
export const STARTS = {
  sendMessage: { type: "Template", template: { name: "", languageCode: "" } },
  sendRcs: { type: "Text", message: { plainText: "" } },
  trackUser: {},
  trackEvent: { event: "" },
  assignChat: { user_phone_number: "", agent_email: "" },
};

/**
 * What is fixed once its operation or template is chosen.
 *
 * @type {ReadonlySet<string>}
 */
export const CHOSEN = new Set([
  "type",
  "template.name",
  "template.languageCode",
  "template_category",
]);

/**
 * @param {string} operation
 * @returns {Base}
 */
export function startOf(operation) {
  return STARTS[/** @type {OperationName} */ (operation)] ?? {};
}

/**
 * @param {string} operation
 * @param {Base} base
 * @returns {boolean} Whether a template is wanted, and none is chosen.
 */
export function lacksTemplate(operation, base) {
  return operation === "sendMessage" && base.type === "Template" && base.template?.name === "";
}
