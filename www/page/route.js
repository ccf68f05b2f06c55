/** What is chosen, in the address of the page: `#sendMessage/text`, `#webhooks`, `#campaigns/new`. */
import { CATALOG } from "./catalog.js";
import { examplesOf } from "./examples.js";

/** @typedef {(typeof CATALOG)[number]} Entry */
/** @typedef {import("./examples.js").Example} Example */
/** @typedef {{ entry: Entry, example: Example }} Choice */

/**
 * @typedef {object} Tool A view that is about no operation.
 * @property {"inspector" | "files" | "campaigns" | "history" | "docs"} view
 * @property {string} address What follows a slash behind it is the view's own.
 * @property {string} subject
 * @property {string} title
 */

/** The address of the inspector of webhooks. */
export const INSPECTOR = "#webhooks";

/** The address of the campaigns. */
export const CAMPAIGNS = "#campaigns";

/** The address of the docs. */
export const DOCS = "#docs";

/** In the order in which the console lists them. @type {readonly Tool[]} */
export const TOOLS = [
  { view: "campaigns", address: CAMPAIGNS, subject: "Send to many", title: "Campaigns" },
  { view: "inspector", address: INSPECTOR, subject: "Receive", title: "Webhooks" },
  { view: "files", address: "#files", subject: "Files", title: "Check a file" },
  { view: "history", address: "#history", subject: "This tab", title: "History" },
  { view: "docs", address: DOCS, subject: "Read", title: "Docs" },
];

/** @param {string} code Of an issue of the package. @returns {string} Where the docs say what it means. */
export function ruleAddress(code) {
  return `${DOCS}/reference/rules/${code}`;
}

/** @param {string} code Of an error that an answer became. @returns {string} Where the docs say what it means. */
export function failureAddress(code) {
  return `${DOCS}/reference/failures/${code}`;
}

/** @param {Example} example */
export function addressOf({ operation, slug }) {
  return `#${operation}/${slug}`;
}

/**
 * @param {string} hash
 * @param {import("./mode.js").Mode} mode
 * @returns {Choice | undefined} Without an example the operation's first. Nothing for an address
 *   that names no operation.
 */
export function choiceOf(hash, mode) {
  const [name = "", slug] = hash.slice(1).split("/");
  const entry = CATALOG.find(({ operation }) => operation.name === name);
  if (entry === undefined) return undefined;
  const examples = examplesOf(name, mode);
  const example = examples.find((candidate) => candidate.slug === slug) ?? examples[0];
  return example && { entry, example };
}

/** @param {string} hash */
export function toolOf(hash) {
  const [address] = hash.split("/");
  return TOOLS.find((tool) => tool.address === address);
}

/**
 * @param {import("./mode.js").Mode} mode
 * @returns {Choice} What the console opens with.
 */
export function firstChoice(mode) {
  const choice = choiceOf(`#${CATALOG[0]?.operation.name}`, mode);
  if (choice === undefined) throw new Error("the first operation has no example");
  return choice;
}
