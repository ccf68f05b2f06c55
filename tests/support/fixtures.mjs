/** Our own examples, one for each of Interakt's: the same fields, other values. */
import { readFile } from "node:fs/promises";

const FAMILIES = ["track", "messages", "templates", "send-templates", "fallback", "rcs"];

/** What webhooks are told, by family. */
const TOLD = [
  "messages",
  "campaigns",
  "templates",
  "received",
  "replies",
  "clicks",
  "flows",
  "account",
  "rcs",
  "unknown",
];

/**
 * @typedef {object} Fixture
 * @property {string} name of the collection's item
 * @property {string} operation
 * @property {any} input as the operation takes it; a file as `{ type, base64 }`
 * @property {boolean} [bothForms] the input has both phone forms, which is refused
 * @property {object} [setup] options that the simulator needs for the answer
 * @property {number} status of the answer
 * @property {any} answer what the decoded answer holds, among other things
 */

/**
 * @typedef {object} WebhookFixture
 * @property {string} name
 * @property {any} body what is sent: `JSON.stringify` makes the text of it
 * @property {any} event what `webhooks.parse` makes of that text, as a whole
 */

/** @returns {Promise<Fixture[]>} */
export const readFixtures = () => readAll(FAMILIES);

/** What an event says in the place of what a payload says itself. */
const FACTS = [
  "known",
  "channel",
  "messageId",
  "callbackData",
  "status",
  "submissionKey",
  "dedupeKey",
  "payload",
];

/** @returns {Promise<WebhookFixture[]>} */
export async function readWebhookFixtures() {
  const fixtures = await readAll(TOLD.map((family) => `webhooks-${family}`));
  return fixtures.map(({ name, body, event }) => {
    const hides = !event.known || FACTS.some((fact) => fact in body);
    return { name, body, event: hides ? { ...event, payload: body } : event };
  });
}

/** @param {string[]} names of files */
async function readAll(names) {
  const lists = names.map(async (name) => {
    const file = new URL(`../fixtures/${name}.json`, import.meta.url);
    return JSON.parse(await readFile(file, "utf8"));
  });
  return (await Promise.all(lists)).flat();
}
