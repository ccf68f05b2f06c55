/** Reads the options of a proxy. What would let too much through is an error. */
import { Interakt, operations } from "interakt-wasm";
import { isListOf } from "../list.js";
import { memoryBuckets, readRate } from "./bucket.js";
import { MAX_BYTES, MAX_FILE_BYTES } from "./match.js";
import { checkNames as checkEach, refuse } from "./options.js";

/**
 * @typedef {import("./proxy-allow.js").Rules} Rules
 * @typedef {import("./proxy-origin.js").OriginRules} OriginRules
 * @typedef {import("../types/edge-proxy.js").BucketRate} BucketRate
 *
 * @typedef {object} Settings
 * @property {Pick<Interakt, "call">} client
 * @property {string | undefined} apiKey Taken out of answers.
 * @property {Map<string, Rules>} allow By the operation's name.
 * @property {(request: Request, context: any) => any} authorize
 * @property {OriginRules} origin
 * @property {{ caller: BucketRate | undefined, recipient: BucketRate | undefined,
 *   buckets: import("../types/edge-proxy.js").Buckets }} limits
 * @property {{ maxBytes: number, maxFileBytes: number }} body
 * @property {number} timeoutMs
 * @property {((event: any) => unknown) | undefined} onSend
 * @property {((event: any) => unknown) | undefined} onRefuse
 */

const OF_CLIENT = ["apiKey", "baseUrl", "fetch", "plan", "limiter"];
const NAMES = [
  ...["client", ...OF_CLIENT, "allow", "authorize", "public"],
  ...["origins", "missingOrigin", "credentials", "headers"],
  ...["limits", "maxBytes", "maxFileBytes", "timeoutMs", "onSend", "onRefuse"],
];

/** Below the half minute that the page's client waits, with the way there and back. */
const TIMEOUT_MS = 25_000;

/**
 * @param {string} message
 * @returns {never}
 */
const wrong = (message) => refuse(`createProxy: ${message}`);

/**
 * @param {any} given
 * @param {readonly string[]} names
 * @param {string} whose
 */
function checkNames(given, names, whose) {
  if (typeof given !== "object" || given === null) wrong(`${whose} must be an object.`);
  checkEach(given, names, `createProxy: ${whose}`);
}

/**
 * @param {any} options
 * @returns {Settings}
 */
export function readOptions(options) {
  checkNames(options, NAMES, "what it is given");
  const { apiKey, allow, onSend, onRefuse, maxBytes, maxFileBytes, timeoutMs } = options;
  checkFunction("onSend", onSend);
  checkFunction("onRefuse", onRefuse);
  return {
    client: readClient(options),
    apiKey,
    allow: readAllow(allow),
    authorize: readAuthorize(options),
    origin: readOrigin(options),
    limits: readLimits(options.limits),
    body: {
      maxBytes: readNumber("maxBytes", maxBytes, MAX_BYTES),
      maxFileBytes: readNumber("maxFileBytes", maxFileBytes, MAX_FILE_BYTES),
    },
    timeoutMs: readNumber("timeoutMs", timeoutMs, TIMEOUT_MS),
    onSend,
    onRefuse,
  };
}

/** @param {any} options */
function readClient({ client, ...options }) {
  const own = OF_CLIENT.filter((name) => options[name] !== undefined);
  if (client === undefined) {
    if (options.apiKey === undefined) wrong("give it a client, or the apiKey for one.");
    return new Interakt(
      /** @type {any} */ (Object.fromEntries(own.map((name) => [name, options[name]]))),
    );
  }
  // The key beside a client is there to be taken out of answers.
  const extra = own.find((name) => name !== "apiKey");
  if (extra)
    wrong(`${extra} is for the client that it makes: give it to yours, or leave client out.`);
  return client;
}

/** @param {any} options */
function readAuthorize({ authorize, public: isPublic }) {
  checkFunction("authorize", authorize);
  if (authorize && isPublic) wrong("authorize and public: true contradict each other.");
  if (authorize) return authorize;
  if (isPublic === true) return () => ({ id: "public" });
  return wrong(
    "authorize must say who is asking, as { id }, or null for nobody. If everybody on the Internet may send on your account, say public: true.",
  );
}

