/** What is asked before something is done to a real account: what, to whom, and where. */
import { counted } from "./dom.js";
import { sizeOf } from "./size.js";
import { everybodyIn, listed, quoted } from "./whom.js";

/**
 * @typedef {object} Planned What is about to be sent. The input has no errors.
 * @property {string} operation
 * @property {any} input With the file of an upload.
 * @property {string} host Of the server that it goes to.
 * @property {boolean} [again] The same may have been done already: nobody knows.
 *
 * @typedef {object} Question
 * @property {string} title
 * @property {string} text
 * @property {string} yes On the button that goes on.
 */

const IN_ACCOUNT = "This changes the account.";

/** What stands in the way of saying that nobody gets a message. */
const MAY_SET_OFF =
  "This changes the account, and may trigger messages: automations and campaigns wait for such changes.";

/** @typedef {{ what: string, means: string, yes: string }} Words */

/**
 * By operation; those that only read are not asked about.
 *
 * @type {Record<string, (input: any, who: string[]) => Words>}
 */
const WORDS = {
  sendMessage: (input, who) => sending(input, who, "message"),
  sendRcs: (input, who) => sending(input, who, "RCS message"),
  createTemplate: ({ display_name: name }) => ({
    what: `Create the template ${quoted(name)}`,
    means: `${IN_ACCOUNT} No customer gets a message.`,
    yes: "Create the template",
  }),
  uploadMedia: ({ fileName, file }) => ({
    what: `Upload ${quoted(fileName || file.name)} (${sizeOf(file.size)})`,
    means: `${IN_ACCOUNT} No customer gets a message.`,
    yes: "Upload the file",
  }),
  createCampaign: ({ campaign_name: name }) => ({
    what: `Create the campaign ${quoted(name)}`,
    means: `${IN_ACCOUNT} No customer gets a message by it alone.`,
    yes: "Create the campaign",
  }),
  trackUser: (_, who) => ({
    what: `Create or update the customer ${listed(who)}`,
    means: MAY_SET_OFF,
    yes: "Create or update",
  }),
  trackEvent: ({ event }, who) => ({
    what: `Record the event ${quoted(event)} of ${listed(who)}`,
    means: MAY_SET_OFF,
    yes: "Record the event",
  }),
  assignChat: ({ agent_email: agent }, who) => ({
    what: `Assign the chat with ${listed(who)} to ${quoted(agent)}`,
    means: `${IN_ACCOUNT} No customer gets a message.`,
    yes: "Assign the chat",
  }),
};

/**
 * @param {Planned} planned
 * @param {import("./whom.js").Format} format
 * @returns {Question | undefined} Nothing where nothing changes.
 */
export function questionOf({ operation, input, host, again = false }, format) {
  const words = WORDS[operation]?.(input, everybodyIn(input, format));
  if (words === undefined) return undefined;
  const { what, means, yes } = words;
  const title = `${what} through ${host}?`;
  if (!again) return { title, text: means, yes };
  const text = `${BEFORE} ${means}`;
  return { title: `${what} again through ${host}?`, text, yes: `${yes} again` };
}

const BEFORE =
  "Nobody knows what became of the last attempt: it may have arrived, and would be carried out twice. Check Interakt's dashboard first.";

/**
 * @param {unknown} input
 * @param {string[]} who
 * @param {string} noun
 * @returns {Words}
 */
function sending(input, who, noun) {
  const count = Array.isArray(input) ? input.length : 1;
  const messages = counted(count, noun);
  const means =
    count === 1
      ? "A real person gets it, and the account is charged. It cannot be undone."
      : "Real people get them, and the account is charged for each. They cannot be undone.";
  return { what: `Send ${messages} to ${listed(who)}`, means, yes: `Send ${messages}` };
}
