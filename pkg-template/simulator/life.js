/** What becomes of an accepted message: the steps that a test chooses, checked. */

import { hasSurplus } from "./template-values.js";
import { needsOfRecord } from "./templates.js";

/** @typedef {import("../types/simulator.js").LifeStep} LifeStep */
/** @typedef {Exclude<LifeStep, { submitted: unknown }>} RcsStep What `checkLife` lets RCS have. */
/** @typedef {import("../types/simulator.js").AcceptedMessage} AcceptedMessage */

const WORDS = /** @type {const} */ (["sent", "delivered", "read"]);

/**
 * What Meta says of a template with more values than it has places: Interakt has passed them on.
 * @type {readonly LifeStep[]}
 */
const MISCOUNTED = [
  {
    failed: {
      code: "132000",
      reason: "Number of parameters does not match the expected number of params",
    },
  },
];

/**
 * The life of a message when nothing else is said.
 * @param {AcceptedMessage} message
 * @param {import("./templates.js").Templates} templates
 * @returns {readonly LifeStep[]}
 */
export function ordinaryLife({ operation, input: { type, template: sent } }, templates) {
  if (operation !== "sendMessage" || type !== "Template") return WORDS;
  const known = templates.approved(sent.name, sent.languageCode);
  return known && hasSurplus(sent, needsOfRecord(known)) ? MISCOUNTED : WORDS;
}

/** What each step that is an object may hold. @type {Record<string, string[]>} */
const KEYS = {
  failed: ["failed"],
  clicked: ["clicked", "url"],
  replied: ["replied"],
  submitted: ["submitted", "encoded"],
};

/**
 * The steps as they are, or a `TypeError` that says which of them is none.
 * @param {readonly LifeStep[]} steps
 * @param {AcceptedMessage["operation"]} operation
 * @returns {readonly LifeStep[]}
 */
export function checkLife(steps, operation) {
  if (!Array.isArray(steps)) throw new TypeError("webhooks.life: must return an array of steps");
  for (const [index, step] of steps.entries()) {
    const wanted = wantedOf(step, operation);
    if (wanted !== undefined) throw new TypeError(`webhooks.life: step ${index + 1}: ${wanted}`);
  }
  return steps;
}

/**
 * What a step that is none should have been.
 * @param {any} step
 * @param {AcceptedMessage["operation"]} operation
 * @returns {string | undefined}
 */
function wantedOf(step, operation) {
  if (WORDS.includes(step)) return undefined;
  const kind = isObject(step) && Object.keys(KEYS).find((name) => name in step);
  if (!kind) {
    return "one of sent, delivered, read, or an object with failed, clicked, replied or submitted";
  }
  const other = Object.keys(step).find((name) => !KEYS[kind]?.includes(name));
  if (other !== undefined) return `${kind} stands alone, without ${other}`;
  if (kind === "failed") {
    const { failed } = step;
    const told = isObject(failed) && isText(failed.code) && typeof failed.reason === "string";
    return told ? undefined : 'failed: { code, reason }, both texts, the code such as "1013"';
  }
  if (kind === "clicked") {
    const told = isText(step.clicked) && (step.url === undefined || isText(step.url));
    return told ? undefined : "clicked: the text of the button; url: the page that it opens";
  }
  return kind === "replied"
    ? wantedOfReply(step.replied, operation)
    : wantedOfSubmission(step, operation);
}

/**
 * @param {any} step
 * @param {AcceptedMessage["operation"]} operation
 */
function wantedOfSubmission({ submitted, encoded }, operation) {
  if (operation === "sendRcs") return "submitted: RCS has no forms";
  if (!isObject(submitted) || Array.isArray(submitted)) {
    return "submitted: an object of answers by their names in the form";
  }
  return ["undefined", "boolean"].includes(typeof encoded) ? undefined : "encoded: true or false";
}

/**
 * @param {any} replied
 * @param {AcceptedMessage["operation"]} operation
 */
function wantedOfReply(replied, operation) {
  if (isText(replied)) return undefined;
  const [name, ...others] = isObject(replied) ? Object.keys(replied) : [];
  if (others.length > 0 || (name !== "button" && name !== "row")) {
    return "replied: a text that is not empty, or { button }, or { row }";
  }
  if (name === "row" && operation === "sendRcs") return "replied: RCS has no lists, and so no row";
  const { id, title, description } = replied[name] ?? {};
  const told = isText(id) && isText(title) && ["undefined", "string"].includes(typeof description);
  return told ? undefined : `replied: the ${name} has id and title, both texts`;
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === "string" && value !== "";
}

/** @param {unknown} value @returns {boolean} */
function isObject(value) {
  return typeof value === "object" && value !== null;
}
