/**
 * Every place that somebody gets to see, with what of people stands there and why. Secrets stand
 * nowhere but in the header that is made of them. "Of a server that repeats": one that says again all
 * that it was sent, where it can.
 */
import { REPEATS } from "./paths/client.mjs";

/**
 * @typedef {import("./watch.mjs").Places} Places
 * @typedef {import("./watch.mjs").Permission} Permission
 * @typedef {import("./marks.mjs").Mark} Mark
 */

/** @type {readonly Mark[]} */
const PEOPLE = ["name", "phone", "text", "userId"];

/** @type {Permission} */
const NOTHING = {};

/**
 * The parts of an error.
 *
 * @param {string} name
 * @param {Record<string, Permission>} [more] Parts that this one has besides, or has otherwise.
 * @returns {Places}
 */
const error = (name, more = {}) =>
  Object.fromEntries(
    Object.entries({
      ...{ "message and stack": NOTHING, "toJSON()": NOTHING },
      ...{ "on the console": NOTHING, "code, outcome and numbers": NOTHING },
      ...more,
    }).map(([part, permission]) => [`${name}: ${part}`, permission]),
  );

/** @param {Permission} permission @returns {Record<string, Permission>} */
const words = (permission) => ({
  "message and stack": permission,
  "toJSON()": permission,
  "on the console": permission,
});

/** @type {Permission} */
const SERVER = {
  may: PEOPLE,
  why: "It is what the server said, and says what to put right: which number, which value.",
};

/** @type {Permission} */
const CAUSE = { may: PEOPLE, why: "It is what the program's own fetch threw." };

/** @type {Permission} */
const NAMES = {
  may: ["name"],
  why: "An issue names keys, as the value has them: here a program takes people's names for keys.",
};

/** @type {Permission} */
const SETTINGS = {
  may: ["name", "text"],
  why: "It names the option, the field or the column that the program's author wrote.",
};

const KEYS = "of an input with names for keys";

/** Of checks, calls and all else that the package's entries do. @type {Places} */
export const PLACES = {
  "an issue: path": NOTHING,
  "an issue: message": NOTHING,
  "an issue: params": NOTHING,
  "an issue: the rest": NOTHING,
  "flatten and summarize": NOTHING,
  [`an issue ${KEYS}: path`]: NAMES,
  [`an issue ${KEYS}: message`]: NAMES,
  [`an issue ${KEYS}: params`]: NAMES,
  [`an issue ${KEYS}: the rest`]: NOTHING,
  ...error("ValidationError", { issues: NOTHING }),
  ...error(`ValidationError ${KEYS}`, { issues: NAMES, ...words(NAMES) }),
  ...error(`ValidationError ${REPEATS}`, { issues: NOTHING }),
  ...error("ValidationError of the simulator", { issues: NOTHING }),

  "a request: URL": { may: ["phone", "userId"], why: "Interakt reads there whom it is about." },
  "a request: Authorization": { may: ["key"], why: "That is what the key is for." },
  "a request: other headers": NOTHING,
  "a request: body": { may: PEOPLE, why: "It is what is sent." },
  "a client": NOTHING,
  "withResponse(), beside headers": NOTHING,
  onRequest: NOTHING,
  onResponse: NOTHING,
  onRetry: NOTHING,
  onRateLimit: NOTHING,
  onWarning: NOTHING,
  [`onRequest ${REPEATS}`]: NOTHING,
  [`onResponse ${REPEATS}`]: NOTHING,
  [`onRetry ${REPEATS}`]: SERVER,
  [`onRateLimit ${REPEATS}`]: NOTHING,
  [`onWarning ${REPEATS}`]: NOTHING,
  ...error("ApiError", { body: NOTHING }),
  ...error(`ApiError ${REPEATS}`, { body: SERVER, ...words(SERVER) }),
  ...error("ApiError of the simulator", { body: NOTHING }),
  ...error("ConnectionError", { cause: NOTHING }),
  ...error(`ConnectionError ${REPEATS}`, { cause: CAUSE, "on the console": CAUSE }),
  ...error("TimeoutError"),
  ...error("ConfigurationError"),
  ...error("ConfigurationError of settings", words(SETTINGS)),
  "another error": NOTHING,
  "another error of settings": SETTINGS,
  "the console": NOTHING,

  "a row: input": { may: PEOPLE, why: "It is the row." },
  "a row: cells": { may: PEOPLE, why: "They are the row." },
  "a row: key": NOTHING,
  "a row: the rest": NOTHING,
  "an issue of a row: path": NOTHING,
  "an issue of a row: the rest": NOTHING,
  "rows: progress": NOTHING,
  "a summary of rows: counts": NOTHING,
  "a summary of rows: a problem": NOTHING,
  "a summary of rows: a problem's cell": {
    may: ["name", "phone", "text"],
    why: "Whoever mends the file looks for it; it is kept apart from the issue, which a log may have.",
  },
  "a plan of rows: sample": {
    may: PEOPLE,
    why: "People see by the first rows whether the columns are the right ones.",
  },
  "a plan of rows: the rest": NOTHING,
  "refusedCsv()": { may: PEOPLE, why: "It is the rows, to be mended." },
  "sendAll: progress": NOTHING,
  "sendAll: a result": NOTHING,
  "sendAll: issues": NOTHING,
  "sendAll: summary": NOTHING,

  "an event": { may: ["name", "phone", "text"], why: "It is what Interakt told." },
  "an event: its keys and status": NOTHING,
  "a signature": NOTHING,
  "a webhook's answer": NOTHING,
  ...error("WebhookError"),

  "phone.parse: issues and notes": NOTHING,
  "withoutKey()": NOTHING,
  "the simulator's records: Authorization": NOTHING,
  "the simulator's records: URL and body": { may: PEOPLE, why: "A test asks what was sent." },
  "the simulator's records: the rest": NOTHING,
  "what the simulator tells: URL and headers": NOTHING,
  "what the simulator tells: body": { may: ["name", "phone", "text"], why: "So does Interakt." },

  "a proxy's answer: status and headers": NOTHING,
  "a proxy's answer: body": NOTHING,
  [`a proxy's answer: status and headers ${REPEATS}`]: NOTHING,
  [`a proxy's answer: body ${REPEATS}`]: SERVER,
  "onSend of a proxy: input": { may: PEOPLE, why: "It is for records of what was sent." },
  "onSend of a proxy: who": { may: ["phone", "userId"], why: "authorize said it." },
  "onSend of a proxy: the rest": NOTHING,
  "onRefuse of a proxy: who": { may: ["phone", "userId"], why: "authorize said it." },
  "onRefuse of a proxy: the rest": NOTHING,
  "what a ledger is told of a row": NOTHING,
  [`what a ledger is told of a row ${REPEATS}`]: {
    may: ["name", "phone", "text"],
    why: "It keeps what the server said of the row, which it has anyway, for whoever asks why.",
  },
  "what work() gives": NOTHING,
  "a ticket of the Queue": NOTHING,
  ...error("InteraktError", { cause: NOTHING }),
};
