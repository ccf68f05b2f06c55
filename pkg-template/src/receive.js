/** Answers what Interakt sends to a webhook. */
import { isConfigurationError, isWebhookError } from "./errors.js";
import { isOf } from "./kind.js";
import { SIGNATURE_HEADER } from "./operations.js";
import { checkNames, refuse } from "./options.js";
import { readBody } from "./read.js";
import { checkSecret, hasSigned } from "./signature.js";
import { LONGEST_TIMER_MS } from "./within.js";

/**
 * @typedef {import("./read.js").Body} Body
 * @typedef {(body: Uint8Array) => any} Parse
 * @typedef {ReturnType<typeof readOptions>} Settings
 *
 * @typedef {object} Arrival A request, whatever the runtime makes of it.
 * @property {unknown} method
 * @property {unknown} length How many bytes the sender announces.
 * @property {unknown} signature
 * @property {(most: number, late: Promise<unknown>) => Promise<Body>} read Rejects with a
 *   ConfigurationError where the program is at fault, not the sender.
 */

/** Interakt waits for three seconds. */
const ANSWER_WITHIN_MS = 2500;
const MAX_BYTES = 1024 * 1024;

const TOO_LONG = "The body is longer than `maxBytes`.";
const NOT_SIGNED =
  `There is no signature to verify: WhatsApp needs \`secret\` and the header ${SIGNATURE_HEADER}, ` +
  "RCS needs `dangerouslyAllowUnsignedRcs`.";
const NOT_VERIFIED =
  "The signature does not verify: is `secret` the key of the dashboard, and the body untouched?";

const OPTIONS =
  "secret onEvent onError context maxBytes answerWithinMs dangerouslyAllowUnsignedRcs".split(" ");

/** @param {any} options */
export function readOptions(options) {
  checkNames(options, OPTIONS, "A webhook");
  const {
    secret,
    onEvent,
    onError = tellOf("onEvent", " Give onError to be told why."),
    context,
    maxBytes = MAX_BYTES,
    answerWithinMs = ANSWER_WITHIN_MS,
    dangerouslyAllowUnsignedRcs: unsigned = false,
  } = options ?? {};
  if (typeof onEvent !== "function") refuse("onEvent must be a function.");
  if (typeof onError !== "function") refuse("onError must be a function.");
  if (context !== undefined && typeof context?.waitUntil !== "function") {
    refuse("context must have a function waitUntil.");
  }
  if (!Number.isInteger(maxBytes) || maxBytes < 1) {
    refuse("maxBytes must be a whole number, 1 or more.");
  }
  if (typeof answerWithinMs !== "number" || !(answerWithinMs > 0)) {
    refuse("answerWithinMs must be a number of milliseconds above 0.");
  }
  if (typeof unsigned !== "boolean") refuse("dangerouslyAllowUnsignedRcs must be true or false.");
  if (secret !== undefined || !unsigned) checkSecret(secret);
  return { secret, onEvent, onError, context, maxBytes, answerWithinMs, unsigned };
}

/**
 * @param {string} message
 * @returns {never}
 */
export const refuseRequest = (message) => refuse(message, "request_invalid");

/** @param {Parse} parse */
export const createReceive =
  (parse) =>
  /**
   * @param {any} request Of any realm.
   * @param {unknown} options
   */
  async (request, options) => {
    const settings = readOptions(options);
    const { method, headers } = request ?? {};
    if (typeof headers?.get !== "function") {
      refuseRequest("receive takes a Request; for what Node's http gives there is nodeHandler.");
    }
    return respond(parse, settings, {
      method,
      length: headers.get("content-length"),
      signature: headers.get(SIGNATURE_HEADER),
      async read(most, late) {
        const used = request.bodyUsed || request.body?.locked;
        const body = used ? undefined : await readBody(request, most, late);
        return (
          body ??
          refuseRequest("The body was read before, perhaps by a framework: call receive first.")
        );
      },
    });
  };