/** @param {any} options @returns {OriginRules} */
function readOrigin({ origins = [], missingOrigin = false, credentials = false, headers }) {
  if (!isTexts(origins)) wrong("origins must be a list of origins.");
  for (const origin of origins) {
    if (isOrigin(origin)) continue;
    wrong(
      "each of origins must be scheme and host and nothing after, such as https://shop.example. A * or null would let in any page, and a * in a host matches no origin: list each.",
    );
  }
  if (!isTexts(headers ?? [])) wrong("headers must be a list of names.");
  checkBoolean("missingOrigin", missingOrigin);
  checkBoolean("credentials", credentials);
  const all = ["content-type", ...(headers ?? ["authorization"])];
  return { origins, missingOrigin, credentials, headers: all };
}

/** @param {string} text */
function isOrigin(text) {
  try {
    return text !== "null" && !text.includes("*") && new URL(text).origin === text;
  } catch {
    return false;
  }
}

/** @param {unknown} value @returns {value is string[]} */
const isTexts = (value) => isListOf(value, (one) => typeof one === "string");

/** @param {any} allow @returns {Map<string, Rules>} */
function readAllow(allow) {
  const known = operations.map(({ name }) => name);
  checkNames(allow, known, "allow");
  const names = known.filter((name) => allow[name] !== undefined && allow[name] !== false);
  if (names.length === 0) wrong("allow must name an operation, such as { sendMessage: true }.");
  return new Map(names.map((name) => [name, readRules(name, allow[name])]));
}

/** What an operation's rules can be about, besides those of all. */
const OF_MESSAGES = ["kinds", "templates", "fallback"];
/** @type {Record<string, string[]>} */
const OF = {
  sendMessage: [...OF_MESSAGES, "maxMessages"],
  sendRcs: OF_MESSAGES,
  createCampaign: ["templates"],
};

/** @param {string} name @param {any} given @returns {Rules} */
function readRules(name, given) {
  const whose = `allow.${name}`;
  const rules = given === true ? {} : given;
  const own = OF[name] ?? [];
  checkNames(rules, [...own, "unknownKeys", "bound", "shape"], whose);
  const { templates, fallback = false, maxMessages = 0, shape } = rules;
  // Who names templates does not mean that a text may say anything.
  const { kinds = templates && own.includes("kinds") ? ["Template"] : undefined } = rules;
  const { unknownKeys = false, bound = true } = rules;
  if (kinds !== undefined) {
    const operation = /** @type {any} */ (operations.find((one) => one.name === name));
    const types = Object.keys(operation.kinds);
    if (!isTexts(kinds) || !kinds.every((kind) => types.includes(kind))) {
      wrong(`${whose}.kinds must be a list of types of messages: ${types.join(", ")}.`);
    }
  }
  if (templates !== undefined && !isTexts(templates)) wrong(`${whose}.templates must be names.`);
  if (!(Number.isInteger(maxMessages) && maxMessages >= 0)) {
    wrong(`${whose}.maxMessages must be a whole number.`);
  }
  for (const [key, value] of Object.entries({ fallback, unknownKeys, bound })) {
    checkBoolean(`${whose}.${key}`, value);
  }
  checkFunction(`${whose}.shape`, shape);
  return { kinds, templates, fallback, maxMessages, unknownKeys, bound, shape };
}

/** @param {any} limits @returns {Settings["limits"]} */
function readLimits(limits = {}) {
  checkNames(limits, ["caller", "recipient", "buckets"], "limits");
  const { buckets } = limits;
  if (buckets !== undefined && typeof buckets?.take !== "function") {
    wrong(
      "limits.buckets must be memoryBuckets() or durableBuckets(env.BUCKETS), or have a take().",
    );
  }
  return {
    caller: readRate("createProxy: limits.caller", limits.caller),
    recipient: readRate("createProxy: limits.recipient", limits.recipient),
    buckets: buckets ?? memoryBuckets(),
  };
}

/** @param {string} name @param {unknown} value @param {number} otherwise */
function readNumber(name, value, otherwise) {
  if (value === undefined) return otherwise;
  return typeof value === "number" && value > 0 && value < 2 ** 31
    ? value
    : wrong(`${name} must be a number above 0.`);
}

/** @param {string} name @param {unknown} value */
function checkBoolean(name, value) {
  if (typeof value !== "boolean") wrong(`${name} must be true or false.`);
}

/** @param {string} name @param {unknown} value */
function checkFunction(name, value) {
  if (value !== undefined && typeof value !== "function") wrong(`${name} must be a function.`);
}