/**
 * @param {number} status
 * @param {string} text For people.
 * @param {Record<string, string>} [headers]
 */
export const say = (status, text, headers) =>
  new Response(text, {
    status,
    // Bun tells nobody of the type that it sends.
    headers: { "content-type": "text/plain;charset=UTF-8", ...headers },
  });

/**
 * @param {Parse} parse
 * @param {Settings} settings
 * @param {Arrival} arrival
 * @returns {Promise<Response>}
 */
export async function respond(parse, settings, { method, length, signature, read }) {
  const { secret, context, maxBytes, answerWithinMs, unsigned } = settings;
  const signed = secret !== undefined && signature !== undefined && signature !== null;

  if (method !== "POST") return say(405, "Webhooks come by POST.", { allow: "POST" });
  if (Number(length) > maxBytes) return say(413, TOO_LONG);
  if (!signed && !unsigned) return say(401, NOT_SIGNED);

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Promise<undefined>} */
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.min(answerWithinMs, LONGEST_TIMER_MS));
  });
  try {
    const body = await Promise.race([read(maxBytes, late).catch(brokenOff), late]);
    if (body === undefined) return say(408, "The body did not arrive in time.");
    if (body === null) return say(400, "The body broke off.");
    if (body.cut) return say(413, TOO_LONG);
    if (signed && !(await hasSigned(body.bytes, signature, secret))) return say(401, NOT_VERIFIED);
    /** @type {any} */
    let event;
    try {
      event = parse(body.bytes);
    } catch (error) {
      if (isWebhookError(error)) return say(400, error.message);
      throw error;
    }
    // Who need not sign must not pass for WhatsApp.
    const isRcs = event.channel === "rcs" && typeof event.type !== "string";
    if (!signed && !isRcs) return say(401, NOT_SIGNED);
    const work = run(settings, event);
    try {
      context?.waitUntil(work);
    } catch {
      // The work goes on for as long as the runtime lets it.
    }
    return (await Promise.race([work, late])) ?? say(200, "OK");
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {unknown} error
 * @returns {null} Where the sender is at fault.
 */
function brokenOff(error) {
  if (isConfigurationError(error)) throw error;
  return null;
}

/**
 * Apart from the request, of which work that never ends must keep nothing.
 *
 * @param {Settings} settings
 * @param {unknown} event
 * @returns {Promise<Response | undefined>} Another answer, if one is wanted. It never rejects.
 */
async function run({ onEvent, onError }, event) {
  try {
    await onEvent(event);
  } catch (error) {
    try {
      const answer = await onError(error, event);
      // What came by fetch, of a service that collects errors, is not meant for Interakt.
      if (isOf(answer, "Response") && !answer.url) return sendable(answer);
    } catch (second) {
      tellOf("onError")(second, event);
    }
  }
  return undefined;
}

/**
 * @param {Response} answer
 * @returns {Response} It, or one without its body where that was read before.
 */
function sendable(answer) {
  const { status, headers, bodyUsed, body } = answer;
  // What no server can send throws: `Response.error()` has the status 0.
  const empty = new Response(null, { status, headers });
  return bodyUsed || body?.locked ? empty : answer;
}

/**
 * Names what failed, and nothing of the event that could be somebody's.
 *
 * @param {string} what
 * @param {string} [advice]
 * @returns {(error: unknown, event: any) => void}
 */
const tellOf =
  (what, advice = "") =>
  (error, event) => {
    const kind = event.known ? (event.type ?? event.entityType) : "an unknown event";
    console.error(`interakt-wasm: ${what} failed at ${kind} with ${nameOf(error)}.${advice}`);
  };

/** @param {unknown} error */
export function nameOf(error) {
  try {
    if (isOf(error, "Error")) return String(/** @type {Error} */ (error).name);
  } catch {
    // It throws when it is asked.
  }
  return "what is no Error";
}
